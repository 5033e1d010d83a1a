package io.ticketpulse.invitation;

import java.time.Instant;

/**
 * An invitation for which something is to be done now, claimed so that no other replica does it.
 *
 * @param optedOut whether the person opted out
 */
record DueInvitation(InvitationTable.Row row, boolean optedOut) {

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
        /** Keep the address no longer: the link is closed, and no response to it can be set aside for another. */
        FORGET,
        /** Nothing but waiting for the end of the link. */
        WAIT
    }

    /** Where to write to; null if that is not kept any more. */
    String address() {
        return row.addressee().address();
    }

    Action action(Instant now) {
        boolean over = !now.isBefore(row.expiresAt());
        if (row.state() == InvitationState.RESPONDED) {
            return over ? Action.FORGET : Action.WAIT;
        }
        if (row.state() == InvitationState.PENDING) {
            boolean neverHadTime = row.expiresAt().equals(row.askedAt()) && row.attempts() == 0;
            return over && !neverHadTime || address() == null ? Action.GIVE_UP : Action.SEND;
        }
        if (over) {
            return Action.EXPIRE;
        }
        return row.remindedAt() == null && !optedOut && address() != null ? Action.REMIND : Action.WAIT;
    }
}
