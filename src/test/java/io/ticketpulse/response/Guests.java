package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.ticketpulse.closure.Tickets;
import io.ticketpulse.invitation.AnswerLink;
import io.ticketpulse.invitation.OptOutLinks;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.RealServers;

/** Invites people by a closed ticket on Kafka where no job runs, as if the mail had gone out. */
@Singleton
@Unremovable
class Guests {

    private final AnswerLink links;
    private final OptOutLinks optOutLinks;

    Guests(AnswerLink links, OptOutLinks optOutLinks) {
        this.links = links;
        this.optOutLinks = optOutLinks;
    }

    /** Somebody who reads this language and is asked by the survey of this name. */
    Invitee invited(String survey, String locale) {
        String ticketId = UUID.randomUUID().toString();
        Tickets.sendBare(Tickets.closed("guests", ticketId, Instant.now().minus(Duration.ofDays(2)), """
                , "ticketNumber": "ITS-4711", "ticketType": "%s", "slaMet": true, "requester":
                {"email": "%s@example.org", "locale": "%s", "timeZone": "Europe/Berlin"}"""
                .formatted(survey, ticketId, locale)));
        return asked("guests", ticketId);
    }

    /** Whoever is invited to say something about a ticket got the mail. */
    Invitee asked(String desk, String ticketId) {
        Invitee guest = Tickets.eventually().until(() -> find(desk, ticketId), found -> !found.isEmpty()).get(0);
        try {
            Invitees.update("""
                    UPDATE invitation SET state = 'SENT', sent_at = due_at, asked_at = due_at, next_action_at = NULL,
                        expires_at = due_at + INTERVAL 14 DAY WHERE id = ?""", guest);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return guest;
    }

    private List<Invitee> find(String desk, String ticketId) throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement query = database.prepareStatement("""
                        SELECT i.id, c.id AS closure_id FROM invitation i JOIN ticket_closure c ON c.id = i.closure_id
                        WHERE c.desk = ? AND c.ticket_id = ?""")) {
            query.setString(1, desk);
            query.setString(2, ticketId);
            return new ArrayList<>(Batch.read(query, row -> {
                UUID invitation = UniqueId.of(row.getBytes("id"));
                return new Invitee(invitation, UniqueId.of(row.getBytes("closure_id")), ticketId,
                        links.token(invitation), optOutLinks.of(invitation));
            }));
        }
    }
}
