package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;

/** The months that were computed, each locked by whoever computes it. */
@Singleton
class MonthTable {

    /**
     * @param settled whether the month was published as final before
     * @param sealed  whether its figures stay as they are, whatever happens
     * @param counted whether every closure was noted to be counted that was there before the month was
     * @param scale   on which it was last published; null if it never was
     */
    record State(boolean settled, boolean sealed, boolean counted, Scale scale) {

        static State read(ResultSet row) throws SQLException {
            String scale = row.getString("scale");
            return new State(row.getBoolean("settled"), row.getObject("sealed_at") != null, row.getBoolean("counted"),
                    scale == null ? null : Scale.valueOf(scale));
        }
    }

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
                        SELECT settled, sealed_at, counted, scale FROM satisfaction_month
                        WHERE survey = ? AND month = ? FOR UPDATE""")) {
            bind(create, 1, month);
            create.executeUpdate();
            bind(lock, 1, month);
            return Batch.read(lock, State::read).stream().findFirst();
        }
    }

    /** Every closure of the month is noted to be counted from now on. */
    void count(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE satisfaction_month SET counted = TRUE WHERE survey = ? AND month = ?")) {
            bind(statement, 1, month);
            statement.executeUpdate();
        }
    }

    void published(Connection connection, SurveyMonth month, Scale scale, boolean settled) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE satisfaction_month SET scale = ?, settled = ? WHERE survey = ? AND month = ?")) {
            statement.setString(1, scale.name());
            statement.setBoolean(2, settled);
            bind(statement, 3, month);
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

    /** A month of all surveys that were ever published then. */
    List<SurveyMonth> published(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT survey, month FROM satisfaction_month WHERE month = ? AND scale IS NOT NULL")) {
            statement.setString(1, month.toString());
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
