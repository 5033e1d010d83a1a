package io.ticketpulse.closure;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.TicketEvent.Reopening;
import io.ticketpulse.platform.UniqueId;

/** The {@code data} of ticket events, version 1. */
final class TicketEvents {

    static final String CLOSED = "io.ticketpulse.ticket.closed.v1";
    static final String REOPENED = "io.ticketpulse.ticket.reopened.v1";

    /** Of a reopening that a desk infers from an open ticket: it counts only after a closing that is known. */
    static final String ONLY_IF_CLOSED = "onlyIfClosed";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    static final int LONGEST_NAME = 63;
    static final int LONGEST_VALUE = 200;
    private static final int LONGEST_SUMMARY = 500;
    /** Beyond what any address may have, so that an over-long one is still seen to be none. */
    static final int LONGEST_ADDRESS = 500;
    /** Clocks of desks go wrong by time zones, not by more. */
    private static final Duration AHEAD = Duration.ofHours(24);

    private TicketEvents() {
    }

    /**
     * Reads a {@code ticket.closed}.
     *
     * @param dropped told the path of each optional field of the wrong type
     * @throws UnreadableEventException if it can never become a closure
     */
    static Closing closing(JsonNode data, Instant now, Consumer<String> dropped) {
        EventData event = new EventData(object(data), dropped);
        TicketKey ticket = ticket(event);
        Instant closedAt = notAhead(event.requiredInstant("closedAt"), now, "closedAt");
        EventData requester = event.inside("requester");
        TicketClosure closure = new TicketClosure(UniqueId.next(), ticket.desk(), ticket.ticketId(), 0, closedAt,
                event.text("ticketNumber", LONGEST_VALUE),
                event.text("ticketType", LONGEST_VALUE),
                event.text("summary", LONGEST_SUMMARY),
                event.instant("openedAt"),
                event.instant("resolvedAt"),
                event.text("priority", LONGEST_VALUE),
                event.text("category", LONGEST_VALUE),
                event.text("service", LONGEST_VALUE),
                event.text("assignmentGroup", LONGEST_VALUE),
                event.text("closeCode", LONGEST_VALUE),
                event.flag("slaMet"),
                new Requester(
                        requester.text("id", LONGEST_VALUE),
                        requester.text("email", LONGEST_ADDRESS),
                        requester.text("name", LONGEST_VALUE),
                        requester.text("locale", LONGEST_VALUE),
                        requester.text("timeZone", LONGEST_VALUE),
                        requester.text("department", LONGEST_VALUE),
                        requester.text("location", LONGEST_VALUE)),
                event.inside("assignee").text("email", LONGEST_ADDRESS));
        return new Closing(closure, event.count("reopenCount"));
    }

    /**
     * Reads a {@code ticket.reopened}.
     *
     * @throws UnreadableEventException if it can never be understood
     */
    static Reopening reopening(JsonNode data, Instant now, Consumer<String> dropped) {
        EventData event = new EventData(object(data), dropped);
        return new Reopening(UniqueId.next(), ticket(event),
                notAhead(event.requiredInstant("reopenedAt"), now, "reopenedAt"), event.count("reopenCount"),
                Boolean.TRUE.equals(event.flag(ONLY_IF_CLOSED)));
    }

    private static JsonNode object(JsonNode data) {
        if (data == null || !data.isObject()) {
            throw new UnreadableEventException("the data is not a JSON object");
        }
        return data;
    }

    private static TicketKey ticket(EventData event) {
        String desk = event.requiredText("desk", LONGEST_NAME);
        if (!NAME.matcher(desk).matches()) {
            throw new UnreadableEventException("desk is not a name like acme-jira");
        }
        return new TicketKey(desk, event.requiredText("ticketId", LONGEST_VALUE));
    }

    private static Instant notAhead(Instant instant, Instant now, String field) {
        if (instant.isAfter(now.plus(AHEAD))) {
            throw new UnreadableEventException("more than 24 hours ahead: " + field);
        }
        return instant;
    }
}
