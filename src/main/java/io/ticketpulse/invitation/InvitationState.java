package io.ticketpulse.invitation;

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
    REFUSED
}
