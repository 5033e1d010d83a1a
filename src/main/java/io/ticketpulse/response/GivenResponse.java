package io.ticketpulse.response;

import java.time.Instant;
import java.util.UUID;

/**
 * One revision of the response to an invitation, as it was recorded.
 *
 * @param revision    1 for the first
 * @param nonce       the id of the nonce it was sent with
 * @param respondedAt to the microsecond
 * @param settlesAt   when the burst window is over and the response begins to count; null once it counts, or if it
 *                    never will
 * @param repeatedAt  when another form said the same again, the last time, to the millisecond like forms; null if none did
 */
record GivenResponse(UUID id, int revision, UUID nonce, Answer answer, ResponseStanding standing, Instant respondedAt,
        Instant settlesAt, Instant repeatedAt) {

    boolean stands() {
        return standing == ResponseStanding.ACCEPTED;
    }

    boolean quarantined() {
        return standing == ResponseStanding.QUARANTINED;
    }

    /** Stands, but does not count yet. */
    boolean waits() {
        return stands() && settlesAt != null;
    }

    /** Stands and counts. */
    boolean counts() {
        return stands() && settlesAt == null;
    }

    /** The same as it was said again. */
    GivenResponse repetition() {
        return new GivenResponse(id, revision, nonce, answer, standing, repeatedAt, null, null);
    }

    /** The same response, standing elsewhere, where it no longer waits for anything. */
    GivenResponse as(ResponseStanding other) {
        return new GivenResponse(id, revision, nonce, answer, other, respondedAt, null, repeatedAt);
    }
}
