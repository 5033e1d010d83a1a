package io.ticketpulse.closure.desk;

import java.time.Instant;

/** What a delivery says about a ticket. */
public sealed interface Report {

    /** The ticket was closed. */
    record Closed(Ticket ticket, Instant at) implements Report {}

    /** The ticket was reopened: it had been closed before, and the desk says so. */
    record Reopened(Ticket ticket, Instant at) implements Report {}

    /**
     * The ticket was seen open, by a desk that tells what a state is and not what it was. If we know of a closing before,
     * it was reopened.
     */
    record Open(Ticket ticket, Instant at) implements Report {}

    /** Nothing that has to do with closing and reopening. */
    record Irrelevant(Reason reason) implements Report {}

    /** Why a delivery is ignored. */
    enum Reason {
        /** About something else than a ticket's state. */
        OTHER_EVENT("It does not tell of a change of a ticket's state."),
        /** The state is neither closed nor open again, such as cancelled, merged or spam. */
        OTHER_STATE("The ticket's state is neither closed nor open again."),
        /** The ticket is gone. */
        DELETED("The ticket was deleted.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For people. */
        public String sentence() {
            return sentence;
        }
    }
}
