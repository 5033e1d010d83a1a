package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

/**
 * GLPI from 11.0, the first version that has webhooks, with the payload it sends unless an administrator writes one: the
 * ticket as in version 2 of its API.
 * <p>
 * Signs with {@code X-GLPI-signature}: the hexadecimal HMAC-SHA256 over the body followed by the text of
 * {@code X-GLPI-timestamp} (GLPI's {@code Webhook::raise}). Both are made when the change is made, and sent minutes later
 * and again with every retry as they are, so an old timestamp proves nothing and is not refused.
 * <p>
 * Status 5 (solved) and 6 (closed) close; any other status is an open ticket; a deletion is irrelevant. Later edits of a
 * closed ticket send it again as closed. No delivery has an e-mail address, only the requester's number in GLPI.
 */
@Singleton
final class Glpi implements DeskKind {

    /** What GLPI signs to challenge a receiver ({@code Webhook::validateCRAChallenge}). */
    private static final String CHALLENGE = "validate_cra_challenge";
    /** As GLPI shows 1 to 6 in English. */
    private static final List<String> PRIORITIES = List.of("Very low", "Low", "Medium", "High", "Very high", "Major");

    @Override
    public List<String> names() {
        return List.of("glpi");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        String timestamp = delivery.header("X-GLPI-timestamp");
        return timestamp != null && timestamp.matches("\\d{1,18}") && Proof.same(
                sign(secret, delivery.body(), Proof.bytes(timestamp)), delivery.header("X-GLPI-signature"));
    }

    /**
     * Answers only the one challenge that GLPI makes. Whatever else were signed here could be sent back as a delivery.
     */
    @Override
    public boolean challenges() {
        return true;
    }

    @Override
    public Optional<String> answerChallenge(String challenge, String secret) {
        return Proof.same(sign(secret, Proof.bytes(CHALLENGE)), challenge)
                ? Optional.of(sign(secret, Proof.bytes(challenge)))
                : Optional.empty();
    }

    private static String sign(String secret, byte[]... message) {
        return HexFormat.of().formatHex(Proof.hmac("HmacSHA256", Proof.bytes(secret), message));
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload body = delivery.json();
        if (body.has("parent_item")) {
            return List.of(new Report.Irrelevant(Report.Reason.OTHER_EVENT));
        }
        Payload item = body.at("item");
        Ticket ticket = ticket(item, desk);
        if ("delete".equals(body.text("event")) || "1".equals(item.text("is_deleted"))
                || Boolean.TRUE.equals(item.flag("is_deleted"))) {
            return List.of(new Report.Irrelevant(Report.Reason.DELETED));
        }
        String status = item.text("status");
        if (status == null) {
            status = item.requiredText("status.id");
        }
        Instant at = DeskTime.first(item, desk.zone(), raisedAt(delivery), "date_mod");
        return List.of(desk.closes(status, "5", "6") || desk.closes(item.text("status.name"))
                ? new Report.Closed(ticket, at)
                : new Report.Open(ticket, at));
    }

    private static Instant raisedAt(Delivery delivery) {
        String timestamp = delivery.header("X-GLPI-timestamp");
        Instant raised = timestamp != null && timestamp.matches("\\d{1,18}")
                ? DeskTime.ofEpochSeconds(Long.valueOf(timestamp))
                : null;
        return raised == null ? delivery.receivedAt() : raised;
    }

    private static Ticket ticket(Payload item, Desk desk) {
        Ticket ticket = Ticket.read(desk, item, "id")
                .text("ticketNumber", item, "id")
                .text("ticketType", type(item), item.at("type").path())
                .text("summary", item, "name")
                .time("openedAt", item, desk.zone(), "date", "date_creation")
                .text("priority", priority(item), item.at("priority").path())
                .text("category", item, "category.completename", "category.name");
        for (Payload member : item.list("team")) {
            String role = member.text("role");
            String type = member.text("type");
            if ("requester".equalsIgnoreCase(role) && "User".equalsIgnoreCase(type) && !"0".equals(member.text("id"))) {
                person(ticket, "requester", member);
            } else if ("assigned".equalsIgnoreCase(role) && "User".equalsIgnoreCase(type)) {
                person(ticket, "assignee", member);
            } else if ("assigned".equalsIgnoreCase(role) && "Group".equalsIgnoreCase(type)) {
                ticket.text("assignmentGroup", member, "name");
            }
        }
        return ticket;
    }

    /** Several may request or be assigned; the first one is taken. */
    private static void person(Ticket ticket, String field, Payload member) {
        boolean first = ticket.fields().stream().noneMatch(found -> found.name().equals(field + ".id"));
        if (first && member.text("id") != null) {
            ticket.text(field + ".id", member, "id").text(field + ".name", member, "name");
        }
    }

    private static String type(Payload item) {
        Long number = item.number("type");
        if (number == null) {
            return item.text("type");
        }
        return number == 1 ? "incident" : number == 2 ? "request" : null;
    }

    private static String priority(Payload item) {
        Long number = item.number("priority");
        return number == null || number < 1 || number > PRIORITIES.size()
                ? item.text("priority")
                : PRIORITIES.get(number.intValue() - 1);
    }
}
