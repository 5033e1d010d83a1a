package io.ticketpulse.satisfaction;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;

/**
 * What counts of one closure of a survey.
 *
 * @param values      the closure's value of every dimension
 * @param slaMet      null if unknown
 * @param timeToResolve how long the ticket took, see {@link TimeToResolve}; null if unknown
 * @param skipped     why nobody was asked; null if the closure was sampled
 * @param probability of being sampled, above 0 and at most 1; null if the decision fell before the draw
 * @param invitation  where the invitation stands; null unless sampled
 * @param scale       of the score, the survey's when it asked; null if no response counts
 * @param score       of the response that counts; null if none does
 * @param commented   whether that response has a comment
 * @param quarantined whether a response to this closure is set aside
 * @param drivers     reasons given in the response that counts
 */
record Fact(
        Map<Dimension, String> values,
        Boolean slaMet,
        Duration timeToResolve,
        SkipReason skipped,
        Double probability,
        InvitationState invitation,
        boolean reopened,
        Scale scale,
        Integer score,
        boolean commented,
        boolean quarantined,
        List<String> drivers) {

    /**
     * Where the invitation stands in the counts. Whoever has answered was reached, whatever happened to the invitation
     * afterwards.
     */
    InvitationState outcome() {
        return score == null ? invitation : InvitationState.RESPONDED;
    }
}
