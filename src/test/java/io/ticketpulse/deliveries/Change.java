package io.ticketpulse.deliveries;

import java.time.Duration;
import java.time.Instant;

/** What a desk tells of a ticket, in the order in which it happens. */
enum Change {
    CLOSED, REOPENED, CLOSED_AGAIN;

    private static final Instant FIRST = Instant.parse("2026-02-03T10:15:30.442Z");

    /** When it happened. */
    Instant of(int ticket) {
        return FIRST.plus(Duration.ofSeconds(ticket)).plus(Duration.ofHours(5).multipliedBy(ordinal()));
    }

    boolean closes() {
        return this != REOPENED;
    }
}
