package io.ticketpulse.closure;

import java.time.Instant;
import java.util.UUID;

/**
 * One closing of one ticket in one cycle, as it was recorded. Everything but the first five components may be null,
 * which means that the desk did not say; unknown is never read as false or 0.
 *
 * @param id          ours, a UUIDv7
 * @param desk        the installation of a service-desk tool that the ticket lives in
 * @param ticketId    the desk's own identifier of the ticket
 * @param cycle       0 for the first closing, one more after each reopening; never renumbered
 * @param closedAt    the instant of the closing, to the microsecond
 * @param slaMet      whether the service level agreement was met
 * @param requester   the customer; never null, though all of it may be unknown
 * @param assigneeEmail who resolved it, to keep people from being asked about their own work
 */
public record TicketClosure(
        UUID id,
        String desk,
        String ticketId,
        int cycle,
        Instant closedAt,
        String ticketNumber,
        String ticketType,
        String summary,
        Instant openedAt,
        Instant resolvedAt,
        String priority,
        String category,
        String service,
        String assignmentGroup,
        String closeCode,
        Boolean slaMet,
        Requester requester,
        String assigneeEmail) {

    /**
     * The same closing with what is kept of its customer elsewhere.
     *
     * @param about the summary of the ticket, null if unknown
     */
    public TicketClosure of(Requester known, String about) {
        return new TicketClosure(id, desk, ticketId, cycle, closedAt, ticketNumber, ticketType, about, openedAt,
                resolvedAt, priority, category, service, assignmentGroup, closeCode, slaMet, known, assigneeEmail);
    }

    /** The same closing of somebody of whom more is known now. */
    TicketClosure of(Requester known) {
        return new TicketClosure(id, desk, ticketId, cycle, closedAt, ticketNumber, ticketType, summary, openedAt,
                resolvedAt, priority, category, service, assignmentGroup, closeCode, slaMet, known, assigneeEmail);
    }

    /** The same closing without who resolved it. */
    TicketClosure withoutAssignee() {
        return new TicketClosure(id, desk, ticketId, cycle, closedAt, ticketNumber, ticketType, summary, openedAt,
                resolvedAt, priority, category, service, assignmentGroup, closeCode, slaMet, requester, null);
    }

    /** The same closing in the cycle that it turned out to belong to. */
    TicketClosure inCycle(int number) {
        return new TicketClosure(id, desk, ticketId, number, closedAt, ticketNumber, ticketType, summary, openedAt,
                resolvedAt, priority, category, service, assignmentGroup, closeCode, slaMet, requester, assigneeEmail);
    }
}
