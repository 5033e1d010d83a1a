package io.ticketpulse.closure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * New closures are in the database. Fired synchronously inside the transaction that recorded them, so that whoever
 * observes it succeeds or fails together with the recording.
 *
 * @param closures never empty; in the order in which they arrived
 * @param reopened those of them that are over already: {@link ClosuresReopened} follows for them
 * @param at       now
 */
public record ClosuresRecorded(List<TicketClosure> closures, Set<UUID> reopened, Instant at) {}
