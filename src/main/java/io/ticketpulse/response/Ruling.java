package io.ticketpulse.response;

import java.time.Instant;

/**
 * What an administrator decided about a response.
 *
 * @param reason in the administrator's words, 1 to {@value #LONGEST_REASON} characters
 * @param by     the name of the login
 */
record Ruling(Kind ruling, String reason, String by, Instant at) {

    static final int LONGEST_REASON = 500;

    /** Which way. */
    enum Kind {
        /** A machine's: keep it, and do not count it. */
        QUARANTINE,
        /** A person's after all: count it. */
        RELEASE
    }

    /** Whether the response already is where this puts it. */
    boolean changesNothingOf(GivenResponse given) {
        return given.quarantined() == (ruling == Kind.QUARANTINE);
    }
}
