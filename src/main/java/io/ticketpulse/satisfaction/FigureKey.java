package io.ticketpulse.satisfaction;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.platform.Parameters;

/**
 * What a figure is about, and the key of its records on the topic.
 *
 * @param dimension {@link #ALL} or the wire name of a {@link io.ticketpulse.closure.Dimension}
 * @param value     {@link #EVERYTHING} for all; may hold slashes
 */
record FigureKey(String survey, YearMonth month, String dimension, String value) {

    /** The dimension that does not divide: one figure for all closures of the survey. */
    static final String ALL = "all";
    /** The one value of {@link #ALL}. */
    static final String EVERYTHING = "*";

    private static final Pattern TEXT = Pattern
            .compile("(?<survey>" + Parameters.NAME + ")/(?<month>" + Parameters.MONTH
                    + ")/(?<dimension>[^/]+)/(?<value>.+)", Pattern.DOTALL);

    /** Whether a figure can have this dimension. */
    static boolean isDimension(String name) {
        return name.equals(ALL)
                || Stream.of(Dimension.values()).anyMatch(dimension -> dimension.wireName().equals(name));
    }

    /** The same figure of another month. */
    FigureKey in(YearMonth other) {
        return new FigureKey(survey, other, dimension, value);
    }

    /** {@code {survey}/{month}/{dimension}/{value}}. */
    String text() {
        return survey + "/" + month + "/" + dimension + "/" + value;
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if it is not a key
     */
    static FigureKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || !isDimension(parts.group("dimension"))) {
            throw new IllegalArgumentException("Not the key of a figure");
        }
        return new FigureKey(parts.group("survey"), YearMonth.parse(parts.group("month")), parts.group("dimension"),
                parts.group("value"));
    }
}
