package io.ticketpulse.closure;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;

/** What a desk told about a ticket. */
sealed interface TicketEvent {

    TicketKey ticket();

    /**
     * The ticket was closed.
     *
     * @param closure     what was told, with an identifier of its own; its cycle is not known yet
     * @param reopenCount how often the ticket had been reopened; null if the desk did not say
     */
    record Closing(TicketClosure closure, Integer reopenCount) implements TicketEvent {

        @Override
        public TicketKey ticket() {
            return new TicketKey(closure.desk(), closure.ticketId());
        }

        Instant closedAt() {
            return closure.closedAt();
        }

        /** The same where it does not say who somebody is. */
        Closing without(Predicate<String> isTheirs) {
            String requester = closure.requester().email();
            Closing closing = requester != null && isTheirs.test(requester) ? withoutRequester() : this;
            String assignee = closure.assigneeEmail();
            return assignee != null && isTheirs.test(assignee)
                    ? new Closing(closing.closure.withoutAssignee(), reopenCount)
                    : closing;
        }

        Closing withoutName() {
            Requester known = closure.requester();
            return new Closing(closure.of(new Requester(known.id(), known.email(), null, known.locale(),
                    known.timeZone(), known.department(), known.location())), reopenCount);
        }

        /** The same without anything that says who the requester is. */
        Closing withoutRequester() {
            Requester requester = closure.requester();
            return new Closing(closure.of(new Requester(null, null, null, null, null, requester.department(),
                    requester.location()), null), reopenCount);
        }
    }

    /**
     * The ticket was reopened.
     *
     * @param reopenCount  how often it has been, with this time; null if the desk did not say
     * @param onlyIfClosed the desk only saw the ticket open: if it is not known as closed then, it was not reopened
     */
    record Reopening(UUID id, TicketKey ticket, Instant reopenedAt, Integer reopenCount, boolean onlyIfClosed)
            implements
                TicketEvent {}
}
