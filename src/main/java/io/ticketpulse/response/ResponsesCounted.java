package io.ticketpulse.response;

import java.util.List;
import java.util.UUID;

import io.ticketpulse.invitation.Scale;

/**
 * What counts of the responses to some closures has changed. Fired synchronously inside the transaction that changed
 * it: once the burst window of a response is over, and whenever a counted response is corrected, quarantined or
 * released.
 *
 * @param standings never empty; the whole truth about each closure, not a difference
 */
public record ResponsesCounted(List<Standing> standings) {

    /**
     * What counts of one closure's response.
     *
     * @param scale       of the score, the survey's when it asked; null if nothing counts
     * @param score       null if nothing counts
     * @param commented   whether the counted response has a comment
     * @param drivers     reasons the customer ticked in the counted response; never null
     * @param quarantined whether any response to this closure is in quarantine
     */
    public record Standing(UUID closureId, Scale scale, Integer score, boolean commented, List<String> drivers,
            boolean quarantined) {}
}
