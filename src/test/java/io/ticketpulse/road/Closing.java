package io.ticketpulse.road;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** One closing of one ticket in one cycle. */
record Closing(Ticket ticket, int cycle, Instant closedAt) {

    /** The reporting zone of the run. Its clocks go forward on 30 March 2025. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    YearMonth month() {
        return YearMonth.from(closedAt.atZone(ZONE));
    }
}
