package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

/**
 * Zendesk Support: webhooks of triggers, with the body published in {@code docs/desks/zendesk.md}, and webhooks that
 * subscribe to ticket events (version 2022-11-06), which name people by identifiers only.
 * <p>
 * Both are signed: {@code X-Zendesk-Webhook-Signature} is the base64 HMAC-SHA256 of the text of
 * {@code X-Zendesk-Webhook-Signature-Timestamp}, followed by the body
 * (<a href="https://developer.zendesk.com/documentation/webhooks/verifying/">Verifying webhook authenticity</a>). The
 * secret looks like base64 and is used as it is written. No tolerance is documented for the timestamp, so none is applied.
 * <p>
 * {@code SOLVED} and {@code CLOSED} close; {@code NEW}, {@code OPEN}, {@code PENDING} and {@code HOLD} are open.
 */
@Singleton
final class Zendesk implements DeskKind {

    private static final String EVENT = "zen:event-type:";
    private static final String[] USUALLY_CLOSED = {"solved", "closed"};
    private static final Set<String> OPEN = Set.of("new", "open", "pending", "hold", "on-hold", "on hold");
    private static final Set<String> GONE = Set.of("deleted", "scrubbed");
    private static final String MERGED = "closed_by_merge";
    private static final Set<String> GOING = Set.of(EVENT + "ticket.soft_deleted",
            EVENT + "ticket.permanently_deleted");

    @Override
    public List<String> names() {
        return List.of("zendesk");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        String timestamp = delivery.header("X-Zendesk-Webhook-Signature-Timestamp");
        if (timestamp == null) {
            return false;
        }
        byte[] expected = Proof.hmac("HmacSHA256", Proof.bytes(secret), Proof.bytes(timestamp), delivery.body());
        return Proof.same(Base64.getEncoder().encodeToString(expected), delivery.header("X-Zendesk-Webhook-Signature"));
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload body = delivery.json();
        String type = body.text("type");
        if (type == null || !type.startsWith(EVENT)) {
            return List.of(triggered(body.at("ticket"), desk, delivery.receivedAt()));
        }
        if (GOING.contains(type)) {
            return List.of(new Report.Irrelevant(Report.Reason.DELETED));
        }
        return List.of(type.equals(EVENT + "ticket.status_changed")
                ? changed(body, desk, delivery.receivedAt())
                : new Report.Irrelevant(Report.Reason.OTHER_EVENT));
    }

    private static Report triggered(Payload ticket, Desk desk, Instant receivedAt) {
        Ticket read = ticket(desk, ticket).text("summary", ticket, "title").text("assignmentGroup", ticket, "group")
                .text("service", ticket, "service").text("category", ticket, "category")
                .text("assignee.name", ticket, "assignee.name").text("assignee.email", ticket, "assignee.email");
        for (String field : List.of("id", "name", "email", "department", "location")) {
            read.text("requester." + field, ticket, "requester." + field);
        }
        String language = ticket.has("requester.locale") ? "requester.locale" : "requester.language";
        read.text("requester.locale", DeskLanguage.tag(ticket.text(language)), ticket.at(language).path());
        return report(read, ticket, ticket.requiredText("status"), null, desk,
                DeskTime.first(ticket, desk.zone(), receivedAt, "updated_at"));
    }

    private static Report changed(Payload body, Desk desk, Instant receivedAt) {
        Payload ticket = body.at("detail");
        Ticket read = ticket(desk, ticket).text("summary", ticket, "subject")
                .text("requester.id", ticket, "requester_id").text("assignee.id", ticket, "assignee_id");
        return report(read, ticket, body.requiredText("event.current"), body.text("event.previous"), desk,
                DeskTime.first(body, desk.zone(), receivedAt, "time", "detail.updated_at"));
    }

    /** What a trigger and an event call the same. Events write their enumerations in capitals, triggers do not. */
    private static Ticket ticket(Desk desk, Payload ticket) {
        Ticket read = Ticket.read(desk, ticket, "id").text("ticketNumber", ticket, "id");
        String type = lower(ticket.text("type"));
        return read.text("ticketType", "question".equals(type) ? "request" : type, ticket.at("type").path())
                .text("priority", lower(ticket.text("priority")), ticket.at("priority").path())
                .time("openedAt", DeskTime.parse(ticket.text("created_at"), desk.zone()),
                        ticket.at("created_at").path());
    }

    /** A merged ticket is closed for the sake of another, which lives on. */
    private static Report report(Ticket read, Payload ticket, String state, String before, Desk desk, Instant at) {
        if (desk.closes(state, USUALLY_CLOSED)) {
            boolean merged = ticket.list("tags").stream().anyMatch(tag -> MERGED.equals(tag.node().asText()));
            return merged ? new Report.Irrelevant(Report.Reason.OTHER_STATE) : new Report.Closed(read, at);
        }
        if (OPEN.contains(lower(state))) {
            return desk.closes(before, USUALLY_CLOSED) ? new Report.Reopened(read, at) : new Report.Open(read, at);
        }
        return new Report.Irrelevant(GONE.contains(lower(state))
                ? Report.Reason.DELETED
                : Report.Reason.OTHER_STATE);
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
