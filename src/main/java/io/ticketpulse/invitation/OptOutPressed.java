package io.ticketpulse.invitation;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody, or something, has pressed the button of an opt-out page. Fired synchronously inside the transaction in which
 * it would take effect; who knows better than this room may doubt that it was a person, who is then asked to press once
 * more.
 */
public final class OptOutPressed {

    private final UUID invitation;
    private final Instant shownAt;
    private boolean doubted;

    OptOutPressed(UUID invitation, Instant shownAt) {
        this.invitation = invitation;
        this.shownAt = shownAt;
    }

    /** By whose link the page was opened. */
    public UUID invitation() {
        return invitation;
    }

    /** When the page with the button was shown; to the millisecond. */
    public Instant shownAt() {
        return shownAt;
    }

    /** It may have been a machine. */
    public void doubt() {
        doubted = true;
    }

    boolean doubted() {
        return doubted;
    }
}
