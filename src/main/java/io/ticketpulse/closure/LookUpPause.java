package io.ticketpulse.closure;

import java.time.Duration;

/** Growing pauses between attempts to ask a desk: two seconds, doubled each time, a minute at most. */
final class LookUpPause {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS_TO_LONGEST = 5;

    private LookUpPause() {
    }

    /** @param attempts how many have failed, 1 or more */
    static Duration after(int attempts) {
        return attempts > DOUBLINGS_TO_LONGEST ? LONGEST : FIRST.multipliedBy(1L << (attempts - 1));
    }
}
