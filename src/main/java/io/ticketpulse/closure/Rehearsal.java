package io.ticketpulse.closure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketpulse.closure.Desks.KnownDesk;
import io.ticketpulse.closure.desk.Delivery;
import io.ticketpulse.closure.desk.Desk;
import io.ticketpulse.closure.desk.NotUnderstoodException;
import io.ticketpulse.closure.desk.Report;
import io.ticketpulse.closure.desk.Ticket;

/** Reads a delivery as if it had been sent, and tells what was understood instead of doing anything about it. */
@Singleton
class Rehearsal {

    /** What figures and mails are made of, where a desk should say it. */
    private static final List<String> EXPECTED = List.of("ticketNumber", "ticketType", "summary", "priority",
            "category", "service", "assignmentGroup", "assignee.email", "closeCode", "slaMet", "openedAt",
            "requester.email", "requester.locale", "requester.timeZone", "requester.department", "requester.location");

    private final TicketEventWriter writer;

    Rehearsal(TicketEventWriter writer) {
        this.writer = writer;
    }

    /**
     * What would have become of a delivery.
     *
     * @param authentic  whether its headers prove that it comes from the desk; they seldom do where only a body was
     *                   pasted
     * @param understood whether it is what this kind of desk sends
     * @param problem    why it is not, else null
     * @param reports    what it says
     */
    public record Result(String desk, String kind, boolean authentic, boolean understood, String problem,
            List<Understood> reports) {}

    /**
     * What a delivery says of a ticket.
     *
     * @param outcome {@code CLOSED}, {@code REOPENED}, {@code OPEN} (reopened, if it is known as closed) or
     *                {@code IGNORED}
     * @param reason  why it is open or ignored, else null
     * @param at      when the ticket was closed or reopened
     * @param timeTold whether the delivery says so; else it is the time of receipt, which a retry would change
     * @param fields  what was found
     * @param unknown what was not
     * @param dropped what was of the wrong type
     * @param vainPaths where the settings say that fields are, by field, and nothing was
     */
    public record Understood(String outcome, String reason, Instant at, boolean timeTold, List<FoundField> fields,
            List<String> unknown, List<String> dropped, Map<String, String> vainPaths) {}

    /** @param from where in the delivery */
    public record FoundField(String field, JsonNode value, String from) {}

    Result of(KnownDesk desk, Delivery delivery) {
        boolean authentic = DeliveryIntake.isAuthentic(desk, delivery);
        String kind = desk.kind().names().get(0);
        List<Understood> reports = new ArrayList<>();
        try {
            for (Report report : desk.kind().read(delivery, desk.desk())) {
                Set<String> dropped = new TreeSet<>();
                writer.write(desk.desk().name(), report, dropped::add);
                reports.add(understood(report, desk.desk(), dropped, delivery.receivedAt()));
            }
        } catch (NotUnderstoodException broken) {
            return new Result(desk.desk().name(), kind, authentic, false, broken.getMessage(), List.of());
        }
        return new Result(desk.desk().name(), kind, authentic, true, null, reports);
    }

    private static Understood understood(Report report, Desk desk, Set<String> dropped, Instant receivedAt) {
        if (report instanceof Report.Closed closed) {
            return understood("CLOSED", null, closed.ticket(), closed.at(), receivedAt, EXPECTED, dropped);
        }
        if (report instanceof Report.Reopened reopened) {
            return understood("REOPENED", null, reopened.ticket(), reopened.at(), receivedAt, List.of(), dropped);
        }
        if (report instanceof Report.Open open) {
            return understood("OPEN", "The ticket's state is none that closes it. " + (desk.closedStates().isEmpty()
                    ? "If it should be, name it in closed-states of the desk."
                    : "In closed-states of the desk there are: " + String.join(", ", desk.closedStates())),
                    open.ticket(), open.at(), receivedAt, List.of(), dropped);
        }
        return new Understood("IGNORED", ((Report.Irrelevant) report).reason().sentence(), null, true, List.of(),
                List.of(), List.of(), Map.of());
    }

    private static Understood understood(String outcome, String reason, Ticket ticket, Instant at, Instant receivedAt,
            List<String> expected, Set<String> dropped) {
        List<FoundField> fields = ticket.fields().stream().filter(field -> !dropped.contains(field.name()))
                .map(field -> new FoundField(field.name(), field.value(), field.from())).toList();
        return new Understood(outcome, reason, at, !at.equals(receivedAt), fields, expected.stream()
                .filter(name -> fields.stream().noneMatch(field -> field.field().equals(name))
                        && !dropped.contains(name))
                .toList(), List.copyOf(dropped), ticket.vainPaths());
    }
}
