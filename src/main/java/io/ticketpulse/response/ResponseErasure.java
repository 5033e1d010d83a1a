package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.ticketpulse.invitation.PersonErased;
import io.ticketpulse.invitation.PersonErased.Kind;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.Topics;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/**
 * Erases what somebody wrote, also from events that wait until Kafka is back, and what staff wrote about it. That there was
 * a comment stays, because it is counted.
 */
@Singleton
class ResponseErasure {

    private final Transactions transactions;
    private final Outbox outbox;
    private final Topics topics;
    private final CloudEventJson events;

    ResponseErasure(Transactions transactions, Outbox outbox, Topics topics, CloudEventJson events) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.topics = topics;
        this.events = events;
    }

    void erase(@Observes PersonErased person) {
        List<byte[]> invitations = person.invitations().stream().map(UniqueId::bytes).toList();
        transactions.here(connection -> {
            person.erased().accept(Kind.COMMENTS, update(connection, """
                    UPDATE response SET comment = '' WHERE invitation_id = ? AND comment <> ''""", invitations));
            person.erased().accept(Kind.REASONS, update(connection, """
                    UPDATE response_ruling JOIN response ON response.id = response_ruling.response_id
                    SET reason = NULL WHERE invitation_id = ? AND reason IS NOT NULL""", invitations));
            int waiting = 0;
            for (String key : keys(connection, invitations)) {
                waiting += outbox.rewrite(topics.surveyResponses(), key,
                        event -> events.change(event, data -> data.putNull("comment")));
            }
            person.erased().accept(Kind.EVENTS, waiting);
            return null;
        });
    }

    private static int update(Connection connection, String sql, List<byte[]> invitations) throws SQLException {
        int changed = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (byte[] invitation : invitations) {
                statement.setBytes(1, invitation);
                changed += statement.executeUpdate();
            }
        }
        return changed;
    }

    private static List<String> keys(Connection connection, List<byte[]> invitations) throws SQLException {
        return Batch.select(connection, """
                SELECT DISTINCT CONCAT_WS('/', survey, desk, ticket_id, cycle) AS record_key FROM response
                WHERE invitation_id IN (%s)""", invitations.stream().map(id -> new Object[]{id}).toList(),
                row -> row.getString("record_key"));
    }
}
