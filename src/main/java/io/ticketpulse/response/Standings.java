package io.ticketpulse.response;

import java.util.List;
import java.util.Optional;

import io.ticketpulse.invitation.InvitedCustomer;

/** Puts into the words of the later rooms what counts of a response. */
final class Standings {

    private Standings() {
    }

    /** @param counting what counts, empty if nothing does */
    static ResponsesCounted.Standing of(InvitedCustomer customer, Optional<Answer> counting, boolean quarantined) {
        return new ResponsesCounted.Standing(customer.closure().id(), counting.map(Answer::scale).orElse(null),
                counting.map(Answer::score).orElse(null),
                counting.map(Answer::commented).orElse(false), counting.map(Answer::drivers).orElse(List.of()),
                quarantined);
    }
}
