package io.ticketpulse.closure;

import java.time.Instant;
import java.util.List;

/**
 * New closures are in the database. Fired synchronously inside the transaction that recorded them, so that whoever
 * observes it succeeds or fails together with the recording.
 *
 * @param closures never empty; in the order in which they arrived
 * @param at       now
 */
public record ClosuresRecorded(List<TicketClosure> closures, Instant at) {}
