package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;

/**
 * FreeScout with its API &amp; Webhooks module. The body is the conversation, as {@code application/hal+json} from older
 * versions of the module, as {@code application/json} from newer ones; the name of the event is in a header only.
 * <p>
 * Signs with {@code X-FreeScout-Signature}: the HMAC-SHA1 over the body in Base64, with one key for the whole installation
 * (the module's {@code Webhook::sign}; documented at <a href="https://freescout.net/module/api-webhooks/">its page</a>).
 * Status {@code closed} closes, whatever event tells it: before 1.0.82 the module sent no {@code convo.status} for "send
 * and close". {@code active} and {@code pending} are open; {@code spam} is neither; deleted conversations are irrelevant.
 * <p>
 * {@code closedAt} is set only when a person closes, and stays when the conversation is reopened (FreeScout's
 * {@code Conversation::setStatus}); {@code userUpdatedAt} is set with every change of the status. After such a change the
 * later of both is when it was closed. Retries send the first body again.
 */
@Singleton
final class FreeScout implements DeskKind {

    @Override
    public List<String> names() {
        return List.of("freescout");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        byte[] mac = Proof.hmac("HmacSHA1", Proof.bytes(secret), delivery.body());
        return Proof.same(Base64.getEncoder().encodeToString(mac), delivery.header("X-FreeScout-Signature"));
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload source = delivery.json();
        String event = delivery.header("X-FreeScout-Event");
        if (event != null && event.startsWith("customer.")) {
            return List.of(new Report.Irrelevant(Report.Reason.OTHER_EVENT));
        }
        Ticket ticket = ticket(source, desk);
        if (event != null && event.startsWith("convo.deleted") || "deleted".equals(source.text("state"))) {
            return List.of(new Report.Irrelevant(Report.Reason.DELETED));
        }
        String status = source.requiredText("status");
        if (desk.closes(status, "closed")) {
            return List.of(new Report.Closed(ticket, closedAt(source, delivery, desk)));
        }
        return List.of(switch (status.toLowerCase(Locale.ROOT)) {
            case "active", "pending" -> new Report.Open(ticket,
                    DeskTime.first(source, desk.zone(), delivery.receivedAt(), "updatedAt", "userUpdatedAt"));
            default -> new Report.Irrelevant(Report.Reason.OTHER_STATE);
        });
    }

    private static Instant closedAt(Payload source, Delivery delivery, Desk desk) {
        Instant closed = DeskTime.parse(source.text("closedAt"), desk.zone());
        Instant changed = DeskTime.parse(source.text("userUpdatedAt"), desk.zone());
        if (closed == null) {
            return DeskTime.first(source, desk.zone(), delivery.receivedAt(), "userUpdatedAt", "updatedAt");
        }
        return "convo.status".equals(delivery.header("X-FreeScout-Event")) && changed != null && changed.isAfter(closed)
                ? changed
                : closed;
    }

    private static Ticket ticket(Payload source, Desk desk) {
        Ticket ticket = Ticket.read(desk, source, "id")
                .text("ticketNumber", source, "number")
                .text("summary", source, "subject")
                .time("openedAt", source, desk.zone(), "createdAt");
        person(ticket, "requester", source.at("customer"));
        person(ticket, "assignee", source.at("assignee"));
        return ticket;
    }

    /** Names of persons had shorter names in older versions of the module. */
    private static void person(Ticket ticket, String field, Payload person) {
        ticket.text(field + ".id", person, "id")
                .text(field + ".name", person.words("firstName", "lastName"), person.path())
                .text(field + ".name", person.words("first", "last"), person.path())
                .text(field + ".email", person, "email");
    }
}
