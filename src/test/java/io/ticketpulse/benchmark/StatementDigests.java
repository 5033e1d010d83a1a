package io.ticketpulse.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The statements that a database was sent, without their values, as the server counted them. */
record StatementDigests(Map<String, Use> byText) {

    /**
     * @param times how often it was executed
     * @param rows how many rows it touched or gave in all
     * @param seconds how long the server worked on it in all
     */
    record Use(long times, long rows, double seconds) {

        private Use plus(Use other) {
            return new Use(times + other.times, rows + other.rows, seconds + other.seconds);
        }
    }

    static StatementDigests read(Connection connection, String database) throws SQLException {
        Map<String, Use> byText = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT DIGEST_TEXT, COUNT_STAR, SUM_ROWS_AFFECTED + SUM_ROWS_SENT, SUM_TIMER_WAIT / 1e12
                FROM performance_schema.events_statements_summary_by_digest WHERE SCHEMA_NAME = ?""")) {
            statement.setString(1, database);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byText.merge(withoutLengths(rows.getString(1)),
                            new Use(rows.getLong(2), rows.getLong(3), rows.getDouble(4)), Use::plus);
                }
            }
        }
        return new StatementDigests(byText);
    }

    /** {@return what has been sent since an earlier look} */
    StatementDigests since(StatementDigests earlier) {
        Map<String, Use> since = new TreeMap<>();
        byText.forEach((text, use) -> {
            Use before = earlier.byText.getOrDefault(text, new Use(0, 0, 0));
            if (use.times > before.times) {
                since.put(text,
                        new Use(use.times - before.times, use.rows - before.rows, use.seconds - before.seconds));
            }
        });
        return new StatementDigests(since);
    }

    /** The server writes a table of values out row by row, and cuts off what is too long. */
    private static String withoutLengths(String text) {
        return text.replaceAll("VALUES ROW \\(\\.\\.\\.\\).*", "VALUES ROW (...) ...");
    }

    /** {@return one line a statement, the one that took the server longest first} */
    List<String> lines() {
        return byText.entrySet().stream()
                .sorted(Comparator.comparingDouble(statement -> -statement.getValue().seconds))
                .map(statement -> String.format(Locale.ROOT, "%8.3f s %8d times %9d rows  %s",
                        statement.getValue().seconds, statement.getValue().times, statement.getValue().rows,
                        statement.getKey().replace('\n', ' ')))
                .toList();
    }

    /**
     * Those of the consuming path: reading and writing statements that come with nearly every batch. Jobs come by the clock
     * and are rarer.
     */
    private StatementDigests ofBatches() {
        Map<String, Use> ofBatches = new TreeMap<>(byText);
        ofBatches.keySet().removeIf(text -> !text.matches("(?s)(SELECT|INSERT|UPDATE|DELETE|REPLACE) .*"));
        long batches = ofBatches.values().stream().mapToLong(Use::times).max().orElse(0);
        ofBatches.values().removeIf(use -> use.times * 2 < batches);
        return new StatementDigests(ofBatches);
    }

    /** {@return sentences that say where two programs did not send the same; none if they did} */
    static List<String> differences(StatementDigests bare, StatementDigests service) {
        Map<String, Use> first = bare.ofBatches().byText;
        Map<String, Use> second = service.ofBatches().byText;
        List<String> differences = new ArrayList<>();
        TreeSet<String> texts = new TreeSet<>(first.keySet());
        texts.addAll(second.keySet());
        for (String text : texts) {
            if (!second.containsKey(text)) {
                differences.add("only the plain program sent: " + text);
            } else if (!first.containsKey(text)) {
                differences.add("only the service sent: " + text);
            }
        }
        return differences;
    }
}
