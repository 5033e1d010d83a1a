package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

/**
 * Freshservice (Workflow Automator) and Freshdesk (automation rules), whose webhooks send what an administrator writes: the
 * template of our page {@code docs/desks/freshservice.md}, a rule for closing and a rule for reopening, told apart by a
 * constant {@code event}. Also Freshdesk's own "simple" body, wrapped in {@code freshdesk_webhook}, as captured by zulip
 * (webhook fixtures, Apache-2.0).
 * <p>
 * Nothing is signed: the secret comes as a bearer token in a custom header, or as the password of HTTP basic.
 * <p>
 * The rules say what closes and reopens; without a constant, states 4 (Resolved) and 5 (Closed) close, and leaving them for
 * another reopens.
 */
@Singleton
final class Freshservice implements DeskKind {

    private static final String[] CLOSING = {"4", "5", "Resolved", "Closed"};
    /** As in {@code {status:{from:4,to:6}}}, which is no JSON. */
    private static final Pattern CHANGE = Pattern.compile(
            "\\bstatus\"?\\s*:\\s*\\{\\s*\"?from\"?\\s*:([^,{}]*),\\s*\"?to\"?\\s*:([^,{}]*)\\}");

    @Override
    public List<String> names() {
        return List.of("freshservice", "freshdesk");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        return Proof.bearerOrBasic(delivery, secret);
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload body = delivery.json();
        return List.of(body.at("freshdesk_webhook").isObject()
                ? simple(body.at("freshdesk_webhook"), desk, delivery.receivedAt())
                : template(body, desk, delivery.receivedAt()));
    }

    private static Report template(Payload body, Desk desk, Instant receivedAt) {
        Payload source = body.at("ticket");
        Ticket ticket = Ticket.read(desk, source, "id")
                .text("ticketNumber", source, "number", "id")
                .text("ticketType", type(source.text("type")), source.at("type").path())
                .text("summary", source, "subject")
                .time("openedAt", DeskTime.parse(source.text("created_at"), desk.zone()),
                        source.at("created_at").path())
                .text("priority", source, "priority")
                .text("category", source, "category")
                .text("assignmentGroup", source, "group")
                .text("assignee.name", source, "agent.name")
                .text("assignee.email", source, "agent.email")
                .text("requester.name", source, "requester.name")
                .text("requester.email", source, "requester.email")
                .text("requester.locale", source, "requester.language")
                .text("requester.department", source, "department");
        Instant at = DeskTime.first(body, desk.zone(), receivedAt, "at");
        String event = body.text("event");
        if (event == null) {
            return desk.closes(source.requiredText("status"), CLOSING)
                    ? new Report.Closed(ticket, at)
                    : new Report.Open(ticket, at);
        }
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "closed" -> new Report.Closed(ticket, at);
            case "reopened" -> new Report.Reopened(ticket, at);
            default -> throw new NotUnderstoodException("event is neither closed nor reopened.");
        };
    }

    private static Report simple(Payload source, Desk desk, Instant at) {
        Ticket ticket = Ticket.read(desk, source, "ticket_id")
                .text("ticketNumber", source, "ticket_id")
                .text("ticketType", type(source.text("ticket_type")), source.at("ticket_type").path())
                .text("summary", source, "ticket_subject")
                .text("priority", source, "ticket_priority")
                .text("requester.name", source, "requester_name")
                .text("requester.email", source, "requester_email");
        String event = source.text("triggered_event");
        String label = event == null ? source.requiredText("ticket_status") : source.text("ticket_status");
        Matcher change = CHANGE.matcher(event == null ? "" : event);
        boolean told = change.find();
        if (event != null && !told) {
            return new Report.Irrelevant(Report.Reason.OTHER_EVENT);
        }
        if (desk.closes(label, CLOSING) || told && desk.closes(state(change.group(2)), CLOSING)) {
            return new Report.Closed(ticket, at);
        }
        return told && desk.closes(state(change.group(1)), CLOSING)
                ? new Report.Reopened(ticket, at)
                : new Report.Open(ticket, at);
    }

    private static String state(String quoted) {
        return quoted.replace("\"", "").strip();
    }

    /** What ITIL calls a request, these desks call a service request. */
    private static String type(String name) {
        return "Service Request".equalsIgnoreCase(name) ? "request" : name;
    }
}
