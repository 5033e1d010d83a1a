package io.ticketpulse.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Plain JDBC in batches, for the consuming path. The driver is told to send a batch of inserts as one statement
 * ({@code rewriteBatchedStatements}, see application.properties).
 */
public final class Batch {

    private Batch() {
    }

    /** Puts one row's values into a statement. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /** Makes an object of the current row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Executes one statement for many rows; none is no work. */
    public static <T> int[] update(Connection connection, String sql, Collection<T> rows, Binder<T> binder)
            throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /**
     * Changes the rows of many keys in one statement.
     *
     * @param sql     with {@code %s}, like that of {@link #select}
     * @param keys    like those of {@link #select}; none is no statement
     * @param further values of placeholders after the list of keys
     * @return how many rows it was about
     */
    public static int execute(Connection connection, String sql, Collection<Object[]> keys, Object... further)
            throws SQLException {
        if (keys.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(withKeys(sql, keys))) {
            bind(statement, keys, further);
            return statement.executeUpdate();
        }
    }

    /**
     * Reads the rows of many keys in one query.
     *
     * @param sql  a query with {@code %s} where the list of keys goes, e.g. {@code WHERE id IN (%s)}, or, with keys of
     *             several columns, {@code FROM (VALUES %s) AS wanted (desk, ticket_id)}
     * @param keys each an array of the key's columns; none is no query
     * @param further values of placeholders after the list of keys
     */
    public static <T> List<T> select(Connection connection, String sql, Collection<Object[]> keys, Reader<T> reader,
            Object... further) throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(withKeys(sql, keys))) {
            bind(statement, keys, further);
            return read(statement, reader);
        }
    }

    private static String withKeys(String sql, Collection<Object[]> keys) {
        int columns = keys.iterator().next().length;
        String key = columns == 1 ? "?" : "ROW(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
        return sql.formatted(String.join(",", Collections.nCopies(keys.size(), key)));
    }

    private static void bind(PreparedStatement statement, Collection<Object[]> keys, Object... further)
            throws SQLException {
        int index = 1;
        for (Object[] values : keys) {
            for (Object value : values) {
                statement.setObject(index++, value);
            }
        }
        for (Object value : further) {
            statement.setObject(index++, value);
        }
    }

    /** Executes a query and reads all its rows. */
    public static <T> List<T> read(PreparedStatement statement, Reader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }
}
