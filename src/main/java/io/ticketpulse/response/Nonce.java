package io.ticketpulse.response;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A permission to send one form once. It travels in the form itself, signed, so that it needs neither a cookie nor a
 * row of its own; the row of the response it was used for remembers it.
 *
 * @param invitation  whose form it is
 * @param revision    the newest response there was when the form was handed out, so that it may correct that one and
 *                    none that came later; 0 if there was none
 * @param drivers     the hash code of the list of drivers that the page of the form shows, as {@link java.util.List} and
 *                    {@link String} define it
 * @param hurried     0; 1 if it was handed out in place of one that was sent too quickly; 2 if that one had been, too,
 *                    and came in no time
 * @param openedAt    when the form was handed out, or the first one whose place it takes; to the millisecond
 * @param handedOutAt when the form was handed out; to the millisecond
 * @param id          random, different in each form
 */
record Nonce(UUID invitation, int revision, int drivers, int hurried, Instant openedAt, Instant handedOutAt,
        UUID id) {

    static final Duration LIFETIME = Duration.ofHours(24);

    /** For a form that is handed out now. */
    static Nonce fresh(UUID invitation, int revision, int drivers, Instant now) {
        return new Nonce(invitation, revision, drivers, 0, now, now, UUID.randomUUID());
    }

    /** The fresh one in the place of this one, with another time from which on it is open. */
    Nonce onceMore(Nonce fresh, int newHurried, Instant newOpenedAt) {
        return new Nonce(invitation, fresh.revision, fresh.drivers, newHurried, newOpenedAt, fresh.handedOutAt,
                fresh.id);
    }

    /** The same for a page that shows this response, too. */
    Nonce knowing(GivenResponse given) {
        return new Nonce(invitation, given.revision(), drivers, hurried, openedAt, handedOutAt, id);
    }

    /** How long the form was open before it was sent. */
    Duration ageAt(Instant now) {
        return Duration.between(openedAt, now);
    }

    boolean isExpiredAt(Instant now) {
        return ageAt(now).compareTo(LIFETIME) >= 0;
    }

    /** Whether the page of the form may have shown this response: it was there already. */
    boolean knows(GivenResponse given) {
        return given.revision() <= revision;
    }
}
