package io.ticketpulse.invitation;

import java.util.EnumSet;
import java.util.Set;

/** Where an invitation stands. */
public enum InvitationState {
    /** Waits for its due time, or for the mail server. */
    PENDING,
    /** The mail server took the mail. */
    SENT,
    /** A response was given. */
    RESPONDED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The mail came back for good. */
    BOUNCED,
    /** The ticket was reopened after the mail was sent and before anybody answered. */
    WITHDRAWN,
    /** Given up before the mail was sent. */
    CANCELLED,
    /** The mail server refused the mail for good. */
    REFUSED;

    /** The states that may follow this one. */
    public Set<InvitationState> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(SENT, CANCELLED, REFUSED);
            case SENT -> EnumSet.of(RESPONDED, EXPIRED, BOUNCED, WITHDRAWN);
            // A response that turns out not to be a person's is set aside, and the link is open again.
            // Or it is over, because the ticket was reopened meanwhile.
            case RESPONDED -> EnumSet.of(SENT, WITHDRAWN);
            // The mail was in flight when the ticket was reopened.
            case CANCELLED -> EnumSet.of(WITHDRAWN);
            // Out-of-office robots and slow relays send bounces late.
            case EXPIRED -> EnumSet.of(BOUNCED);
            case BOUNCED, WITHDRAWN, REFUSED -> EnumSet.noneOf(InvitationState.class);
        };
    }
}
