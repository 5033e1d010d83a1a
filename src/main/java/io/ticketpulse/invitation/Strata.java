package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.platform.Batch;

/**
 * Sampling rates that a wanted minimum gives to a value for a month: the minimum divided by the closures the value had
 * the month before, 1 at most and 1 without history, fixed at the first use.
 */
@Singleton
class Strata {

    /** One value of one dimension in one month. */
    record Stratum(String survey, YearMonth month, Dimension dimension, String value) implements Comparable<Stratum> {

        private static final Comparator<Stratum> ORDER = Comparator.comparing(Stratum::survey)
                .thenComparing(Stratum::month).thenComparing(stratum -> stratum.dimension.wireName())
                .thenComparing(Stratum::value);

        @Override
        public int compareTo(Stratum other) {
            return ORDER.compare(this, other);
        }

        private Stratum monthBefore() {
            return new Stratum(survey, month.minusMonths(1), dimension, value);
        }

        private Object[] key() {
            return new Object[]{survey, month.toString(), dimension.wireName(), value};
        }
    }

    private record Row(int closures, Double probability) {}

    /** The strata whose minimum a closure counts for. */
    static List<Stratum> of(SurveyPolicy policy, YearMonth month, TicketClosure closure) {
        return policy.minimumPerMonth().keySet().stream()
                .map(dimension -> new Stratum(policy.survey().name(), month, dimension, dimension.of(closure)))
                .toList();
    }

    /**
     * Counts closures and gives the rate of each stratum, which is the same for ever after.
     *
     * @param closures how many there are in this batch, by stratum
     * @param wanted   the minimum of each stratum
     */
    Map<Stratum, Double> count(Connection connection, Map<Stratum, Integer> closures, Map<Stratum, Integer> wanted)
            throws SQLException {
        TreeMap<Stratum, Integer> sorted = new TreeMap<>(closures);
        Batch.update(connection, """
                INSERT INTO stratum (survey, month, dimension, value, closures) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE closures = stratum.closures + VALUES(closures)""", sorted.entrySet(),
                (statement, entry) -> {
                    Object[] key = entry.getKey().key();
                    for (int i = 0; i < key.length; i++) {
                        statement.setObject(i + 1, key[i]);
                    }
                    statement.setInt(5, entry.getValue());
                });
        List<Stratum> months = new ArrayList<>(sorted.keySet());
        sorted.keySet().forEach(stratum -> months.add(stratum.monthBefore()));
        Map<Stratum, Row> rows = read(connection, months);

        Map<Stratum, Double> rates = new HashMap<>();
        Map<Stratum, Double> fixedNow = new TreeMap<>();
        for (Stratum stratum : sorted.keySet()) {
            Double fixed = rows.get(stratum).probability;
            if (fixed == null) {
                Row before = rows.get(stratum.monthBefore());
                fixed = before == null ? 1.0 : Math.min(1.0, (double) wanted.get(stratum) / before.closures);
                fixedNow.put(stratum, fixed);
            }
            rates.put(stratum, fixed);
        }
        fix(connection, fixedNow);
        return rates;
    }

    private static Map<Stratum, Row> read(Connection connection, List<Stratum> strata) throws SQLException {
        Map<Stratum, Row> rows = new HashMap<>();
        Batch.select(connection, """
                SELECT survey, month, dimension, value, closures, probability FROM stratum
                WHERE (survey, month, dimension, value) IN (%s)""", strata.stream().map(Stratum::key).toList(),
                row -> rows.put(
                        new Stratum(row.getString("survey"), YearMonth.parse(row.getString("month")),
                                Dimension.named(row.getString("dimension")).orElseThrow(), row.getString("value")),
                        new Row(row.getInt("closures"), row.getObject("probability", Double.class))));
        return rows;
    }

    private static void fix(Connection connection, Map<Stratum, Double> rates) throws SQLException {
        Batch.update(connection, """
                UPDATE stratum SET probability = ?
                WHERE survey = ? AND month = ? AND dimension = ? AND value = ?""", rates.entrySet(),
                (statement, entry) -> {
                    statement.setDouble(1, entry.getValue());
                    Object[] key = entry.getKey().key();
                    for (int i = 0; i < key.length; i++) {
                        statement.setObject(i + 2, key[i]);
                    }
                });
    }
}
