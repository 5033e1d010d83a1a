package io.ticketpulse.closure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/** The closures on record, for the rooms that come later. */
@Singleton
public class Closures {

    private static final String SELECT = "SELECT * FROM ticket_closure WHERE ";

    private final Transactions transactions;

    Closures(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Reads closures by their identifiers; unknown ones are left out. What is personal is not kept here: they come without
     * a summary, and of the requester with department and location only.
     */
    public List<TicketClosure> find(Collection<UUID> ids) {
        List<Object[]> keys = ids.stream().map(id -> new Object[]{UniqueId.bytes(id)}).toList();
        return transactions.here(connection -> Batch.select(connection, SELECT + "id IN (%s)", keys, ClosureRow::read));
    }

    /** Whether the ticket was reopened after this closure; no for an unknown one. */
    public boolean isReopened(UUID id) {
        return transactions.here(connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT reopened_at IS NOT NULL AS reopened FROM ticket_closure WHERE id = ?")) {
                statement.setBytes(1, UniqueId.bytes(id));
                return Batch.read(statement, row -> row.getBoolean("reopened")).contains(true);
            }
        });
    }

    /** The closures of one ticket in the order of their cycles, like {@link #find(Collection)}. */
    public List<TicketClosure> ofTicket(String desk, String ticketId) {
        return transactions.here(connection -> {
            try (var statement = connection.prepareStatement(
                    SELECT + "desk = ? AND ticket_id = ? ORDER BY cycle")) {
                statement.setString(1, desk);
                statement.setString(2, ticketId);
                return Batch.read(statement, ClosureRow::read);
            }
        });
    }

    /**
     * How many closures a value had.
     *
     * @param value      {@link Dimension#NONE} for unknown
     * @param ticketType {@link Dimension#NONE} for unknown
     */
    public record Volume(String value, String ticketType, int closures) {}

    /**
     * Counts the closures of some values of a dimension, by ticket type.
     *
     * @param from inclusive
     * @param to   exclusive
     */
    public List<Volume> volumes(Dimension dimension, Collection<String> values, Instant from, Instant to) {
        String value = "COALESCE(" + dimension.column() + ", '" + Dimension.NONE + "')";
        List<Object[]> keys = values.stream().map(wanted -> new Object[]{wanted}).toList();
        return transactions.here(connection -> Batch.select(connection,
                "SELECT " + value + " AS wanted, COALESCE(ticket_type, '" + Dimension.NONE + "') AS type, COUNT(*) AS n"
                        + " FROM ticket_closure FORCE INDEX (closed) WHERE " + value + " IN (%s)"
                        + " AND closed_at >= ? AND closed_at < ? GROUP BY wanted, type",
                keys, row -> new Volume(row.getString("wanted"), row.getString("type"), row.getInt("n")),
                Timestamps.of(from), Timestamps.of(to)));
    }
}
