package io.ticketpulse.invitation;

import java.util.List;
import java.util.UUID;
import java.util.function.ObjIntConsumer;

/**
 * Somebody is erased. Fired synchronously inside the transaction that does it, with the person and the invitations locked;
 * whoever observes it erases what its own room keeps, and leaves everything that is counted as it is.
 *
 * @param invitations all that the person ever got and that are still kept
 * @param erased      to be told of how much was erased
 */
public record PersonErased(List<UUID> invitations, ObjIntConsumer<Kind> erased) {

    /** What the answer to the request counts. */
    public enum Kind {
        /** Invitations that lost address, summary, language or zone. */
        INVITATIONS,
        /** Those of them that were not sent yet, and are not now. */
        CANCELLED,
        /** Comments. */
        COMMENTS,
        /** Reasons that staff gave for an opting out or a ruling. */
        REASONS,
        /** Closings that are kept whole. */
        CLOSINGS,
        /** Events that wait until Kafka is back. */
        EVENTS
    }
}
