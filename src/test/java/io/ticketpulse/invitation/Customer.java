package io.ticketpulse.invitation;

import static io.ticketpulse.closure.Tickets.eventually;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.ticketpulse.closure.Tickets;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.MoodyMail;
import io.ticketpulse.servers.RealServers;

/** Somebody whose ticket was closed, told by Kafka, and what has become of the invitation. */
record Customer(String email, String ticketId) {

    static final String DESK = "acme";

    /** A ticket of this type was closed just now. */
    static Customer closed(String ticketType, Instant now) {
        return closed(ticketType, now, "");
    }

    /** Likewise, with more fields as they are. */
    static Customer closed(String ticketType, Instant now, String more) {
        String ticketId = UUID.randomUUID().toString();
        return closed(new Customer(ticketId + "@example.org", ticketId), ticketType, now, more);
    }

    static Customer closed(Customer customer, String ticketType, Instant closedAt, String more) {
        customer.tell(ticketType, closedAt, more);
        customer.awaitClosure();
        return customer;
    }

    /** Like {@link #closed(String, Instant)}, without waiting until it is recorded. */
    static Customer told(String ticketType, Instant closedAt) {
        String ticketId = UUID.randomUUID().toString();
        Customer customer = new Customer(ticketId + "@example.org", ticketId);
        customer.tell(ticketType, closedAt, "");
        return customer;
    }

    void awaitClosure() {
        eventually().until(() -> !Tickets.recorded(DESK, ticketId).isEmpty());
    }

    private void tell(String ticketType, Instant closedAt, String more) {
        Tickets.sendBare(Tickets.closed(DESK, ticketId, closedAt,
                ", \"ticketType\": \"%s\", \"requester\": {\"email\": \"%s\"}%s".formatted(ticketType, email, more)));
    }

    /** The ticket is reopened. */
    void reopen(Instant at) {
        Tickets.sendBinary("io.ticketpulse.ticket.reopened.v1", Tickets.reopened(DESK, ticketId, at));
        eventually().until(() -> Tickets.recorded(DESK, ticketId).get(0).reopened());
    }

    /** By what opt-out links know them. */
    UnsignedBytes person() {
        return OptOutLinks.person(invitation().id());
    }

    /** The invitation as it stands. */
    record Standing(UUID id, String state, String reason, Instant dueAt, Instant askedAt, Instant sentAt,
            Instant remindedAt, Instant expiresAt, Instant nextActionAt) {}

    Standing invitation() {
        try (Connection database = RealServers.database(); PreparedStatement query = database.prepareStatement("""
                SELECT i.* FROM invitation i JOIN ticket_closure c ON c.id = i.closure_id
                WHERE c.desk = ? AND c.ticket_id = ?""")) {
            query.setString(1, DESK);
            query.setString(2, ticketId);
            return Batch.read(query, row -> new Standing(UniqueId.of(row.getBytes("id")), row.getString("state"),
                    row.getString("cancel_reason"), Timestamps.read(row, "due_at"), Timestamps.read(row, "asked_at"),
                    Timestamps.read(row, "sent_at"), Timestamps.read(row, "reminded_at"),
                    Timestamps.read(row, "expires_at"), Timestamps.read(row, "next_action_at"))).get(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<MoodyMail.Received> mails() {
        return MoodyMail.to(email);
    }

    static Duration days(int number) {
        return Duration.ofDays(number);
    }
}
