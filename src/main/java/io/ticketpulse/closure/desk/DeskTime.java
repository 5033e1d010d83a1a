package io.ticketpulse.closure.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Times as desks write them: like ISO 8601, with a T or a blank, with or without seconds, with up to nine digits of a
 * fraction, with {@code Z}, {@code +02:00}, {@code +0200}, or no offset at all.
 */
public final class DeskTime {

    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']").appendPattern("HH:mm[:ss]")
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd()
            .appendPattern("[ ]").appendPattern("[XXX][XX][X]").toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private DeskTime() {
    }

    /**
     * Reads a time.
     *
     * @param text null is no time
     * @param zone where the desk's clock hangs, for times without an offset
     * @return null if it is none
     */
    public static Instant parse(String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        try {
            TemporalAccessor time = LENIENT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : ((LocalDateTime) time).atZone(zone).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The first of some fields that is a time; otherwise the instant given. */
    public static Instant first(Payload source, ZoneId zone, Instant otherwise, String... paths) {
        for (String path : paths) {
            Instant time = parse(source.text(path), zone);
            if (time != null) {
                return time;
            }
        }
        return otherwise;
    }

    /** Reads milliseconds since 1970-01-01T00:00Z; null if it is no such number. */
    public static Instant ofEpochMillis(Long millis) {
        return millis == null || millis < 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** Reads seconds since 1970-01-01T00:00Z; null if it is no such number. */
    public static Instant ofEpochSeconds(Long seconds) {
        return seconds == null || seconds < 0 || seconds > 253_402_300_799L ? null : Instant.ofEpochSecond(seconds);
    }
}
