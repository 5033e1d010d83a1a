package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.AnswerLink;
import io.ticketpulse.invitation.OptOutLinks;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Gets customers invited the way everybody is: by a closed ticket on Kafka and a mail. */
@Singleton
class Invitees {

    private static final int AT_ONCE = 40;

    private final AnswerLink links;
    private final OptOutLinks optOutLinks;
    private final Queue<Invitee> waiting = new ArrayDeque<>();

    Invitees(AnswerLink links, OptOutLinks optOutLinks) {
        this.links = links;
        this.optOutLinks = optOutLinks;
    }

    /** Somebody whose mail was sent and who did nothing yet. */
    synchronized Invitee next() throws SQLException {
        if (waiting.isEmpty()) {
            waiting.addAll(invite());
        }
        return waiting.remove();
    }

    private List<Invitee> invite() throws SQLException {
        String batch = UUID.randomUUID().toString();
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, RealServers.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < AT_ONCE; i++) {
                String ticketId = batch + "-" + i;
                producer.send(new ProducerRecord<>("itsm.tickets", "acme-jira/" + ticketId, """
                        {"desk": "acme-jira", "ticketId": "%1$s", "ticketNumber": "ITS-%2$d", "ticketType": "incident",
                         "closedAt": "%3$s", "service": "Workplace", "priority": "P3", "slaMet": true,
                         "requester": {"email": "%1$s@example.org", "department": "Sales"}}"""
                        .formatted(ticketId, i, Instant.now().minus(Duration.ofHours(25)))));
            }
        }
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .until(() -> sent(batch), sent -> sent.size() == AT_ONCE);
    }

    private List<Invitee> sent(String batch) throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement query = database.prepareStatement("""
                        SELECT i.id, c.id AS closure_id, c.ticket_id FROM invitation i
                        JOIN ticket_closure c ON c.id = i.closure_id
                        WHERE c.desk = 'acme-jira' AND c.ticket_id LIKE ? AND i.state = 'SENT'""")) {
            query.setString(1, batch + "%");
            return new ArrayList<>(Batch.read(query, row -> {
                UUID invitation = UniqueId.of(row.getBytes("id"));
                return new Invitee(invitation, UniqueId.of(row.getBytes("closure_id")), row.getString("ticket_id"),
                        links.token(invitation), optOutLinks.of(invitation));
            }));
        }
    }

    /** Puts an invitation into another state behind the service's back. */
    static void put(Invitee invitee, String state) throws SQLException {
        update("UPDATE invitation SET state = '" + state + "' WHERE id = ?", invitee);
    }

    /** Changes something of an invitation behind the service's back; the statement's parameter is its identifier. */
    static void update(String sql, Invitee invitee) throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement update = database.prepareStatement(sql)) {
            update.setBytes(1, UniqueId.bytes(invitee.invitation()));
            update.executeUpdate();
        }
    }

    static String state(Invitee invitee) throws SQLException {
        return column("state", invitee);
    }

    /** One column of the invitation, as text. */
    static String column(String column, Invitee invitee) throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement query = database
                        .prepareStatement("SELECT " + column + " FROM invitation WHERE id = ?")) {
            query.setBytes(1, UniqueId.bytes(invitee.invitation()));
            return Batch.read(query, row -> row.getString(1)).get(0);
        }
    }

    /** What the figures are made of; null if nothing counts. */
    static Integer countedScore(Invitee invitee) throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement query = database
                        .prepareStatement("SELECT score FROM satisfaction_fact WHERE closure_id = ?")) {
            query.setBytes(1, UniqueId.bytes(invitee.closure()));
            return Batch.read(query, row -> row.getObject("score", Integer.class)).get(0);
        }
    }

    /** Whether the person does not want to be asked any more. */
    static boolean hasOptedOut(Invitee invitee) throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement query = database.prepareStatement("""
                        SELECT p.opted_out_at IS NOT NULL FROM person p JOIN invitation i ON i.person_id = p.id
                        WHERE i.id = ?""")) {
            query.setBytes(1, UniqueId.bytes(invitee.invitation()));
            return Batch.read(query, row -> row.getBoolean(1)).get(0);
        }
    }

    /** What is kept of an invitation's responses, oldest first: revision, score, standing, whether it waits. */
    static List<String> responses(Invitee invitee) throws SQLException {
        try (Connection database = RealServers.database()) {
            return ResponseTable.historyOf(database, invitee.invitation()).stream()
                    .map(given -> given.revision() + ": " + given.answer().score() + " " + given.standing()
                            + (given.waits() ? " waits" : ""))
                    .toList();
        }
    }
}
