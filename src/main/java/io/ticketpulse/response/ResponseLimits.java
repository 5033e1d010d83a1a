package io.ticketpulse.response;

import java.time.Instant;
import java.util.List;

import io.ticketpulse.response.Verdict.Accepted;

/** How many responses a link takes within {@link Nonce#LIFETIME}: more than any person needs, and an end for machines. */
final class ResponseLimits {

    /** The most responses, apart from those that are set aside. */
    static final int MOST_RESPONSES = 50;

    /** Of a machine's forms no more are kept: it must not use up a person's link. */
    static final int MOST_IN_QUARANTINE = 20;

    /** Responses that were taken before they were set aside are kept all the same, so that there must be an end. */
    private static final int MOST_KEPT = 4 * MOST_RESPONSES;

    private ResponseLimits() {
    }

    /** When the link takes another response, accepted or not; now or before unless it has had more than enough. */
    static Instant takesMoreFrom(Verdict verdict, List<GivenResponse> history) {
        boolean accepted = verdict instanceof Accepted;
        List<GivenResponse> alike = history.stream().filter(given -> given.quarantined() != accepted).toList();
        Instant ofThese = takesMoreFrom(alike, accepted ? MOST_RESPONSES : MOST_IN_QUARANTINE);
        Instant ofAny = takesMoreFrom(history, MOST_KEPT);
        return ofThese.isAfter(ofAny) ? ofThese : ofAny;
    }

    private static Instant takesMoreFrom(List<GivenResponse> kept, int most) {
        return kept.size() < most ? Instant.MIN : kept.get(kept.size() - most).respondedAt().plus(Nonce.LIFETIME);
    }
}
