package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** The table of this room. Whoever writes holds the lock on the invitation. */
final class ResponseTable {

    private ResponseTable() {
    }

    /** All revisions of the response to an invitation, oldest first. */
    static List<GivenResponse> historyOf(Connection connection, UUID invitation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT id, revision, nonce, scale, score, comment, drivers, standing, responded_at, settles_at,
                    repeated_at
                FROM response WHERE invitation_id = ? ORDER BY revision""")) {
            statement.setBytes(1, UniqueId.bytes(invitation));
            return Batch.read(statement, ResponseTable::given);
        }
    }

    private static GivenResponse given(ResultSet row) throws SQLException {
        return new GivenResponse(UniqueId.of(row.getBytes("id")), row.getInt("revision"),
                UniqueId.of(row.getBytes("nonce")),
                new Answer(Scale.valueOf(row.getString("scale")), row.getInt("score"), row.getString("comment"),
                        drivers(row.getString("drivers"))),
                ResponseStanding.valueOf(row.getString("standing")), Timestamps.read(row, "responded_at"),
                Timestamps.read(row, "settles_at"), Timestamps.read(row, "repeated_at"));
    }

    static List<String> drivers(String drivers) {
        return drivers.isEmpty() ? List.of() : List.of(drivers.split(" "));
    }

    /** @param driversShown in their order on the page; null if it is not known */
    static void insert(Connection connection, InvitedCustomer customer, GivenResponse given, List<String> driversShown)
            throws SQLException {
        TicketClosure closure = customer.closure();
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO response (id, invitation_id, revision, nonce, survey, desk, ticket_id, ticket_number, cycle,
                    month, standing, scale, score, sentiment, drivers, drivers_shown, comment, responded_at, settles_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setBytes(1, UniqueId.bytes(given.id()));
            statement.setBytes(2, UniqueId.bytes(customer.id()));
            statement.setInt(3, given.revision());
            statement.setBytes(4, UniqueId.bytes(given.nonce()));
            statement.setString(5, customer.survey().name());
            statement.setString(6, closure.desk());
            statement.setString(7, closure.ticketId());
            statement.setString(8, closure.ticketNumber());
            statement.setInt(9, closure.cycle());
            statement.setString(10, customer.month().toString());
            statement.setString(11, given.standing().name());
            statement.setString(12, given.answer().scale().name());
            statement.setInt(13, given.answer().score());
            statement.setString(14, given.answer().scale().sentimentOf(given.answer().score()).wireName());
            statement.setString(15, String.join(" ", given.answer().drivers()));
            statement.setString(16, driversShown == null ? null : String.join(" ", driversShown));
            statement.setString(17, given.answer().comment());
            statement.setObject(18, Timestamps.of(given.respondedAt()));
            statement.setObject(19, Timestamps.of(given.settlesAt()));
            statement.executeUpdate();
        }
    }

    /** Sets responses aside that do not count yet. */
    static void quarantine(Connection connection, List<GivenResponse> waiting) throws SQLException {
        move(connection, "UPDATE response SET standing = 'QUARANTINED', settles_at = NULL WHERE id = ?", waiting);
    }

    /** Remembers that another form said the same again. */
    static void repeat(Connection connection, GivenResponse given, Instant at) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("UPDATE response SET repeated_at = ? WHERE id = ?")) {
            statement.setObject(1, Timestamps.of(at));
            statement.setBytes(2, UniqueId.bytes(given.id()));
            statement.executeUpdate();
        }
    }

    /** Lets a response count. */
    static void settle(Connection connection, GivenResponse waiting) throws SQLException {
        move(connection, "UPDATE response SET settles_at = NULL WHERE id = ?", List.of(waiting));
    }

    /** A correction counts in a response's place. */
    static void supersede(Connection connection, GivenResponse counted) throws SQLException {
        move(connection, "UPDATE response SET standing = 'SUPERSEDED' WHERE id = ?", List.of(counted));
    }

    private static void move(Connection connection, String sql, List<GivenResponse> responses) throws SQLException {
        Batch.update(connection, sql, responses,
                (statement, response) -> statement.setBytes(1, UniqueId.bytes(response.id())));
    }

    /** Puts responses where somebody has ruled that they stand; none of them waits. */
    static void stand(Connection connection, List<GivenResponse> responses) throws SQLException {
        Batch.update(connection, "UPDATE response SET standing = ?, settles_at = NULL WHERE id = ?", responses,
                (statement, response) -> {
                    statement.setString(1, response.standing().name());
                    statement.setBytes(2, UniqueId.bytes(response.id()));
                });
    }

    /** Whose response it is; empty if there is none. */
    static Optional<UUID> invitationOf(Connection connection, UUID response) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT invitation_id FROM response WHERE id = ?")) {
            statement.setBytes(1, UniqueId.bytes(response));
            return Batch.read(statement, row -> UniqueId.of(row.getBytes("invitation_id"))).stream().findFirst();
        }
    }

    /** A response as the API shows it. */
    static Optional<ResponseRow> row(Connection connection, UUID response) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM response WHERE id = ?")) {
            statement.setBytes(1, UniqueId.bytes(response));
            return Batch.read(statement, ResponseRow::read).stream().findFirst();
        }
    }

    /** Looks later at an invitation's responses that are due; needs no lock, for it changes nothing that counts. */
    static boolean postpone(Connection connection, UUID invitation, Instant now, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE response SET settles_at = ? WHERE invitation_id = ? AND settles_at <= ?")) {
            statement.setObject(1, Timestamps.of(until));
            statement.setBytes(2, UniqueId.bytes(invitation));
            statement.setObject(3, Timestamps.of(now));
            return statement.executeUpdate() > 0;
        }
    }

    /** Invitations with responses whose burst window is over, the longest waiting first. */
    static List<UUID> dueToSettle(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT invitation_id FROM response WHERE settles_at <= ? ORDER BY settles_at LIMIT ?")) {
            statement.setObject(1, Timestamps.of(now));
            statement.setInt(2, limit);
            return Batch.read(statement, row -> UniqueId.of(row.getBytes("invitation_id")));
        }
    }
}
