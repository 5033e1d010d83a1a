package io.ticketpulse.satisfaction;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How settled a figure is. */
enum MonthStatus {
    /** Answers are still coming in; statistics move only in steps. */
    RUNNING,
    /** The month is over and so is the time to answer. */
    FINAL,
    /** It was final, and something came late. */
    CORRECTED;

    /** The word in events and on the API, e.g. {@code running}. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
