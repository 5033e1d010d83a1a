package io.ticketpulse.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Carries the outbox to Kafka, at least once and in order. One replica at a time does it, by a lease; a predecessor
 * that only stood still is shut out by the brokers, because both use the same transactional id (KIP-98).
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String NAME = "outbox-relay";
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final Leases leases;
    private final Map<String, Object> kafka;
    private KafkaProducer<String, byte[]> producer;

    OutboxRelay(Transactions transactions, Leases leases,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.transactions = transactions;
        this.leases = leases;
        this.kafka = kafka;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void relay() {
        try {
            boolean held = leases.hold(NAME, LEASE);
            while (held && carryBatch()) {
                held = leases.hold(NAME, LEASE);
            }
            if (!held) {
                close();
            }
        } catch (RuntimeException failure) {
            // Whatever it is, a new producer starts from what is in the table.
            LOG.warnf("The outbox waits, next try in a second: %s", Failures.inWords(failure));
            close();
        }
    }

    /** Whether there may be more. */
    private boolean carryBatch() {
        // Before anything is read: who was overtaken is shut out here, and then reads what is left.
        open();
        List<Row> rows = transactions.inNew(connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT id, topic, record_key, record_value FROM outbox ORDER BY id LIMIT " + BATCH)) {
                return Batch.read(statement, row -> new Row(row.getLong("id"), new OutboxMessage(
                        row.getString("topic"), row.getString("record_key"), row.getBytes("record_value"))));
            }
        });
        if (!rows.isEmpty()) {
            send(rows);
            // Not "up to the last one": a transaction that took a lower number may commit only now.
            transactions.inNew(connection -> Batch.update(connection, "DELETE FROM outbox WHERE id = ?", rows,
                    (statement, row) -> statement.setLong(1, row.id)));
        }
        return rows.size() == BATCH;
    }

    private void open() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
            producer.initTransactions();
        }
    }

    private void send(List<Row> rows) {
        // Fails once and soon for a topic that does not exist, where every record of its own would wait for it.
        rows.stream().map(row -> row.message.topic()).distinct().forEach(producer::partitionsFor);
        producer.beginTransaction();
        for (Row row : rows) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(row.message.topic(), row.message.key(),
                    row.message.value());
            record.headers().add("content-type",
                    CloudEventJson.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
            producer.send(record);
        }
        producer.commitTransaction();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "ticketpulse-" + NAME);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Below the lease, so that the brokers have given up on a lost transaction before the next holder begins.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return settings;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }

    private record Row(long id, OutboxMessage message) {}
}
