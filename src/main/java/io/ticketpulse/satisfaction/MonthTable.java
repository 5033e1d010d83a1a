package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;

/** The months that were computed, each locked by whoever computes it. */
@Singleton
class MonthTable {

    /**
     * @param settled whether the month was published as final before
     * @param sealed  whether its figures stay as they are, whatever happens
     */
    record State(boolean settled, boolean sealed) {}

    /**
     * Locks a month until the end of the transaction.
     *
     * @return nothing if there is no closure to compute anything of and never was
     */
    Optional<State> lock(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement("""
                INSERT INTO satisfaction_month (survey, month, settled)
                SELECT survey, month, FALSE FROM satisfaction_fact WHERE survey = ? AND month = ? LIMIT 1
                ON DUPLICATE KEY UPDATE survey = satisfaction_month.survey""");
                PreparedStatement lock = connection.prepareStatement("""
                        SELECT settled, sealed_at IS NOT NULL AS sealed FROM satisfaction_month
                        WHERE survey = ? AND month = ? FOR UPDATE""")) {
            bind(create, 1, month);
            create.executeUpdate();
            bind(lock, 1, month);
            return Batch.read(lock, row -> new State(row.getBoolean("settled"), row.getBoolean("sealed"))).stream()
                    .findFirst();
        }
    }

    void settle(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE satisfaction_month SET settled = TRUE WHERE survey = ? AND month = ?")) {
            bind(statement, 1, month);
            statement.executeUpdate();
        }
    }

    void seal(Connection connection, SurveyMonth month, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE satisfaction_month SET settled = TRUE, sealed_at = ? WHERE survey = ? AND month = ?")) {
            statement.setObject(1, Timestamps.of(now));
            bind(statement, 2, month);
            statement.executeUpdate();
        }
    }

    /** Those that are not final yet. */
    List<SurveyMonth> running(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT survey, month FROM satisfaction_month WHERE settled = FALSE")) {
            return Batch.read(statement, SurveyMonth::read);
        }
    }

    /** A month of all surveys for which it is sealed. */
    List<SurveyMonth> sealed(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT survey, month FROM satisfaction_month WHERE month = ? AND sealed_at IS NOT NULL")) {
            statement.setString(1, month.toString());
            return Batch.read(statement, SurveyMonth::read);
        }
    }

    private static void bind(PreparedStatement statement, int index, SurveyMonth month) throws SQLException {
        statement.setString(index, month.survey());
        statement.setString(index + 1, month.month().toString());
    }
}
