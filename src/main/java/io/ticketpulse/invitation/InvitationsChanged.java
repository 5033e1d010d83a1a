package io.ticketpulse.invitation;

import java.util.List;
import java.util.UUID;

/**
 * Invitations moved to another state. Fired synchronously inside the transaction that moved them. A newly sampled
 * closure is {@link InvitationState#PENDING} without saying so here.
 *
 * @param changes never empty
 */
public record InvitationsChanged(List<Change> changes) {

    /** The closure's invitation is now in {@code state}. */
    public record Change(UUID closureId, InvitationState state) {}
}
