package io.ticketpulse.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.ticketpulse.invitation.InvitedCustomer;

/**
 * What somebody meets who follows a link.
 *
 * @param history all responses to the invitation, oldest first
 */
record Visit(InvitedCustomer customer, List<GivenResponse> history) {

    /** Whether the link is neither used up nor taken back. */
    boolean mayAnswer() {
        return switch (customer.state()) {
            // A pending invitation with a link in the world: the mail went out, and the stamp on it is on its way.
            case PENDING, SENT, RESPONDED -> true;
            case EXPIRED, BOUNCED, WITHDRAWN, CANCELLED, REFUSED -> false;
        };
    }

    /** The response that stands, if any. */
    Optional<GivenResponse> standing() {
        return AnswerRules.standing(history);
    }

    /** For a form on a page that shows this. */
    Nonce nonce(Instant now) {
        return Nonce.fresh(customer.id(), history.size(), driversShown().hashCode(), now);
    }

    /** The reasons that a page which shows this offers, in their order there. */
    List<String> driversShown() {
        return customer.survey().drivers().shownTo(customer.id());
    }
}
