package io.ticketpulse.invitation;

import java.time.Duration;

/** Growing pauses between attempts to hand a mail over: half a minute, doubled each time, four hours at most. */
final class RetryPause {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int DOUBLINGS_TO_LONGEST = 9;

    private RetryPause() {
    }

    /** @param attempts how many have failed before this one, 0 or more */
    static Duration after(int attempts) {
        return attempts >= DOUBLINGS_TO_LONGEST ? LONGEST : FIRST.multipliedBy(1L << attempts);
    }
}
