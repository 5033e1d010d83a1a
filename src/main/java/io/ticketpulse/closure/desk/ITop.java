package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

/**
 * iTop 3 with its module combodo-webhook-integration: an {@code ActionWebhook} sends the template of our page
 * {@code docs/desks/itop.md}. A placeholder for which a class of tickets has no attribute stays as it is written,
 * {@code $this->…$}; that is no value.
 * <p>
 * Nothing is signed: the secret comes as a bearer token in the action's headers, or as the password of HTTP basic.
 * <p>
 * {@code resolved} and {@code closed} close. Any other status is open; iTop does not tell the previous one. A deadline that
 * is "passed" was missed (core/ormstopwatch.class.inc.php, {@code IsThresholdPassed}), against what some translations say.
 */
@Singleton
final class ITop implements DeskKind {

    private static final String RESOLVED = "resolved";
    private static final String CLOSED = "closed";
    private static final String REJECTED = "rejected";
    private static final Map<String, String> TYPES = Map.of("Incident", "incident", "UserRequest", "request",
            "service_request", "request");
    private static final List<String> YES = List.of("yes", "1", "true");
    private static final List<String> NO = List.of("no", "0", "false");

    @Override
    public List<String> names() {
        return List.of("itop");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        return Proof.bearerOrBasic(delivery, secret);
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload source = delivery.json();
        Ticket ticket = ticket(source, desk);
        String status = source.requiredText("status");
        if (desk.closes(status, RESOLVED, CLOSED)) {
            String stamp = CLOSED.equalsIgnoreCase(status) ? "close_date" : "resolution_date";
            return List.of(new Report.Closed(ticket, at(source, desk, delivery, stamp, "last_update")));
        }
        return List.of(REJECTED.equalsIgnoreCase(status)
                ? new Report.Irrelevant(Report.Reason.OTHER_STATE)
                : new Report.Open(ticket, at(source, desk, delivery, "last_update")));
    }

    private static Instant at(Payload source, Desk desk, Delivery delivery, String... paths) {
        return DeskTime.first(source, desk.zone(), delivery.receivedAt(), paths);
    }

    private static Ticket ticket(Payload source, Desk desk) {
        String type = value(source, "request_type", "class");
        return Ticket.read(desk, source, "id")
                .text("ticketNumber", value(source, "ref"), "ref")
                .text("ticketType", type == null ? null : TYPES.getOrDefault(type, type), "request_type, class")
                .text("summary", value(source, "title"), "title")
                .time("openedAt", DeskTime.parse(source.text("start_date"), desk.zone()), "start_date")
                .time("resolvedAt", DeskTime.parse(source.text("resolution_date"), desk.zone()), "resolution_date")
                .text("priority", value(source, "priority"), "priority")
                .text("category", value(source, "servicesubcategory"), "servicesubcategory")
                .text("service", value(source, "service"), "service")
                .text("assignmentGroup", value(source, "team"), "team")
                .text("assignee.id", key(source, "agent.id"), "agent.id")
                .text("assignee.name", value(source, "agent.name"), "agent.name")
                .text("assignee.email", value(source, "agent.email"), "agent.email")
                .text("closeCode", value(source, "resolution_code"), "resolution_code")
                .flag("slaMet", met(source), "sla_tto_passed, sla_ttr_passed")
                .text("requester.id", key(source, "caller.id"), "caller.id")
                .text("requester.name", value(source, "caller.name"), "caller.name")
                .text("requester.email", value(source, "caller.email"), "caller.email")
                .text("requester.location", value(source, "caller.location"), "caller.location");
    }

    /** The first of these that is there and was replaced. */
    private static String value(Payload source, String... paths) {
        return Arrays.stream(paths).map(source::text)
                .filter(text -> text != null && !text.startsWith("$this->"))
                .findFirst().orElse(null);
    }

    /** iTop's key of nobody is 0. */
    private static String key(Payload source, String path) {
        String key = value(source, path);
        return "0".equals(key) ? null : key;
    }

    /** Known only if one deadline was missed, or none of those that are sent was. */
    private static Boolean met(Payload source) {
        List<String> passed = Stream.of("sla_tto_passed", "sla_ttr_passed").map(source::text)
                .filter(Objects::nonNull).map(text -> text.toLowerCase(Locale.ROOT)).toList();
        if (passed.stream().anyMatch(YES::contains)) {
            return Boolean.FALSE;
        }
        return !passed.isEmpty() && NO.containsAll(passed) ? Boolean.TRUE : null;
    }
}
