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
 * Deletes closures whose time is up, in the running transaction where nothing else is said. A ticket goes with its last
 * closure, and with it what is known of its reopenings: as long as there is another closure, they keep its cycle from being
 * counted anew.
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

    /** Closures whose tickets are locked until the end of the transaction. */
    public static final class Locked {

        private final Collection<UUID> closures;
        private final List<TicketKey> tickets;

        private Locked(Collection<UUID> closures, List<TicketKey> tickets) {
            this.closures = closures;
            this.tickets = tickets;
        }
    }

    /** Locks the tickets of closures, which everybody does before anything else. */
    public Locked lock(Collection<UUID> closures) {
        return transactions.here(connection -> {
            List<TicketKey> tickets = ticketsOf(connection, closures);
            tables.lock(connection, tickets);
            return new Locked(closures, tickets);
        });
    }

    /**
     * Deletes closures; the rooms that come later must have deleted what they keep of them.
     *
     * @return how many there still were: somebody else may have deleted them before they were locked
     */
    public int purge(Locked locked) {
        return transactions.here(connection -> {
            Batch.execute(connection, "DELETE FROM requester_look_up WHERE closure_id IN (%s)",
                    UniqueId.keys(locked.closures));
            int deleted = Batch.execute(connection, "DELETE FROM ticket_closure WHERE id IN (%s)",
                    UniqueId.keys(locked.closures));
            // Locking made a ticket anew if somebody else had deleted it.
            tables.tidyUp(connection, locked.tickets);
            return deleted;
        });
    }

    private record Reopened(UUID id, TicketKey ticket, Instant at) {}

    /**
     * Deletes, in a transaction of its own, what is known of tickets that were reopened and of which no closure ever came.
     *
     * @param before only reopenings before this instant
     * @param after  where the last call ended; null to begin
     * @param limit  how many reopenings to look at
     * @return where to go on; null after the last one
     */
    public UUID purgeReopened(Instant before, UUID after, int limit) {
        return transactions.inNew(connection -> {
            List<Reopened> seen = reopened(connection, after, limit);
            List<TicketKey> tickets = seen.stream().filter(reopening -> reopening.at.isBefore(before))
                    .map(Reopened::ticket).distinct().sorted().toList();
            tables.lock(connection, tickets);
            tables.forgetReopened(connection, tickets, before);
            return seen.size() < limit ? null : seen.get(limit - 1).id;
        });
    }

    private static List<Reopened> reopened(Connection connection, UUID after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, desk, ticket_id, reopened_at FROM ticket_reopening WHERE id > ? ORDER BY id LIMIT ?")) {
            statement.setBytes(1, after == null ? new byte[0] : UniqueId.bytes(after));
            statement.setInt(2, limit);
            return Batch.read(statement, row -> new Reopened(UniqueId.of(row.getBytes("id")), TicketTables.key(row),
                    Timestamps.read(row, "reopened_at")));
        }
    }

    private static List<TicketKey> ticketsOf(Connection connection, Collection<UUID> closures) throws SQLException {
        return Batch.select(connection, "SELECT DISTINCT desk, ticket_id FROM ticket_closure WHERE id IN (%s)",
                UniqueId.keys(closures), TicketTables::key).stream().sorted().toList();
    }
}
