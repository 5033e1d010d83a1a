package io.ticketpulse.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Instants in {@code DATETIME(6)} columns: UTC, cut to the microsecond (the database would round). They are handed over
 * as local date-times, which no driver setting and no zone of the JVM shifts.
 */
public final class Timestamps {

    private Timestamps() {
    }

    /** The instant as a column holds it; null stays null. */
    public static LocalDateTime of(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** The instant in a column, null if the column is. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
