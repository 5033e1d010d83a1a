package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Conditions;
import io.ticketpulse.platform.Timestamps;

/** The newest revisions of the figures. */
@Singleton
class FigureTable {

    private static final TypeReference<MonthlyFigure> FIGURE = new TypeReference<>() {
    };
    private static final TypeReference<Statistics> STATISTICS = new TypeReference<>() {
    };

    private final FigureJson json;

    FigureTable(FigureJson json) {
        this.json = json;
    }

    /** The figures of a month, of the month before and of the same month a year ago. */
    Map<FigureKey, StoredFigure> around(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT data, released FROM satisfaction_figure WHERE survey = ? AND month IN (?, ?, ?)")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            statement.setString(3, month.plusMonths(-1).month().toString());
            statement.setString(4, month.plusMonths(-12).month().toString());
            Map<FigureKey, StoredFigure> figures = new HashMap<>();
            for (StoredFigure stored : Batch.read(statement, this::read)) {
                figures.put(stored.figure().key(), stored);
            }
            return figures;
        }
    }

    private StoredFigure read(ResultSet row) throws SQLException {
        String released = row.getString("released");
        return new StoredFigure(json.read(row.getString("data"), FIGURE),
                released == null ? null : json.read(released, STATISTICS));
    }

    /** Puts new revisions in the place of the old ones. Their month must be locked. */
    void replace(Connection connection, List<StoredFigure> figures) throws SQLException {
        Batch.update(connection, """
                REPLACE INTO satisfaction_figure (survey, month, dimension, value, revision, status, computed_at, data,
                    released)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", figures, (statement, stored) -> {
            MonthlyFigure figure = stored.figure();
            statement.setString(1, figure.survey());
            statement.setString(2, figure.month().toString());
            statement.setString(3, figure.dimension());
            statement.setString(4, figure.value());
            statement.setInt(5, figure.revision());
            statement.setString(6, figure.status().wireName());
            statement.setObject(7, Timestamps.of(figure.computedAt()));
            statement.setString(8, json.write(figure));
            statement.setString(9, stored.released() == null ? null : json.write(stored.released()));
        });
    }

    /** The figures of a month, as they were published. */
    List<Row> ofMonth(Connection connection, SurveyMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT survey, month, dimension, value, data FROM satisfaction_figure
                WHERE survey = ? AND month = ? ORDER BY dimension, value""")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            return Batch.read(statement, this::readRow);
        }
    }

    /** The first figures that are wanted, as they were published. */
    List<Row> find(Connection connection, Conditions conditions, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT survey, month, dimension, value, data FROM satisfaction_figure WHERE " + conditions.sql()
                        + " ORDER BY survey, month, dimension, value LIMIT " + limit)) {
            conditions.bind(statement);
            return Batch.read(statement, this::readRow);
        }
    }

    private Row readRow(ResultSet row) throws SQLException {
        return new Row(
                new FigureKey(row.getString("survey"), YearMonth.parse(row.getString("month")),
                        row.getString("dimension"), row.getString("value")),
                json.tree(row.getString("data")));
    }

    /** A figure as it was published. */
    record Row(FigureKey key, JsonNode data) {}
}
