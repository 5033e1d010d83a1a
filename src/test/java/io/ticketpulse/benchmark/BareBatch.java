package io.ticketpulse.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Statements for many rows at a time. */
final class BareBatch {

    private final Connection connection;

    /** Takes a row of a result. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    BareBatch(Connection connection) {
        this.connection = connection;
    }

    <T> void update(String sql, Collection<T> rows, Function<T, List<Object>> values) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                bind(statement, 1, values.apply(row));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** @param sql with {@code %s} where the keys go */
    void select(String sql, List<List<Object>> keys, List<Object> further, Reader reader) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        int columns = keys.get(0).size();
        String key = columns == 1 ? "?" : "ROW(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(
                sql.formatted(String.join(",", Collections.nCopies(keys.size(), key))))) {
            int index = 1;
            for (List<Object> values : keys) {
                index = bind(statement, index, values);
            }
            bind(statement, index, further);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static int bind(PreparedStatement statement, int first, List<Object> values) throws SQLException {
        int index = first;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        return index;
    }
}
