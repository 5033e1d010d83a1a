package io.ticketpulse.invitation;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.closure.TicketClosure;

/**
 * The configured sampling rates of a survey.
 *
 * @param rate    where no rate of a value's own matches
 * @param byValue by dimension and value, values in the form of {@link #comparable(String)}
 */
record SamplingRates(double rate, Map<Dimension, Map<String, Double>> byValue) {

    /** Values of settings and tickets are compared without regard to upper and lower case. */
    static String comparable(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /** The highest rate of the closure's values, even if below {@link #rate()}; {@link #rate()} if none has one. */
    double of(TicketClosure closure) {
        OptionalDouble highest = byValue.entrySet().stream()
                .map(entry -> entry.getValue().get(comparable(entry.getKey().of(closure))))
                .filter(own -> own != null).mapToDouble(Double::doubleValue).max();
        return highest.orElse(rate);
    }

    /** Whether some closure may be left to chance. */
    boolean anyBelowOne() {
        return rate < 1 || byValue.values().stream().flatMap(own -> own.values().stream()).anyMatch(own -> own < 1);
    }
}
