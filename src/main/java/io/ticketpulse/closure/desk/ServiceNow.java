package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

/**
 * ServiceNow, which has no webhooks of its own: a business rule sends what our page {@code docs/desks/servicenow.md} says,
 * so this reads our own format. Its names are those of the task table; a reference is an object with the few fields of it
 * that we ask for. Works with every release that has {@code sn_ws.RESTMessageV2}.
 * <p>
 * Nothing is signed: the secret comes as a bearer token or as the password of HTTP basic.
 * <p>
 * States 6 (Resolved) and 7 (Closed) of an incident close; 8 (Canceled) is neither closed nor open. Leaving a closing state,
 * told by {@code previousState}, reopens.
 */
@Singleton
final class ServiceNow implements DeskKind {

    private static final String RESOLVED = "6";
    private static final String CLOSED = "7";
    private static final String CANCELED = "8";
    /** Where the codes of ServiceNow's languages are no tags of BCP 47. */
    private static final Map<String, String> LANGUAGES = Map.of("pb", "pt-BR", "fq", "fr-CA", "zt", "zh-TW");
    private static final Map<String, String> TYPES = Map.of("sc_request", "request", "sc_req_item", "request");

    @Override
    public List<String> names() {
        return List.of("servicenow");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        return Proof.bearerOrBasic(delivery, secret);
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload task = delivery.json();
        Ticket ticket = ticket(task, desk);
        String state = task.requiredText("state");
        if (desk.closes(state, RESOLVED, CLOSED)) {
            return List.of(new Report.Closed(ticket, closedAt(task, state, desk.zone(), delivery.receivedAt())));
        }
        if (CANCELED.equals(state)) {
            return List.of(new Report.Irrelevant(Report.Reason.OTHER_STATE));
        }
        Instant at = DeskTime.first(task, desk.zone(), delivery.receivedAt(), "sys_updated_on");
        return List.of(desk.closes(task.text("previousState"), RESOLVED, CLOSED)
                ? new Report.Reopened(ticket, at)
                : new Report.Open(ticket, at));
    }

    /** A ticket that was closed, reopened and resolved may still hold the {@code closed_at} of before. */
    private static Instant closedAt(Payload task, String state, ZoneId zone, Instant receivedAt) {
        return RESOLVED.equals(state)
                ? DeskTime.first(task, zone, receivedAt, "resolved_at", "sys_updated_on")
                : DeskTime.first(task, zone, receivedAt, "closed_at", "resolved_at", "sys_updated_on");
    }

    /** Many instances never count, and leave 0: that says nothing, so the reopenings that were told decide. */
    private static Long reopenCount(Payload task) {
        Long count = task.number("reopen_count");
        return count == null || count == 0 ? null : count;
    }

    private static Ticket ticket(Payload task, Desk desk) {
        String table = task.text("sys_class_name");
        String language = task.text("caller.language");
        return Ticket.read(desk, task, "sys_id")
                .text("ticketNumber", task, "number")
                .text("ticketType", table == null ? null : TYPES.getOrDefault(table, table), "sys_class_name")
                .text("summary", task, "short_description")
                .time("openedAt", DeskTime.parse(task.text("opened_at"), desk.zone()), "opened_at")
                .time("resolvedAt", DeskTime.parse(task.text("resolved_at"), desk.zone()), "resolved_at")
                .count("reopenCount", reopenCount(task), "reopen_count")
                .text("priority", task, "priority")
                .text("category", task, "category")
                .text("service", task, "business_service.name")
                .text("assignmentGroup", task, "assignment_group.name")
                .text("assignee.id", task, "assigned_to.sys_id")
                .text("assignee.name", task, "assigned_to.name")
                .text("assignee.email", task, "assigned_to.email")
                .text("closeCode", task, "close_code")
                .flag("slaMet", task.flag("made_sla"), "made_sla")
                .text("requester.id", task, "caller.sys_id")
                .text("requester.name", task, "caller.name")
                .text("requester.email", task, "caller.email")
                .text("requester.locale", language == null
                        ? null
                        : LANGUAGES.getOrDefault(language.toLowerCase(Locale.ROOT), language), "caller.language")
                .text("requester.timeZone", task, "caller.time_zone")
                .text("requester.department", task, "caller.department")
                .text("requester.location", task, "caller.location")
                .flag("requester.vip", task.flag("caller.vip"), "caller.vip");
    }
}
