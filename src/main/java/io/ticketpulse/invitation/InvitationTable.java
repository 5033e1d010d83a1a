package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/**
 * The table of invitations. Every change of state is a conditional update: who finds the row in another state than
 * expected has lost the race and changes nothing.
 */
@Singleton
class InvitationTable {

    private static final String SELECT = """
            SELECT id, closure_id, person_id, survey, month, state, cancel_reason, due_at, asked_at, sent_at,
                reminded_at, expires_at, attempts, address, summary, locale, time_zone FROM invitation""";

    /** A row. */
    record Row(UUID id, UUID closureId, UUID personId, String survey, YearMonth month, InvitationState state,
            String cancelReason, Instant dueAt, Instant askedAt, Instant sentAt, Instant remindedAt,
            Instant expiresAt, int attempts, Addressee addressee) {}

    Optional<Row> find(Connection connection, UUID id, boolean lock) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement(SELECT + " WHERE id = ?" + (lock ? " FOR UPDATE" : ""))) {
            statement.setBytes(1, UniqueId.bytes(id));
            return Batch.read(statement, InvitationTable::read).stream().findFirst();
        }
    }

    List<Row> ofClosures(Connection connection, Collection<UUID> closures, boolean lock) throws SQLException {
        return Batch.select(connection, SELECT + " WHERE closure_id IN (%s)" + (lock ? " FOR UPDATE" : ""),
                closures.stream().map(id -> new Object[]{UniqueId.bytes(id)}).toList(), InvitationTable::read);
    }

    /** All of a person, locked. */
    List<Row> ofPerson(Connection connection, UUID person) throws SQLException {
        return Batch.select(connection, SELECT + " WHERE person_id IN (%s) ORDER BY id FOR UPDATE",
                List.<Object[]>of(new Object[]{UniqueId.bytes(person)}), InvitationTable::read);
    }

    /** Keeps nothing of whom it was sent to; whether there was anything. */
    boolean erase(Connection connection, UUID id) throws SQLException {
        return change(connection, """
                UPDATE invitation SET address = NULL, summary = NULL, locale = NULL, time_zone = NULL
                WHERE id = ? AND COALESCE(address, summary, locale, time_zone) IS NOT NULL""", UniqueId.bytes(id));
    }

    /**
     * Takes what is due and keeps others from taking it until {@code leaseUntil}.
     *
     * @param most how many at the most
     */
    List<Row> claim(Connection connection, Instant now, Instant leaseUntil, int most) throws SQLException {
        List<Row> due;
        try (PreparedStatement statement = connection.prepareStatement(SELECT
                + " WHERE next_action_at <= ? ORDER BY next_action_at LIMIT " + most + " FOR UPDATE SKIP LOCKED")) {
            statement.setObject(1, Timestamps.of(now));
            due = Batch.read(statement, InvitationTable::read);
        }
        Batch.update(connection, "UPDATE invitation SET next_action_at = ? WHERE id = ?", due, (statement, row) -> {
            statement.setObject(1, Timestamps.of(leaseUntil));
            statement.setBytes(2, UniqueId.bytes(row.id));
        });
        return due;
    }

    /** A cancellation that came while the mail was in flight was too late: it was sent. */
    boolean sent(Connection connection, UUID id, Instant at, Instant expiresAt, Instant nextActionAt)
            throws SQLException {
        return change(connection, """
                UPDATE invitation SET state = 'SENT', cancel_reason = NULL, sent_at = ?, asked_at = ?, expires_at = ?,
                    next_action_at = ?, attempts = 0
                WHERE id = ? AND (state = 'PENDING' OR state = 'CANCELLED' AND cancel_reason <> 'REOPENED')""",
                Timestamps.of(at), Timestamps.of(at),
                Timestamps.of(expiresAt), Timestamps.of(nextActionAt), UniqueId.bytes(id));
    }

    /** The ticket was reopened while the mail was in flight: it was sent, and is worth nothing. */
    boolean sentTooLate(Connection connection, UUID id, Instant at) throws SQLException {
        return change(connection, """
                UPDATE invitation SET state = 'WITHDRAWN', sent_at = ?, cancel_reason = NULL
                WHERE id = ? AND state = 'CANCELLED' AND cancel_reason = 'REOPENED'""", Timestamps.of(at),
                UniqueId.bytes(id));
    }

    boolean reminded(Connection connection, UUID id, Instant at) throws SQLException {
        return change(connection, """
                UPDATE invitation SET reminded_at = ?, next_action_at = expires_at, address = NULL
                WHERE id = ? AND state = 'SENT'""", Timestamps.of(at), UniqueId.bytes(id));
    }

    /** Who was slower than the claim finds the invitation moved on, and leaves it alone. */
    boolean postpone(Connection connection, Row claimed, Instant nextActionAt, boolean attempted) throws SQLException {
        return change(connection, """
                UPDATE invitation SET next_action_at = ?, attempts = ?
                WHERE id = ? AND state = ? AND attempts = ? AND next_action_at IS NOT NULL""",
                Timestamps.of(nextActionAt), claimed.attempts() + (attempted ? 1 : 0), UniqueId.bytes(claimed.id()),
                claimed.state().name(), claimed.attempts());
    }

    /** What comes after this needs no mail. */
    boolean forget(Connection connection, UUID id) throws SQLException {
        return change(connection, """
                UPDATE invitation SET address = NULL, next_action_at = NULL WHERE id = ? AND state = 'RESPONDED'""",
                UniqueId.bytes(id));
    }

    /** Ends a pending invitation, which then never counted as asking. */
    boolean giveUp(Connection connection, UUID id, InvitationState state, CancelReason reason) throws SQLException {
        return change(connection,
                """
                        UPDATE invitation SET state = ?, cancel_reason = ?, asked_at = NULL, next_action_at = NULL, address = NULL
                        WHERE id = ? AND state = 'PENDING'""",
                state.name(), reason == null ? null : reason.name(),
                UniqueId.bytes(id));
    }

    boolean withdraw(Connection connection, UUID id, InvitationState from) throws SQLException {
        return change(connection, """
                UPDATE invitation SET state = 'WITHDRAWN', asked_at = NULL, next_action_at = NULL, address = NULL
                WHERE id = ? AND state = ?""", UniqueId.bytes(id), from.name());
    }

    boolean expire(Connection connection, UUID id) throws SQLException {
        return change(connection, """
                UPDATE invitation SET state = 'EXPIRED', next_action_at = NULL, address = NULL
                WHERE id = ? AND state = 'SENT'""", UniqueId.bytes(id));
    }

    /** The address is kept for the reminder, which is due again if the response turns out to be a machine's. */
    boolean respond(Connection connection, UUID id) throws SQLException {
        return change(connection, """
                UPDATE invitation SET state = 'RESPONDED', next_action_at = IF(address IS NULL, NULL, expires_at)
                WHERE id = ? AND state = 'SENT'""", UniqueId.bytes(id));
    }

    /** The person was asked, as it turns out, whatever happened since. */
    boolean respondAfterAll(Connection connection, UUID id) throws SQLException {
        return change(connection, """
                UPDATE invitation SET state = 'RESPONDED', asked_at = sent_at,
                    next_action_at = IF(address IS NULL, NULL, expires_at)
                WHERE id = ? AND state IN ('SENT', 'EXPIRED', 'WITHDRAWN')""", UniqueId.bytes(id));
    }

    boolean reopenLink(Connection connection, UUID id, Instant nextActionAt) throws SQLException {
        return change(connection,
                "UPDATE invitation SET state = 'SENT', next_action_at = ? WHERE id = ? AND state = 'RESPONDED'",
                Timestamps.of(nextActionAt), UniqueId.bytes(id));
    }

    private static boolean change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() == 1;
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(UniqueId.of(row.getBytes("id")), UniqueId.of(row.getBytes("closure_id")),
                UniqueId.of(row.getBytes("person_id")), row.getString("survey"),
                YearMonth.parse(row.getString("month")),
                InvitationState.valueOf(row.getString("state")), row.getString("cancel_reason"),
                Timestamps.read(row, "due_at"), Timestamps.read(row, "asked_at"), Timestamps.read(row, "sent_at"),
                Timestamps.read(row, "reminded_at"), Timestamps.read(row, "expires_at"), row.getInt("attempts"),
                Addressee.read(row));
    }
}
