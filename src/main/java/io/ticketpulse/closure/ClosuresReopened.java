package io.ticketpulse.closure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The tickets of these recorded closures were reopened after them. Fired once a closure, synchronously inside the
 * transaction that learned of it. Where that transaction also records closures, it comes before their
 * {@link ClosuresRecorded} for closures that were known, and after it for those among them. For a closure of which nobody
 * has been told yet, because its requester is being looked up, it comes again after its {@link ClosuresRecorded}.
 *
 * @param closureIds never empty
 * @param at         now, which may be long after the reopening
 */
public record ClosuresReopened(List<UUID> closureIds, Instant at) {}
