package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** The table of rulings, to which is only ever added. */
final class RulingTable {

    private RulingTable() {
    }

    static void insert(Connection connection, UUID response, Ruling ruling) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO response_ruling (id, response_id, ruling, reason, ruled_by, ruled_at)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            statement.setBytes(1, UniqueId.bytes(UniqueId.next()));
            statement.setBytes(2, UniqueId.bytes(response));
            statement.setString(3, ruling.ruling().name());
            statement.setString(4, ruling.reason());
            statement.setString(5, ruling.by());
            statement.setObject(6, Timestamps.of(ruling.at()));
            statement.executeUpdate();
        }
    }

    /** The rulings about a response, oldest first. */
    static List<Ruling> of(Connection connection, UUID response) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT ruling, reason, ruled_by, ruled_at FROM response_ruling WHERE response_id = ?
                ORDER BY ruled_at, id""")) {
            statement.setBytes(1, UniqueId.bytes(response));
            return Batch.read(statement, row -> new Ruling(Ruling.Kind.valueOf(row.getString("ruling")),
                    row.getString("reason"), row.getString("ruled_by"), Timestamps.read(row, "ruled_at")));
        }
    }
}
