package io.ticketpulse.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;

import jakarta.inject.Singleton;

/** The one way to Kafka for what a database change has to say: it is said if and only if the change is committed. */
@Singleton
public class Outbox {

    private final Transactions transactions;
    private final Clock clock;

    Outbox(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Appends records to what the relay will send, in the running transaction. The order of records of one key is the
     * order of their transactions, which holds where each transaction first locks whatever the key stands for.
     *
     * @throws Transactions.DatabaseException if the database refuses
     */
    public void append(Collection<OutboxMessage> messages) {
        LocalDateTime now = Timestamps.of(clock.instant());
        transactions.here(connection -> Batch.update(connection,
                "INSERT INTO outbox (topic, record_key, record_value, appended_at) VALUES (?, ?, ?, ?)", messages,
                (statement, message) -> {
                    statement.setString(1, message.topic());
                    statement.setString(2, message.key());
                    statement.setBytes(3, message.value());
                    statement.setObject(4, now);
                }));
    }

    /** Whether records of one of these keys are still waiting. */
    public boolean holds(Connection connection, String topic, Collection<String> keys) throws SQLException {
        String query = "SELECT 1 FROM outbox WHERE topic = ? AND record_key IN ("
                + String.join(",", Collections.nCopies(keys.size(), "?")) + ") LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, topic);
            int index = 2;
            for (String key : keys) {
                statement.setString(index++, key);
            }
            return !Batch.read(statement, row -> 1).isEmpty();
        }
    }
}
