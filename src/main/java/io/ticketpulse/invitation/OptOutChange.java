package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/**
 * Somebody opts out, or in again.
 *
 * @param optedOut false: in again
 * @param reason   null if the person did it, who need not give one
 * @param by       the name of a login; null if the person did it
 */
record OptOutChange(boolean optedOut, String reason, String by, Instant at) {

    static OptOutChange byThePerson(boolean optedOut, Instant at) {
        return new OptOutChange(optedOut, null, null, at);
    }

    /** Writes it down, and into the history; whether it changed anything. */
    boolean write(Connection connection, UUID person) throws SQLException {
        String condition = optedOut ? "IS NULL" : "IS NOT NULL";
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE person SET opted_out_at = ? WHERE id = ? AND opted_out_at " + condition)) {
            update.setObject(1, optedOut ? Timestamps.of(at) : null);
            update.setBytes(2, UniqueId.bytes(person));
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO opt_out_change (id, person_id, opted_out, reason, changed_by, changed_at)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UniqueId.bytes(UniqueId.next()));
            insert.setBytes(2, UniqueId.bytes(person));
            insert.setBoolean(3, optedOut);
            insert.setString(4, reason);
            insert.setString(5, by);
            insert.setObject(6, Timestamps.of(at));
            insert.executeUpdate();
            return true;
        }
    }
}
