package io.ticketpulse.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A ticket of the invented company at one of its closings.
 *
 * @param number how people name it, and its id at the desk
 * @param slaMet whether it was done in time
 * @param reopenCount how often it had been reopened before this closing
 */
record Ticket(String number, String type, OfferedService service, Requester requester, String priority, String summary,
        Instant openedAt, Instant closedAt, boolean slaMet, int reopenCount) {

    /** What every number begins with. */
    static final String PREFIX = "INC";

    Ticket closedAgainAt(Instant later) {
        return new Ticket(number, type, service, requester, priority, summary, openedAt, later, false, reopenCount + 1);
    }

    String desk() {
        return service.desk();
    }

    /** {@return the {@code data} of a {@code ticket.closed} event} */
    Map<String, Object> closedData() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("desk", desk());
        data.put("ticketId", number);
        data.put("ticketNumber", number);
        data.put("ticketType", type);
        data.put("summary", summary);
        data.put("openedAt", openedAt.toString());
        data.put("resolvedAt", closedAt.toString());
        data.put("closedAt", closedAt.toString());
        data.put("reopenCount", reopenCount);
        data.put("priority", priority);
        data.put("category", service.name());
        data.put("service", service.name());
        data.put("assignmentGroup", service.team());
        data.put("closeCode", "solved");
        data.put("slaMet", slaMet);
        data.put("requester", Map.of(
                "id", requester.id(),
                "name", requester.name(),
                "email", requester.email(),
                "locale", requester.locale(),
                "timeZone", "Europe/Berlin",
                "department", requester.department(),
                "location", requester.location()));
        return data;
    }

    /** {@return the {@code data} of the {@code ticket.reopened} event before this closing} */
    Map<String, Object> reopenedData(Instant reopenedAt) {
        return Map.of("desk", desk(), "ticketId", number, "reopenedAt", reopenedAt.toString(), "reopenCount",
                reopenCount);
    }
}
