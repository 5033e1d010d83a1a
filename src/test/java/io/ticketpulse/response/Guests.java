package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Stream;

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

    private static final int AT_ONCE = 4;

    private final AnswerLink links;
    private final OptOutLinks optOutLinks;
    private final Map<String, Queue<Invitee>> waiting = new HashMap<>();

    Guests(AnswerLink links, OptOutLinks optOutLinks) {
        this.links = links;
        this.optOutLinks = optOutLinks;
    }

    /** Somebody who reads this language and is asked by the survey of this name. */
    synchronized Invitee invited(String survey, String locale) {
        Queue<Invitee> those = waiting.computeIfAbsent(survey + " " + locale, none -> new ArrayDeque<>());
        if (those.isEmpty()) {
            those.addAll(invite(survey, locale));
        }
        return those.remove();
    }

    private List<Invitee> invite(String survey, String locale) {
        List<String> ticketIds = Stream.generate(() -> UUID.randomUUID().toString()).limit(AT_ONCE).toList();
        for (String ticketId : ticketIds) {
            Tickets.sendBare(Tickets.closed("guests", ticketId, Instant.now().minus(Duration.ofDays(2)), """
                    , "ticketNumber": "ITS-4711", "ticketType": "%s", "slaMet": true, "requester":
                    {"email": "%s@example.org", "locale": "%s", "timeZone": "Europe/Berlin"}"""
                    .formatted(survey, ticketId, locale)));
        }
        return ticketIds.stream().map(ticketId -> asked("guests", ticketId)).toList();
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
