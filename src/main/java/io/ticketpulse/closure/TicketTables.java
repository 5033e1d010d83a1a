package io.ticketpulse.closure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.TicketEvent.Reopening;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** The tables of this room, in batches. */
@Singleton
class TicketTables {

    private static final int NOT_SAID = -1;

    private static final String CLOSURES = known("ticket_closure", "ticket_cycle",
            "id, cycle, closed_at, reopen_count, reopened_at IS NOT NULL AS reopened");
    private static final String CLOSINGS = known("ticket_closing", "ticket_moment", "closing");
    private static final String REOPENINGS = known("ticket_reopening", "ticket_moment",
            "id, reopened_at, reopen_count, only_if_closed");

    private final ClosingJson json;

    TicketTables(ClosingJson json) {
        this.json = json;
    }

    /** Locks tickets until the end of the transaction. In the order given, which every transaction must share. */
    void lock(Connection connection, Collection<TicketKey> tickets) throws SQLException {
        Batch.update(connection,
                "INSERT INTO ticket (desk, ticket_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE desk = ticket.desk",
                tickets, (statement, ticket) -> {
                    statement.setString(1, ticket.desk());
                    statement.setString(2, ticket.ticketId());
                });
    }

    private static String from(String table, String index) {
        return " FROM (VALUES %s) AS wanted (desk, ticket_id)"
                + " STRAIGHT_JOIN " + table + " AS known FORCE INDEX (" + index + ")"
                + " ON known.desk = CONVERT(wanted.desk USING ascii) COLLATE ascii_bin"
                + " AND known.ticket_id = wanted.ticket_id COLLATE utf8mb4_0900_bin";
    }

    /** Reads what is known of each of the tickets. */
    void read(Connection connection, Map<TicketKey, TicketRows> tickets) throws SQLException {
        List<Object[]> keys = keys(tickets.keySet());
        Batch.select(connection, CLOSURES, keys, row -> {
            tickets.get(key(row)).read(new TicketHistory.Recorded(UniqueId.of(row.getBytes("id")),
                    row.getInt("cycle"), Timestamps.read(row, "closed_at"),
                    row.getObject("reopen_count", Integer.class), row.getBoolean("reopened")));
            return null;
        });
        Batch.select(connection, CLOSINGS, keys, row -> {
            tickets.get(key(row)).read(json.read(row.getString("closing")));
            return null;
        });
        Batch.select(connection, REOPENINGS, keys, row -> {
            int count = row.getInt("reopen_count");
            tickets.get(key(row)).read(new Reopening(UniqueId.of(row.getBytes("id")), key(row),
                    Timestamps.read(row, "reopened_at"), count == NOT_SAID ? null : count,
                    row.getBoolean("only_if_closed")));
            return null;
        });
    }

    /**
     * A query for the rows of many tickets that looks each of them up in an index which begins with the ticket.
     * {@code WHERE (desk, ticket_id) IN (...)} finds the same, but the server plans it longer than it looks.
     */
    private static String known(String table, String index, String columns) {
        return "SELECT known.desk, known.ticket_id, " + columns + from(table, index);
    }

    static TicketKey key(ResultSet row) throws SQLException {
        return new TicketKey(row.getString("desk"), row.getString("ticket_id"));
    }

    void insertClosures(Connection connection, List<Closing> closings) throws SQLException {
        Batch.update(connection, ClosureRow.INSERT, closings, ClosureRow::bind);
    }

    void markReopened(Connection connection, List<UUID> closures, Instant at) throws SQLException {
        Batch.update(connection, "UPDATE ticket_closure SET reopened_at = ? WHERE id = ?", closures,
                (statement, id) -> {
                    statement.setObject(1, Timestamps.of(at));
                    statement.setBytes(2, UniqueId.bytes(id));
                });
    }

    void insertReopenings(Connection connection, List<Reopening> reopenings) throws SQLException {
        Batch.update(connection, """
                INSERT INTO ticket_reopening (id, desk, ticket_id, reopened_at, reopen_count, only_if_closed)
                VALUES (?, ?, ?, ?, ?, ?)""", reopenings, (statement, reopening) -> {
            statement.setBytes(1, UniqueId.bytes(reopening.id()));
            statement.setString(2, reopening.ticket().desk());
            statement.setString(3, reopening.ticket().ticketId());
            statement.setObject(4, Timestamps.of(reopening.reopenedAt()));
            statement.setInt(5, reopening.reopenCount() == null ? NOT_SAID : reopening.reopenCount());
            statement.setBoolean(6, reopening.onlyIfClosed());
        });
    }

    void deleteReopenings(Connection connection, List<UUID> reopenings) throws SQLException {
        Batch.update(connection, "DELETE FROM ticket_reopening WHERE id = ?", reopenings,
                (statement, id) -> statement.setBytes(1, UniqueId.bytes(id)));
    }

    void keep(Connection connection, List<Closing> closings) throws SQLException {
        Batch.update(connection, """
                INSERT INTO ticket_closing (id, desk, ticket_id, closed_at, reopen_count, closing)
                VALUES (?, ?, ?, ?, ?, ?)""", closings, (statement, closing) -> {
            statement.setBytes(1, UniqueId.bytes(closing.closure().id()));
            statement.setString(2, closing.closure().desk());
            statement.setString(3, closing.closure().ticketId());
            statement.setObject(4, Timestamps.of(closing.closedAt()));
            statement.setInt(5, closing.reopenCount() == null ? NOT_SAID : closing.reopenCount());
            statement.setString(6, json.write(closing));
        });
    }

    void unkeep(Connection connection, List<Closing> closings) throws SQLException {
        Batch.update(connection, "DELETE FROM ticket_closing WHERE id = ?", closings,
                (statement, closing) -> statement.setBytes(1, UniqueId.bytes(closing.closure().id())));
    }

    /**
     * Deletes, of tickets that are locked, the closings that were the same closure as one that is not there any more, and the
     * tickets that have no closure left.
     */
    void tidyUp(Connection connection, Collection<TicketKey> tickets) throws SQLException {
        List<Object[]> keys = keys(tickets);
        Batch.execute(connection,
                "DELETE known" + from("ticket_closing", "ticket_moment") + " WHERE NOT EXISTS ("
                        + left("ticket_closure")
                        + " AND left_over.closed_at <= known.closed_at)",
                keys);
        Batch.execute(connection, "DELETE known" + from("ticket_reopening", "ticket_moment") + " WHERE "
                + without("ticket_closure"), keys);
        Batch.execute(connection, "DELETE known" + from("ticket", "`PRIMARY`") + " WHERE " + without("ticket_closure"),
                keys);
    }

    /** Deletes, of tickets that are locked and have no closure, older reopenings, and the tickets that have no other. */
    void forgetReopened(Connection connection, Collection<TicketKey> tickets, Instant before) throws SQLException {
        List<Object[]> keys = keys(tickets);
        Batch.execute(connection, "DELETE known" + from("ticket_reopening", "ticket_moment")
                + " WHERE known.reopened_at < ? AND " + without("ticket_closure"), keys, Timestamps.of(before));
        Batch.execute(connection, "DELETE known" + from("ticket", "`PRIMARY`") + " WHERE " + without("ticket_closure")
                + " AND " + without("ticket_reopening"), keys);
    }

    private static String without(String table) {
        return "NOT EXISTS (" + left(table) + ")";
    }

    private static String left(String table) {
        return "SELECT 1 FROM " + table + " AS left_over WHERE left_over.desk = known.desk"
                + " AND left_over.ticket_id = known.ticket_id";
    }

    private static List<Object[]> keys(Collection<TicketKey> tickets) {
        return tickets.stream().map(key -> new Object[]{key.desk(), key.ticketId()}).toList();
    }
}
