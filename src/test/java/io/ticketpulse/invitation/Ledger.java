package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.RealServers;

/** The ledger of decisions as the database has it. */
final class Ledger {

    private Ledger() {
    }

    /** What was decided about a ticket's closures: {@code SAMPLED}, or the reason to skip, by cycle. */
    static List<String> of(String ticketId) {
        return read("""
                SELECT COALESCE(d.skip_reason, 'SAMPLED') AS outcome FROM decision d
                JOIN ticket_closure c ON c.id = d.closure_id WHERE c.ticket_id = ? ORDER BY c.cycle""", ticketId);
    }

    /** Likewise about one closure, followed by the probability where there was a draw. */
    static List<String> of(UUID closure) {
        return read("""
                SELECT CONCAT(COALESCE(skip_reason, 'SAMPLED'), COALESCE(CONCAT(' ', ROUND(probability, 4)), ''))
                    AS outcome FROM decision WHERE closure_id = ?""", UniqueId.bytes(closure));
    }

    private static List<String> read(String sql, Object key) {
        try (Connection database = RealServers.database(); PreparedStatement query = database.prepareStatement(sql)) {
            query.setObject(1, key);
            return Batch.read(query, row -> row.getString("outcome"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
