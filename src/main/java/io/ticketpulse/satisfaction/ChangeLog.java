package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;

/**
 * Which months are to be computed. Every transaction that touches facts appends here. The computation reads the entries
 * first, then the facts, and removes those entries and no others: what is committed in between is left for the next.
 */
@Singleton
class ChangeLog {

    private static final int REMOVED_AT_ONCE = 1_000;

    private final Clock clock;

    ChangeLog(Clock clock) {
        this.clock = clock;
    }

    void append(Connection connection, Collection<SurveyMonth> months) throws SQLException {
        Batch.update(connection, "INSERT INTO satisfaction_change (survey, month, changed_at) VALUES (?, ?, ?)",
                months,
                (statement, month) -> {
                    statement.setString(1, month.survey());
                    statement.setString(2, month.month().toString());
                    statement.setObject(3, Timestamps.of(clock.instant()));
                });
    }

    /** Every month that has changed. */
    List<SurveyMonth> months(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT DISTINCT survey, month FROM satisfaction_change")) {
            return Batch.read(statement, SurveyMonth::read);
        }
    }

    /** Every month that has changed before this instant. */
    List<SurveyMonth> monthsBefore(Connection connection, Instant end) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT DISTINCT survey, month FROM satisfaction_change WHERE changed_at < ?")) {
            statement.setObject(1, Timestamps.of(end));
            return Batch.read(statement, SurveyMonth::read);
        }
    }

    /** The entries of a month. */
    List<Long> entries(Connection connection, SurveyMonth month) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT id FROM satisfaction_change WHERE survey = ? AND month = ?")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            return Batch.read(statement, row -> row.getLong("id"));
        }
    }

    void remove(Connection connection, List<Long> entries) throws SQLException {
        for (int from = 0; from < entries.size(); from += REMOVED_AT_ONCE) {
            List<Long> some = entries.subList(from, Math.min(from + REMOVED_AT_ONCE, entries.size()));
            String ids = String.join(",", Collections.nCopies(some.size(), "?"));
            try (PreparedStatement statement = connection.prepareStatement(
                    "DELETE FROM satisfaction_change WHERE id IN (" + ids + ")")) {
                for (int i = 0; i < some.size(); i++) {
                    statement.setLong(i + 1, some.get(i));
                }
                statement.executeUpdate();
            }
        }
    }
}
