package io.ticketpulse.invitation;

import java.time.Duration;
import java.time.Instant;

/**
 * A form of an opt-out page, as it was shown. It may be sent however late and more than once, for a second time changes
 * nothing.
 *
 * @param person      the hash of the address by whose link the page was opened
 * @param openedAt    when it was handed out, or the first one whose place it takes; to the millisecond
 * @param handedOutAt when it was handed out; to the millisecond
 */
record OptOutForm(UnsignedBytes person, Instant openedAt, Instant handedOutAt) {

    /** Within this time nobody sees that there is a page again, and presses its button. */
    private static final Duration IN_NO_TIME = Duration.ofMillis(400);

    /** One that is handed out now. */
    static OptOutForm fresh(UnsignedBytes person, Instant now) {
        return new OptOutForm(person, now, now);
    }

    /** The one that takes the place of this one, which was sent too quickly. Its time goes on, for a person. */
    OptOutForm onceMore(Instant now) {
        return isPressedInNoTime(now) ? fresh(person, now) : new OptOutForm(person, openedAt, now);
    }

    /** Whether it was sent sooner than a person reads. */
    boolean isTooQuick(Duration minimumTime, Instant now) {
        return now.isBefore(openedAt.plus(minimumTime)) || isPressedInNoTime(now);
    }

    private boolean isPressedInNoTime(Instant now) {
        return handedOutAt.isAfter(openedAt) && now.isBefore(handedOutAt.plus(IN_NO_TIME));
    }
}
