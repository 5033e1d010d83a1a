package io.ticketpulse.invitation;

import java.time.Instant;
import java.util.List;

/**
 * Closures were decided, each exactly once in its life. Fired synchronously inside the transaction that records the
 * decisions, before any {@link InvitationsChanged} of theirs.
 *
 * @param decided never empty
 * @param at      now
 */
public record ClosuresDecided(List<DecidedClosure> decided, Instant at) {}
