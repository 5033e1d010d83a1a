package io.ticketpulse.invitation;

import java.time.Instant;

/**
 * An invitation for which something is to be done now, claimed so that no other replica does it.
 *
 * @param address  the person's; null once erased
 * @param optedOut whether the person opted out
 */
record DueInvitation(InvitationTable.Row row, String address, boolean optedOut) {

    /** What is to be done. */
    enum Action {
        /** Send the invitation. */
        SEND,
        /** Send the one reminder. */
        REMIND,
        /** Give up a mail that nobody took in time. */
        GIVE_UP,
        /** Close the link. */
        EXPIRE,
        /** Nothing but waiting for the end of the link. */
        WAIT
    }

    Action action(Instant now) {
        boolean over = !now.isBefore(row.expiresAt());
        if (row.state() == InvitationState.PENDING) {
            boolean neverHadTime = row.expiresAt().equals(row.askedAt()) && row.attempts() == 0;
            return over && !neverHadTime || address == null ? Action.GIVE_UP : Action.SEND;
        }
        if (over) {
            return Action.EXPIRE;
        }
        return row.remindedAt() == null && !optedOut && address != null ? Action.REMIND : Action.WAIT;
    }
}
