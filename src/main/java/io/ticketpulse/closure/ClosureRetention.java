package io.ticketpulse.closure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/**
 * Deletes closures whose time is up; every method needs a running transaction. A ticket goes with its last closure, and with
 * it what is known of its reopenings: as long as there is another closure, they keep its cycle from being counted anew.
 */
@Singleton
public class ClosureRetention {

    private final Transactions transactions;
    private final TicketTables tables;

    ClosureRetention(Transactions transactions, TicketTables tables) {
        this.transactions = transactions;
        this.tables = tables;
    }

    /** A closure in the order of age. */
    public record Aged(UUID id, Instant closedAt) {}

    /**
     * The oldest closures.
     *
     * @param before only those closed before this instant
     * @param after  only those after this one in the order of age; null for all
     */
    public List<Aged> oldest(Instant before, Aged after, int limit) {
        return transactions.here(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT id, closed_at FROM ticket_closure
                    WHERE closed_at < ? AND closed_at >= ? AND (closed_at > ? OR id > ?)
                    ORDER BY closed_at, id LIMIT ?""")) {
                Instant from = after == null ? Instant.EPOCH : after.closedAt;
                statement.setObject(1, Timestamps.of(before));
                statement.setObject(2, Timestamps.of(from));
                statement.setObject(3, Timestamps.of(from));
                statement.setBytes(4, after == null ? new byte[0] : UniqueId.bytes(after.id));
                statement.setInt(5, limit);
                return Batch.read(statement, row -> new Aged(UniqueId.of(row.getBytes("id")),
                        Timestamps.read(row, "closed_at")));
            }
        });
    }

    /** Locks the tickets of closures, which everybody does before anything else. */
    public void lock(Collection<UUID> closures) {
        transactions.here(connection -> {
            tables.lock(connection, ticketsOf(connection, closures));
            return null;
        });
    }

    /** Deletes closures; the rooms that come later must have deleted what they keep of them. */
    public int purge(Collection<UUID> closures) {
        return transactions.here(connection -> {
            List<TicketKey> tickets = ticketsOf(connection, closures);
            Batch.execute(connection, "DELETE FROM requester_look_up WHERE closure_id IN (%s)",
                    UniqueId.keys(closures));
            int deleted = Batch.execute(connection, "DELETE FROM ticket_closure WHERE id IN (%s)",
                    UniqueId.keys(closures));
            tables.tidyUp(connection, tickets);
            return deleted;
        });
    }

    private static List<TicketKey> ticketsOf(Connection connection, Collection<UUID> closures) throws SQLException {
        return Batch.select(connection, "SELECT DISTINCT desk, ticket_id FROM ticket_closure WHERE id IN (%s)",
                UniqueId.keys(closures), TicketTables::key).stream().sorted().toList();
    }
}
