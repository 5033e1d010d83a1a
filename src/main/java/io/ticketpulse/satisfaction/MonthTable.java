package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;

/** The months that were computed, each locked by whoever computes it. */
@Singleton
class MonthTable {

    /**
     * Locks a month until the end of the transaction.
     *
     * @return whether it was published as final before; nothing if there is no closure to compute anything of
     */
    Optional<Boolean> lock(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement("""
                INSERT INTO satisfaction_month (survey, month, settled)
                SELECT survey, month, FALSE FROM satisfaction_fact WHERE survey = ? AND month = ? LIMIT 1
                ON DUPLICATE KEY UPDATE survey = satisfaction_month.survey""");
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT settled FROM satisfaction_month WHERE survey = ? AND month = ? FOR UPDATE")) {
            bind(create, 1, month);
            create.executeUpdate();
            bind(lock, 1, month);
            return Batch.read(lock, row -> row.getBoolean("settled")).stream().findFirst();
        }
    }

    void settle(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE satisfaction_month SET settled = TRUE WHERE survey = ? AND month = ?")) {
            bind(statement, 1, month);
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

    private static void bind(PreparedStatement statement, int index, SurveyMonth month) throws SQLException {
        statement.setString(index, month.survey());
        statement.setString(index + 1, month.month().toString());
    }
}
