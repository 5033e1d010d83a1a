package io.ticketpulse.satisfaction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which stored figures are wanted, in the order of their keys. What is null does not matter.
 *
 * @param from  the first month
 * @param to    the last month
 * @param after the key behind which to go on
 */
record FigureFilter(String survey, YearMonth from, YearMonth to, String dimension, String value, FigureKey after) {

    /** A condition in SQL, with question marks for {@link #parameters()}. */
    String condition() {
        List<String> conditions = new ArrayList<>(List.of("TRUE"));
        if (survey != null) {
            conditions.add("survey = ?");
        }
        if (from != null) {
            conditions.add("month >= ?");
        }
        if (to != null) {
            conditions.add("month <= ?");
        }
        if (dimension != null) {
            conditions.add("dimension = ?");
        }
        if (value != null) {
            conditions.add("value = ?");
        }
        if (after != null) {
            // Written out, because MySQL finds no range in a comparison of rows.
            conditions.add("""
                    (survey > ? OR survey = ? AND month > ? OR survey = ? AND month = ? AND dimension > ?
                        OR survey = ? AND month = ? AND dimension = ? AND value > ?)""");
        }
        return String.join(" AND ", conditions);
    }

    /** What goes into {@link #condition()}. */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        Collections.addAll(parameters, survey, text(from), text(to), dimension, value);
        if (after != null) {
            String month = after.month().toString();
            Collections.addAll(parameters, after.survey(), after.survey(), month, after.survey(), month,
                    after.dimension(), after.survey(), month, after.dimension(), after.value());
        }
        parameters.removeIf(parameter -> parameter == null);
        return parameters;
    }

    private static String text(YearMonth month) {
        return month == null ? null : month.toString();
    }
}
