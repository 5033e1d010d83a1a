package io.ticketpulse.platform;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The time zone in which months begin. A month is half-open: it holds its first instant and not the first instant of
 * the next month, so every instant belongs to exactly one month, also across changes of daylight saving time.
 */
public record ReportingZone(ZoneId id) {

    /** The month to which an instant belongs. */
    public YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(id));
    }

    /** The first instant of a month. */
    public Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(id).toInstant();
    }

    /** The first instant after a month. */
    public Instant endOf(YearMonth month) {
        return startOf(month.plusMonths(1));
    }
}
