package io.ticketpulse.invitation;

import java.time.Instant;

import io.ticketpulse.closure.TicketClosure;

/**
 * A closure whose customer may be asked.
 *
 * @param address the customer's; null if there is none that mail can be sent to
 * @param person  null until the policies about the ticket have let it pass
 */
record Candidate(TicketClosure closure, SurveyPolicy policy, EmailAddress address, Person person, Instant now) {

    Candidate with(Person known) {
        return new Candidate(closure, policy, address, known, now);
    }
}
