package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import io.ticketpulse.platform.Batch;

/** How many closures of a month a survey with a monthly cap has sampled: exact, because the row is locked meanwhile. */
@Singleton
class MonthlyQuotas {

    /** A survey's month. */
    record Key(String survey, YearMonth month) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int bySurvey = survey.compareTo(other.survey);
            return bySurvey != 0 ? bySurvey : month.compareTo(other.month);
        }
    }

    /**
     * Locks the rows until the end of the transaction and says how many each has sampled. A row that is new begins with
     * what was sampled before there was a cap.
     */
    Map<Key, Integer> lock(Connection connection, Collection<Key> keys) throws SQLException {
        Map<Key, Integer> sampled = read(connection, keys);
        Collection<Key> missing = new TreeSet<>(keys);
        missing.removeAll(sampled.keySet());
        if (missing.isEmpty()) {
            return sampled;
        }
        Batch.update(connection, """
                INSERT INTO monthly_quota (survey, month, sampled)
                SELECT ?, ?, COUNT(*) FROM invitation WHERE survey = ? AND month = ?
                ON DUPLICATE KEY UPDATE sampled = monthly_quota.sampled""", missing, (statement, key) -> {
            statement.setString(1, key.survey);
            statement.setString(2, key.month.toString());
            statement.setString(3, key.survey);
            statement.setString(4, key.month.toString());
        });
        return read(connection, keys);
    }

    private static Map<Key, Integer> read(Connection connection, Collection<Key> keys) throws SQLException {
        Map<Key, Integer> sampled = new HashMap<>();
        List<Object[]> values = new ArrayList<>();
        new TreeSet<>(keys).forEach(key -> values.add(new Object[]{key.survey, key.month.toString()}));
        Batch.select(connection,
                "SELECT survey, month, sampled FROM monthly_quota WHERE (survey, month) IN (%s) FOR UPDATE", values,
                row -> sampled.put(
                        new Key(row.getString("survey"), YearMonth.parse(row.getString("month"))),
                        row.getInt("sampled")));
        return sampled;
    }

    /** Writes what {@link #lock} gave, with this batch added. */
    void write(Connection connection, Map<Key, Integer> sampled) throws SQLException {
        Batch.update(connection, "UPDATE monthly_quota SET sampled = ? WHERE survey = ? AND month = ?",
                sampled.entrySet(), (statement, entry) -> {
                    statement.setInt(1, entry.getValue());
                    statement.setString(2, entry.getKey().survey);
                    statement.setString(3, entry.getKey().month.toString());
                });
    }
}
