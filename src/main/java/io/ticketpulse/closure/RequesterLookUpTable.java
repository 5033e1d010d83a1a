package io.ticketpulse.closure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** The table of closures that wait until their requester is known. */
@Singleton
class RequesterLookUpTable {

    private final ClosingJson json;

    RequesterLookUpTable(ClosingJson json) {
        this.json = json;
    }

    /**
     * A closure that waits.
     *
     * @param attempts how many there were, with the one under way
     * @param deadline when it is decided without an address
     */
    record Waiting(Closing closing, int attempts, Instant deadline) {

        UUID id() {
            return closing.closure().id();
        }

        String desk() {
            return closing.closure().desk();
        }

        String requesterId() {
            return closing.closure().requester().id();
        }
    }

    /** Adds closures, to be asked about at once. */
    void insert(Connection connection, Collection<Waiting> waiting, Instant now) throws SQLException {
        Batch.update(connection, """
                INSERT INTO requester_look_up (closure_id, desk, closing, attempts, next_attempt_at, deadline)
                VALUES (?, ?, ?, ?, ?, ?)""", waiting, (statement, row) -> {
            statement.setBytes(1, UniqueId.bytes(row.id()));
            statement.setString(2, row.desk());
            statement.setString(3, json.write(row.closing));
            statement.setInt(4, row.attempts);
            statement.setObject(5, Timestamps.of(now));
            statement.setObject(6, Timestamps.of(row.deadline));
        });
    }

    /** Takes what is due and keeps other replicas from taking it until {@code leaseUntil}. */
    List<Waiting> claim(Connection connection, Instant now, Instant leaseUntil, int most) throws SQLException {
        List<Waiting> due;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT closing, attempts + 1 AS attempts, deadline FROM requester_look_up WHERE next_attempt_at <= ?"
                        + " ORDER BY next_attempt_at LIMIT " + most + " FOR UPDATE SKIP LOCKED")) {
            statement.setObject(1, Timestamps.of(now));
            due = Batch.read(statement, this::read);
        }
        Batch.update(connection,
                "UPDATE requester_look_up SET next_attempt_at = ?, attempts = ? WHERE closure_id = ?", due,
                (statement, row) -> {
                    statement.setObject(1, Timestamps.of(leaseUntil));
                    statement.setInt(2, row.attempts);
                    statement.setBytes(3, UniqueId.bytes(row.id()));
                });
        return due;
    }

    private Waiting read(ResultSet row) throws SQLException {
        return new Waiting(json.read(row.getString("closing")), row.getInt("attempts"),
                Timestamps.read(row, "deadline"));
    }

    /** Who was slower than the claim finds that somebody else has taken it since, and leaves it alone. */
    void postpone(Connection connection, Waiting claimed, Instant nextAttemptAt) throws SQLException {
        Batch.update(connection,
                "UPDATE requester_look_up SET next_attempt_at = ? WHERE closure_id = ? AND attempts = ?",
                List.of(claimed), (statement, row) -> {
                    statement.setObject(1, Timestamps.of(nextAttemptAt));
                    statement.setBytes(2, UniqueId.bytes(row.id()));
                    statement.setInt(3, row.attempts);
                });
    }

    /** Whether it was still there. */
    boolean delete(Connection connection, UUID closure) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("DELETE FROM requester_look_up WHERE closure_id = ?")) {
            statement.setBytes(1, UniqueId.bytes(closure));
            return statement.executeUpdate() == 1;
        }
    }
}
