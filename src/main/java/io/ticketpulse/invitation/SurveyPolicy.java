package io.ticketpulse.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.closure.TicketClosure;

/**
 * Everything that settings say of one survey, checked. Values of tickets are compared in lower case.
 *
 * @param ticketTypes     the types it takes; null for all
 * @param excluded        values of tickets that nobody is asked about
 * @param closeCodes      close codes of tickets that nobody is asked about
 * @param minimumPerMonth sampled closures wanted of each value of a dimension in a month
 * @param salt            null if every rate is 1
 * @param version         changes with whatever decisions depend on, but for the salt
 */
record SurveyPolicy(
        Survey survey,
        int order,
        Set<String> ticketTypes,
        Map<Dimension, Set<String>> excluded,
        Set<String> closeCodes,
        SamplingRates rates,
        Map<Dimension, Integer> minimumPerMonth,
        OptionalInt monthlyCap,
        String salt,
        Duration maxAge,
        Duration delay,
        SendingWindow window,
        Duration reminderAfter,
        Duration expiresAfter,
        String version) {

    /** Whether this survey asks about such tickets at all. */
    boolean takes(String ticketType) {
        return ticketTypes == null || ticketTypes.contains(SamplingRates.comparable(ticketType));
    }

    /** When to remind somebody who was sent a mail, or else when to close the link. */
    Instant nextActionAfterSending(Instant sentAt, Instant expiresAt) {
        Instant remindAt = sentAt.plus(reminderAfter);
        return reminderAfter.isZero() || !remindAt.isBefore(expiresAt) ? expiresAt : remindAt;
    }

    /** Whether settings say to leave this ticket alone. */
    boolean excludes(TicketClosure closure) {
        return excluded.entrySet().stream()
                .anyMatch(rule -> rule.getValue().contains(SamplingRates.comparable(rule.getKey().of(closure))))
                || closure.closeCode() != null && closeCodes.contains(SamplingRates.comparable(closure.closeCode()));
    }
}
