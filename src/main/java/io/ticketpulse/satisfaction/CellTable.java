package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.Batch;

/** What is added up, kept from one publication to the next. */
@Singleton
class CellTable {

    private static final TypeReference<Tally> TALLY = new TypeReference<>() {
    };

    private final FigureJson json;

    CellTable(FigureJson json) {
        this.json = json;
    }

    /** The cells of a month, which must be locked, on the scale that its survey has now. */
    MonthCells read(Connection connection, SurveyMonth month, Scale scale) throws SQLException {
        MonthCells cells = new MonthCells(scale);
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT dimension, value, data FROM satisfaction_cell WHERE survey = ? AND month = ?")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    cells.restore(new MonthCells.Place(rows.getString("dimension"), rows.getString("value")),
                            json.read(rows.getString("data"), TALLY));
                }
            }
        }
        return cells;
    }

    void delete(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "DELETE FROM satisfaction_cell WHERE survey = ? AND month = ?")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            statement.executeUpdate();
        }
    }

    /** Keeps what has changed of the cells. */
    void save(Connection connection, SurveyMonth month, MonthCells cells) throws SQLException {
        Batch.update(connection, """
                REPLACE INTO satisfaction_cell (survey, month, dimension, value, data) VALUES (?, ?, ?, ?, ?)""",
                cells.changed().entrySet(), (statement, cell) -> {
                    statement.setString(1, month.survey());
                    statement.setString(2, month.month().toString());
                    statement.setString(3, cell.getKey().dimension());
                    statement.setString(4, cell.getKey().value());
                    statement.setString(5, json.write(cell.getValue()));
                });
    }
}
