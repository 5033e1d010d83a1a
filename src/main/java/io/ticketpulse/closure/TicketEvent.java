package io.ticketpulse.closure;

import java.time.Instant;
import java.util.UUID;

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
