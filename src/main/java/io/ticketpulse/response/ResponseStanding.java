package io.ticketpulse.response;

/** Where a response stands. At most one response to an invitation is accepted and settled. */
enum ResponseStanding {
    /** Stands; counts as soon as it has settled, and until then the one that it corrects does. */
    ACCEPTED,
    /** Counted until a correction settled. */
    SUPERSEDED,
    /** Looks like a machine's; kept and shown, counted nowhere. */
    QUARANTINED
}
