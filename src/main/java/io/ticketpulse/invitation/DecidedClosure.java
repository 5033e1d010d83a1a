package io.ticketpulse.invitation;

import java.time.YearMonth;

import io.ticketpulse.closure.TicketClosure;

/**
 * One line of the decision ledger.
 *
 * @param survey the name of the survey that takes the closure; null if and only if the reason is
 *               {@link SkipReason#NO_SURVEY}
 * @param month  the month of {@code closedAt} in the reporting zone, fixed here for ever
 */
public record DecidedClosure(TicketClosure closure, String survey, YearMonth month, SamplingDecision decision) {}
