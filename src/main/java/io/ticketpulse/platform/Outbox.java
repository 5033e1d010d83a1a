package io.ticketpulse.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

/** The one way to Kafka for what a database change has to say: it is said if and only if the change is committed. */
@Singleton
public class Outbox {

    private static final int PAGE = 500;

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

    /**
     * Changes what waits for a topic, in the running transaction. What the relay has in its hands already goes out as it
     * was.
     *
     * @param change gives the same array back where there is nothing to change
     * @return how many were changed
     */
    public int rewrite(String topic, UnaryOperator<byte[]> change) {
        return rewrite(new Conditions().add("topic = ?", topic), change);
    }

    /** Like {@link #rewrite(String, UnaryOperator)}, of one key. */
    public int rewrite(String topic, String key, UnaryOperator<byte[]> change) {
        return rewrite(new Conditions().add("topic = ?", topic).add("record_key = ?", key), change);
    }

    private int rewrite(Conditions which, UnaryOperator<byte[]> change) {
        return transactions.here(connection -> {
            int changed = 0;
            List<Waiting> page;
            long last = 0;
            do {
                page = waiting(connection, which, last);
                List<Waiting> others = new ArrayList<>();
                for (Waiting record : page) {
                    byte[] value = change.apply(record.value);
                    if (value != record.value) {
                        others.add(new Waiting(record.id, value));
                    }
                    last = record.id;
                }
                Batch.update(connection, "UPDATE outbox SET record_value = ? WHERE id = ?", others,
                        (statement, record) -> {
                            statement.setBytes(1, record.value);
                            statement.setLong(2, record.id);
                        });
                changed += others.size();
            } while (page.size() == PAGE);
            return changed;
        });
    }

    private record Waiting(long id, byte[] value) {}

    private static List<Waiting> waiting(Connection connection, Conditions which, long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT id, record_value FROM outbox WHERE id > "
                + after + " AND " + which.sql() + " ORDER BY id LIMIT " + PAGE)) {
            which.bind(statement);
            return Batch.read(statement, row -> new Waiting(row.getLong("id"), row.getBytes("record_value")));
        }
    }
}
