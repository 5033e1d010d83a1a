package io.ticketpulse.closure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * New closures are in the database, and all that will be known of their requesters is. Fired synchronously inside the
 * transaction that recorded them, or, where the requester had to be looked up, inside one that has the ticket locked and
 * ends the waiting; so whoever observes it succeeds or fails together with that.
 *
 * @param closures never empty; in the order in which they arrived
 * @param reopened those of them that are over already: {@link ClosuresReopened} follows for them
 * @param at       now
 */
public record ClosuresRecorded(List<TicketClosure> closures, Set<UUID> reopened, Instant at) {}
