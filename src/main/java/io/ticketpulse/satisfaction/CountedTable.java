package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
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
                SELECT satisfaction_uncounted.id AS entry, satisfaction_uncounted.closure_id AS changed,
                    satisfaction_fact.*, counted.fact AS counted
                FROM satisfaction_uncounted FORCE INDEX (month)
                LEFT JOIN satisfaction_fact ON satisfaction_fact.closure_id = satisfaction_uncounted.closure_id
                LEFT JOIN satisfaction_counted AS counted ON counted.closure_id = satisfaction_fact.closure_id
                WHERE satisfaction_uncounted.survey = ? AND satisfaction_uncounted.month = ?
                ORDER BY satisfaction_uncounted.changed_at, satisfaction_uncounted.id LIMIT ?""")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            statement.setInt(3, limit);
            return Batch.read(statement, this::read);
        }
    }

    private Uncounted read(ResultSet row) throws SQLException {
        byte[] changed = row.getBytes("changed");
        Fact now = row.getBytes("closure_id") == null ? null : facts.read(row);
        String counted = row.getString("counted");
        return new Uncounted(row.getLong("entry"), changed == null ? null : UniqueId.of(changed),
                counted == null ? null : read(counted, now), now);
    }

    /** @param now the same closure later: most of a fact never changes */
    private Fact read(String counted, Fact now) {
        String[] parts = counted.split(" ", 7);
        return new Fact(now.values(), now.slaMet(), now.timeToResolve(), now.skipped(), now.probability(),
                isNull(parts[0]) ? null : InvitationState.valueOf(parts[0]), Boolean.parseBoolean(parts[1]),
                isNull(parts[2]) ? null : Scale.valueOf(parts[2]), isNull(parts[3]) ? null : Integer.valueOf(parts[3]),
                Boolean.parseBoolean(parts[4]), Boolean.parseBoolean(parts[5]),
                facts.drivers(isNull(parts[6]) ? null : parts[6]));
    }

    private static boolean isNull(String part) {
        return part.equals("null");
    }

    private String written(Fact fact) {
        return Stream.of(fact.invitation(), fact.reopened(), fact.scale(), fact.score(), fact.commented(),
                fact.quarantined(), facts.written(fact.drivers())).map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** Keeps the facts as they are now. */
    void keep(Connection connection, Collection<Uncounted> counted) throws SQLException {
        Batch.update(connection, "REPLACE INTO satisfaction_counted (closure_id, fact) VALUES (?, ?)", counted,
                (statement, one) -> {
                    statement.setBytes(1, UniqueId.bytes(one.closureId()));
                    statement.setString(2, written(one.now()));
                });
    }
}
