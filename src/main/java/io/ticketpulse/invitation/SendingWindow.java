package io.ticketpulse.invitation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days and hours in which mails are sent, in the zone of the person who gets them.
 *
 * @param days never empty
 * @param from the first time of day at which a mail may go
 * @param to   the first time of day at which it may not any more; null for the end of the day
 */
public record SendingWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    static final SendingWindow ALWAYS = new SendingWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, null);

    private static final Pattern FORM = Pattern.compile(
            "(\\p{Alpha}{3})(?:-(\\p{Alpha}{3}))? +(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException saying how windows are written
     */
    public static SendingWindow of(String text) {
        if (text.strip().equalsIgnoreCase("always")) {
            return ALWAYS;
        }
        Matcher form = FORM.matcher(text.strip());
        try {
            if (form.matches()) {
                LocalTime from = LocalTime.parse(form.group(3));
                LocalTime to = form.group(4).equals("24:00") ? null : LocalTime.parse(form.group(4));
                if (to == null || from.isBefore(to)) {
                    return new SendingWindow(days(form.group(1), form.group(2)), from, to);
                }
            }
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            // Said below, once for every way to get it wrong.
        }
        throw new IllegalArgumentException("'" + text
                + "' is not a sending window; write always, or days and hours such as MON-FRI 08:00-18:00");
    }

    private static Set<DayOfWeek> days(String first, String last) {
        DayOfWeek from = day(first);
        DayOfWeek to = last == null ? from : day(last);
        Set<DayOfWeek> days = EnumSet.of(from);
        for (DayOfWeek day = from; day != to; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The instant itself if it lies in the window, else the next opening. */
    Instant next(Instant instant, ZoneId zone) {
        if (equals(ALWAYS)) {
            return instant;
        }
        ZonedDateTime local = instant.atZone(zone);
        for (LocalDate day = local.toLocalDate();; day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                Instant opens = day.atTime(from).atZone(zone).toInstant();
                Instant closes = to == null
                        ? day.plusDays(1).atStartOfDay(zone).toInstant()
                        : day.atTime(to).atZone(zone).toInstant();
                if (instant.isBefore(closes)) {
                    return instant.isBefore(opens) ? opens : instant;
                }
            }
        }
    }
}
