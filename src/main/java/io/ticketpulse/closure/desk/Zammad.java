package io.ticketpulse.closure.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

/**
 * Zammad, any version that has webhooks, with the payload it sends unless an administrator writes one.
 * <p>
 * Signs with {@code X-Hub-Signature: sha1=} and the hexadecimal HMAC-SHA1 over the body (WebSub, section 8, as Zammad's
 * {@code UserAgent} does it); without a token, or without a body, it sends no signature, and is refused. A delivery tells
 * what a ticket is, not what has changed: a state that closes reports a closing, any other an open ticket; merged and
 * removed tickets are neither.
 * <p>
 * The body is made anew for every retry. Of the times in it only {@code last_close_at} stays as it was; {@code close_at}
 * is that of the very first closing for ever, and comes last, lest a second closing look like the first.
 */
@Singleton
final class Zammad implements DeskKind {

    private static final Set<String> NEITHER = Set.of("merged", "removed");
    /** {@code close_at} and {@code last_close_at} of a first closing are read off the clock one after the other. */
    private static final Duration SAME_CLOSING = Duration.ofSeconds(1);

    @Override
    public List<String> names() {
        return List.of("zammad");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        byte[] mac = Proof.hmac("HmacSHA1", Proof.bytes(secret), delivery.body());
        return Proof.same("sha1=" + HexFormat.of().formatHex(mac), delivery.header("X-Hub-Signature"));
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        Payload source = delivery.json().at("ticket");
        Ticket ticket = ticket(source, desk);
        String state = source.label("state");
        if (state == null) {
            throw new NotUnderstoodException("ticket.state is missing or no text.");
        }
        if (desk.closes(state, "closed")) {
            return List.of(new Report.Closed(ticket, DeskTime.first(source, desk.zone(), delivery.receivedAt(),
                    "last_close_at", "updated_at", "close_at")));
        }
        return List.of(NEITHER.contains(state.toLowerCase(Locale.ROOT))
                ? new Report.Irrelevant(Report.Reason.OTHER_STATE)
                : new Report.Open(ticket,
                        DeskTime.first(source, desk.zone(), delivery.receivedAt(), "updated_at")));
    }

    private static Ticket ticket(Payload source, Desk desk) {
        Payload customer = source.at("customer");
        Ticket ticket = Ticket.read(desk, source, "id")
                .text("ticketNumber", source, "number")
                .text("ticketType", source, "type")
                .text("summary", source, "title")
                .time("openedAt", source, desk.zone(), "created_at")
                .text("priority", source, "priority.name", "priority")
                .text("assignmentGroup", source, "group.name", "group")
                .text("requester.id", customer, "id")
                .text("requester.name", customer.words("firstname", "lastname"), customer.path())
                .text("requester.email", customer, "email")
                .text("requester.department", customer, "department")
                .flag("requester.vip", customer.flag("vip"), customer.at("vip").path())
                .flag("slaMet", slaMet(source), source.at("close_diff_in_min").path());
        Payload owner = source.at("owner");
        return isNobody(owner)
                ? ticket
                : ticket.text("assignee.id", owner, "id")
                        .text("assignee.name", owner.words("firstname", "lastname"), owner.path())
                        .text("assignee.email", owner, "email");
    }

    /** A ticket without an owner belongs to the system's own user. */
    private static boolean isNobody(Payload owner) {
        return "1".equals(owner.text("id")) || "-".equals(owner.text("login")) || "-".equals(owner.text("firstname"));
    }

    /**
     * Minutes that were left of the solution time at the first closing, negative if it was missed (Zammad's
     * {@code Escalation#statistics_close}: solution time less working minutes). Zammad never computes it again, so it says
     * nothing about later closings.
     */
    private static Boolean slaMet(Payload source) {
        Long left = source.number("close_diff_in_min");
        Instant first = DeskTime.parse(source.text("close_at"), ZoneOffset.UTC);
        Instant last = DeskTime.parse(source.text("last_close_at"), ZoneOffset.UTC);
        boolean firstClosing = first != null && last != null
                && Duration.between(first, last).abs().compareTo(SAME_CLOSING) <= 0;
        return firstClosing && left != null ? left >= 0 : null;
    }
}
