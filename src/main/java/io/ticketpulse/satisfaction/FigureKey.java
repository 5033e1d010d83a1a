package io.ticketpulse.satisfaction;

import java.time.DateTimeException;
import java.time.YearMonth;

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
        String[] parts = text.split("/", 4);
        if (parts.length < 4) {
            throw new IllegalArgumentException("Not the key of a figure: it has fewer than three slashes");
        }
        try {
            return new FigureKey(parts[0], YearMonth.parse(parts[1]), parts[2], parts[3]);
        } catch (DateTimeException notAMonth) {
            throw new IllegalArgumentException("Not the key of a figure: its second part is not a month", notAMonth);
        }
    }
}
