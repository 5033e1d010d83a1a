package io.ticketpulse.invitation;

/** Why an invitation was given up before its mail was sent. */
enum CancelReason {
    /** The ticket was reopened. */
    REOPENED,
    /** The person opted out meanwhile. */
    OPTED_OUT,
    /** The person was erased. */
    ERASED,
    /** The mail server did not take the mail until there was no point any more. */
    EXPIRED_UNSENT
}
