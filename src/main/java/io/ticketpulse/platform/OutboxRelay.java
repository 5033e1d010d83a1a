package io.ticketpulse.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
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
    private static final int SECONDS_TO_WAIT = 10;

    private final Transactions transactions;
    private final Leases leases;
    private final Map<String, Object> kafka;
    private KafkaProducer<String, byte[]> producer;
    private Admin admin;

    OutboxRelay(Transactions transactions, Leases leases,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.transactions = transactions;
        this.leases = leases;
        this.kafka = kafka;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void relay() {
        try {
            Conditions sendable = new Conditions();
            boolean held = leases.hold(NAME, LEASE);
            while (held && carryBatch(sendable)) {
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

    /**
     * Whether there may be more.
     *
     * @param sendable leaves out what Kafka will not take before somebody does something about it, and nothing else; more
     *                 of it that is found here is added
     */
    private boolean carryBatch(Conditions sendable) {
        // Before anything is read: who was overtaken is shut out here, and then reads what is left.
        open();
        List<Row> rows = transactions.inNew(connection -> {
            try (var statement = connection
                    .prepareStatement("SELECT id, topic, record_key, record_value FROM outbox WHERE "
                            + sendable.sql() + " ORDER BY id LIMIT " + BATCH)) {
                sendable.bind(statement);
                return Batch.read(statement, row -> new Row(row.getLong("id"), new OutboxMessage(
                        row.getString("topic"), row.getString("record_key"), row.getBytes("record_value"))));
            }
        });
        Set<String> absent = absent(rows.stream().map(row -> row.message.topic()).collect(Collectors.toSet()));
        if (!absent.isEmpty()) {
            LOG.warnf("Kafka has no such topic, or lets nobody write to it; what goes there waits: %s", absent);
            absent.forEach(topic -> sendable.add("topic <> ?", topic));
            return true;
        }
        Optional<Row> tooLarge = rows.isEmpty() ? Optional.empty() : send(rows);
        if (tooLarge.isPresent()) {
            LOG.errorf(
                    "The topic %s takes no record of %d bytes; what has its key waits until max.message.bytes is raised",
                    tooLarge.get().message.topic(), tooLarge.get().message.value().length);
            sendable.add("topic <> ? OR record_key <> ?", tooLarge.get().message.topic(), tooLarge.get().message.key());
            // A producer that was refused a record has to begin anew.
            close();
            return true;
        }
        if (!rows.isEmpty()) {
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
            admin = Admin.create(kafka);
        }
    }

    /** Asked beforehand, because a producer waits long for a topic that is not there. */
    private Set<String> absent(Set<String> topics) {
        Set<String> absent = new TreeSet<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            try {
                description.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException refused) {
                if (!(refused.getCause() instanceof UnknownTopicOrPartitionException
                        || refused.getCause() instanceof InvalidTopicException
                        || refused.getCause() instanceof AuthorizationException)) {
                    throw new KafkaException("The brokers do not say whether there is a topic", refused.getCause());
                }
                absent.add(topic);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Stopped while asking for topics", stopped);
            }
        });
        return absent;
    }

    /** @return the record that is larger than its topic takes, for which none was sent */
    private Optional<Row> send(List<Row> rows) {
        producer.beginTransaction();
        Map<Row, Future<?>> sent = new LinkedHashMap<>();
        for (Row row : rows) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(row.message.topic(), row.message.key(),
                    row.message.value());
            record.headers().add("content-type",
                    CloudEventJson.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
            sent.put(row, producer.send(record));
        }
        try {
            producer.commitTransaction();
            return Optional.empty();
        } catch (KafkaException refused) {
            return Optional.of(sent.entrySet().stream().filter(entry -> isTooLarge(entry.getValue())).findFirst()
                    .orElseThrow(() -> refused).getKey());
        }
    }

    private static boolean isTooLarge(Future<?> sent) {
        try {
            sent.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException | TimeoutException refused) {
            return refused.getCause() instanceof RecordTooLargeException;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "ticketpulse-" + NAME);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // How much a topic takes is for the brokers to say, compressed.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.MAX_VALUE);
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
        if (admin != null) {
            admin.close(Duration.ofSeconds(2));
            admin = null;
        }
    }

    private record Row(long id, OutboxMessage message) {}
}
