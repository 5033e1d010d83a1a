package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.UniqueId;

/** The facts as they were when they were last counted, beside what has become of them. */
@Singleton
class CountedTable {

    private final FactTable facts;

    CountedTable(FactTable facts) {
        this.facts = facts;
    }

    /**
     * An entry of the change log with its fact.
     *
     * @param closureId null if nothing but the comparisons changed
     * @param before    the fact as it was counted; null if it was not
     * @param now       the fact as it is; null if there is none any more
     */
    record Uncounted(long entry, UUID closureId, Fact before, Fact now) {}

    /** The oldest changes of a month; a closure that changed twice is in it twice. */
    List<Uncounted> oldest(Connection connection, SurveyMonth month, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT satisfaction_change.id AS entry, satisfaction_change.closure_id AS changed,
                    counted.closure_id AS counted, satisfaction_fact.*,
                    counted.invitation_state AS counted_invitation_state, counted.reopened AS counted_reopened,
                    counted.scale AS counted_scale, counted.score AS counted_score,
                    counted.commented AS counted_commented, counted.quarantined AS counted_quarantined,
                    counted.drivers AS counted_drivers
                FROM satisfaction_change FORCE INDEX (month)
                LEFT JOIN satisfaction_fact ON satisfaction_fact.closure_id = satisfaction_change.closure_id
                LEFT JOIN satisfaction_counted AS counted ON counted.closure_id = satisfaction_fact.closure_id
                WHERE satisfaction_change.survey = ? AND satisfaction_change.month = ?
                ORDER BY satisfaction_change.changed_at, satisfaction_change.id LIMIT ?""")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            statement.setInt(3, limit);
            return Batch.read(statement, this::read);
        }
    }

    private Uncounted read(ResultSet row) throws SQLException {
        byte[] changed = row.getBytes("changed");
        Fact now = row.getBytes("closure_id") == null ? null : facts.read(row);
        return new Uncounted(row.getLong("entry"), changed == null ? null : UniqueId.of(changed),
                row.getBytes("counted") == null ? null : facts.readChanging(row, "counted_", now), now);
    }

    /** Keeps the facts as they are now. */
    void keep(Connection connection, Collection<Uncounted> counted) throws SQLException {
        Batch.update(connection, """
                REPLACE INTO satisfaction_counted (closure_id, invitation_state, reopened, scale, score, commented,
                    quarantined, drivers)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", counted, (statement, one) -> {
            Fact fact = one.now();
            statement.setBytes(1, UniqueId.bytes(one.closureId()));
            statement.setString(2, fact.invitation() == null ? null : fact.invitation().name());
            statement.setBoolean(3, fact.reopened());
            statement.setString(4, fact.scale() == null ? null : fact.scale().name());
            statement.setObject(5, fact.score());
            statement.setBoolean(6, fact.commented());
            statement.setBoolean(7, fact.quarantined());
            statement.setString(8, facts.written(fact.drivers()));
        });
    }
}
