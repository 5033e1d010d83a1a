package io.ticketpulse.response;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A permission to send one form once. It travels in the form itself, signed, so that it needs neither a cookie nor a
 * row of its own; the row of the response it was used for remembers it.
 *
 * @param purpose    what the form may do
 * @param invitation whose form it is
 * @param issuedAt   to the millisecond
 * @param id         random, different in each form
 */
record Nonce(Purpose purpose, UUID invitation, Instant issuedAt, UUID id) {

    static final Duration LIFETIME = Duration.ofHours(24);

    /** What a form may do. */
    enum Purpose {
        /** Give a first answer. */
        ANSWER,
        /** Also change an answer that was given. */
        CORRECT
    }

    /** How long the form was open before it was sent. */
    Duration ageAt(Instant now) {
        return Duration.between(issuedAt, now);
    }

    boolean isExpiredAt(Instant now) {
        return ageAt(now).compareTo(LIFETIME) >= 0;
    }
}
