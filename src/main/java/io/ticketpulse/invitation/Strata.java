package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.ticketpulse.closure.Closures;
import io.ticketpulse.closure.Dimension;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.ReportingZone;

/**
 * Sampling rates that a wanted minimum gives to a value for a month: the minimum divided by the closures of the survey
 * that the value had the month before, 1 at most and 1 without history, fixed at the first use.
 */
@Singleton
class Strata {

    private final Closures closures;
    private final Surveys surveys;
    private final ReportingZone zone;

    Strata(Closures closures, Surveys surveys, ReportingZone zone) {
        this.closures = closures;
        this.surveys = surveys;
        this.zone = zone;
    }

    /** A survey's month by one dimension. */
    record Grouping(String survey, YearMonth month, Dimension dimension) {}

    /** One value of a grouping. */
    record Stratum(Grouping grouping, String value) implements Comparable<Stratum> {

        private static final Comparator<Stratum> ORDER = Comparator
                .comparing((Stratum stratum) -> stratum.grouping.survey)
                .thenComparing(stratum -> stratum.grouping.month)
                .thenComparing(stratum -> stratum.grouping.dimension.wireName())
                .thenComparing(Stratum::value);

        @Override
        public int compareTo(Stratum other) {
            return ORDER.compare(this, other);
        }

        private Object[] key() {
            return new Object[]{grouping.survey, grouping.month.toString(), grouping.dimension.wireName(), value};
        }
    }

    /** The strata whose minimum a closure counts for. */
    static List<Stratum> of(SurveyPolicy policy, YearMonth month, TicketClosure closure) {
        return policy.minimumPerMonth().keySet().stream()
                .map(dimension -> new Stratum(new Grouping(policy.survey().name(), month, dimension),
                        dimension.of(closure)))
                .toList();
    }

    /**
     * The rate of each stratum, which is the same for ever after.
     *
     * @param wanted the strata and their minimum
     */
    Map<Stratum, Double> rates(Connection connection, Map<Stratum, Integer> wanted) throws SQLException {
        Map<Stratum, Double> rates = read(connection, wanted);
        Map<Stratum, Integer> unused = new TreeMap<>(wanted);
        unused.keySet().removeAll(rates.keySet());
        if (unused.isEmpty()) {
            return rates;
        }
        insert(connection, firstUse(unused));
        // Read back: another replica may have been the first.
        return read(connection, wanted);
    }

    private Map<Stratum, Double> firstUse(Map<Stratum, Integer> unused) {
        Map<Stratum, Integer> lastMonth = new HashMap<>();
        unused.keySet().stream().collect(Collectors.groupingBy(Stratum::grouping)).forEach((grouping, strata) -> {
            YearMonth before = grouping.month.minusMonths(1);
            closures.volumes(grouping.dimension, strata.stream().map(Stratum::value).toList(), zone.startOf(before),
                    zone.endOf(before)).stream()
                    .filter(volume -> surveys.takingType(volume.ticketType())
                            .filter(policy -> policy.survey().name().equals(grouping.survey)).isPresent())
                    .forEach(volume -> lastMonth.merge(new Stratum(grouping, volume.value()), volume.closures(),
                            Integer::sum));
        });
        Map<Stratum, Double> rates = new TreeMap<>();
        unused.forEach((stratum, minimum) -> rates.put(stratum, lastMonth.containsKey(stratum)
                ? Math.min(1.0, (double) minimum / lastMonth.get(stratum))
                : 1.0));
        return rates;
    }

    private static Map<Stratum, Double> read(Connection connection, Map<Stratum, Integer> wanted)
            throws SQLException {
        Map<Stratum, Double> rates = new HashMap<>();
        Batch.select(connection, """
                SELECT survey, month, dimension, value, probability FROM stratum
                WHERE (survey, month, dimension, value) IN (%s)""",
                wanted.keySet().stream().map(Stratum::key).toList(),
                row -> rates.put(
                        new Stratum(new Grouping(row.getString("survey"), YearMonth.parse(row.getString("month")),
                                Dimension.named(row.getString("dimension")).orElseThrow()), row.getString("value")),
                        row.getDouble("probability")));
        return rates;
    }

    private static void insert(Connection connection, Map<Stratum, Double> rates) throws SQLException {
        Batch.update(connection, """
                INSERT INTO stratum (survey, month, dimension, value, probability) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE probability = stratum.probability""", rates.entrySet(),
                (statement, entry) -> {
                    Object[] key = entry.getKey().key();
                    for (int i = 0; i < key.length; i++) {
                        statement.setObject(i + 1, key[i]);
                    }
                    statement.setDouble(5, entry.getValue());
                });
    }
}
