package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/**
 * What is to be counted. Every transaction that touches facts appends the closures here. Whoever counts reads entries
 * together with their facts and removes those entries and no others: what is committed in between is left for the next.
 */
@Singleton
class ChangeLog {

    private static final int REMOVED_AT_ONCE = 1_000;

    private final Clock clock;

    ChangeLog(Clock clock) {
        this.clock = clock;
    }

    /** @param closureId null where the month is only to be compared again */
    record Entry(SurveyMonth month, UUID closureId) {

        static Entry read(ResultSet row) throws SQLException {
            return new Entry(SurveyMonth.read(row), UniqueId.of(row.getBytes("closure_id")));
        }
    }

    void append(Connection connection, Collection<Entry> entries) throws SQLException {
        append(connection, entries, clock.instant());
    }

    /** Notes months that are to be compared again at once: if we crash, they have been overdue all along. */
    void appendOverdue(Connection connection, Collection<SurveyMonth> months) throws SQLException {
        append(connection, months.stream().map(month -> new Entry(month, null)).toList(), Instant.EPOCH);
    }

    private static void append(Connection connection, Collection<Entry> entries, Instant changedAt)
            throws SQLException {
        LocalDateTime at = Timestamps.of(changedAt);
        Batch.update(connection,
                "INSERT INTO satisfaction_uncounted (survey, month, closure_id, changed_at) VALUES (?, ?, ?, ?)",
                entries,
                (statement, entry) -> {
                    statement.setString(1, entry.month().survey());
                    statement.setString(2, entry.month().month().toString());
                    statement.setBytes(3, entry.closureId() == null ? null : UniqueId.bytes(entry.closureId()));
                    statement.setObject(4, at);
                });
    }

    /** Notes all closures of a month. */
    void appendAll(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO satisfaction_uncounted (survey, month, closure_id, changed_at)
                SELECT survey, month, closure_id, ? FROM satisfaction_fact WHERE survey = ? AND month = ?""")) {
            statement.setObject(1, Timestamps.of(clock.instant()));
            statement.setString(2, month.survey());
            statement.setString(3, month.month().toString());
            statement.executeUpdate();
        }
    }

    /** Whether a month has changed. */
    boolean hasAny(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT survey, month FROM satisfaction_uncounted WHERE survey = ? AND month = ? LIMIT 1")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            return !Batch.read(statement, SurveyMonth::read).isEmpty();
        }
    }

    /** Every month that has changed. */
    List<SurveyMonth> months(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT DISTINCT survey, month FROM satisfaction_uncounted")) {
            return Batch.read(statement, SurveyMonth::read);
        }
    }

    /** Every month that has changed before this instant. */
    List<SurveyMonth> monthsBefore(Connection connection, Instant end) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT survey, month FROM satisfaction_uncounted GROUP BY survey, month HAVING MIN(changed_at) < ?")) {
            statement.setObject(1, Timestamps.of(end));
            return Batch.read(statement, SurveyMonth::read);
        }
    }

    /** Removes the entries of a month that there are by now. */
    void removeAll(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id FROM satisfaction_uncounted WHERE survey = ? AND month = ?")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            remove(connection, Batch.read(statement, row -> row.getLong("id")));
        }
    }

    void remove(Connection connection, List<Long> entries) throws SQLException {
        for (int from = 0; from < entries.size(); from += REMOVED_AT_ONCE) {
            List<Long> some = entries.subList(from, Math.min(from + REMOVED_AT_ONCE, entries.size()));
            String ids = String.join(",", Collections.nCopies(some.size(), "?"));
            try (PreparedStatement statement = connection.prepareStatement(
                    "DELETE FROM satisfaction_uncounted WHERE id IN (" + ids + ")")) {
                for (int i = 0; i < some.size(); i++) {
                    statement.setLong(i + 1, some.get(i));
                }
                statement.executeUpdate();
            }
        }
    }
}
