package io.ticketpulse.satisfaction;

import java.time.Duration;
import java.util.Arrays;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.closure.TicketClosure;

/** How long tickets take, in classes; the limits are those at which customers begin to count in days and in weeks. */
enum TimeToResolve {
    /** The desk did not say when the ticket was opened, or said that it was after it was resolved. */
    UNKNOWN(Dimension.NONE, null),
    UNDER_4_HOURS("under 4 h", Duration.ofHours(4)),
    UNDER_1_DAY("4 h to 24 h", Duration.ofDays(1)),
    UNDER_3_DAYS("1 d to 3 d", Duration.ofDays(3)),
    UNDER_7_DAYS("3 d to 7 d", Duration.ofDays(7)),
    LONGER("7 d and more", Duration.ofSeconds(Long.MAX_VALUE));

    private final String value;
    private final Duration below;

    TimeToResolve(String value, Duration below) {
        this.value = value;
        this.below = below;
    }

    /** The class by its name, as dimensions have values. */
    String value() {
        return value;
    }

    /** @param time null if unknown */
    static TimeToResolve of(Duration time) {
        return time == null
                ? UNKNOWN
                : Arrays.stream(values()).filter(one -> one != UNKNOWN && time.compareTo(one.below) < 0).findFirst()
                        .orElse(LONGER);
    }

    /** From opening to resolution, to closing where that is unknown; null if that is unknown or negative. */
    static Duration of(TicketClosure closure) {
        if (closure.openedAt() == null) {
            return null;
        }
        Duration time = Duration.between(closure.openedAt(),
                closure.resolvedAt() == null ? closure.closedAt() : closure.resolvedAt());
        return time.isNegative() ? null : time;
    }
}
