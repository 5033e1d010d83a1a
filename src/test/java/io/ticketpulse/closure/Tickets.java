package io.ticketpulse.closure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A desk that tells the service of its tickets by Kafka, and what the service made of it. */
public final class Tickets {

    static final String TOPIC = "itsm.tickets";

    private Tickets() {
    }

    /** A closing with the fewest fields, and more of them as they are, such as {@code , "priority": "P1"}. */
    public static String closed(String desk, String ticketId, Instant closedAt, String more) {
        return "{\"desk\": \"%s\", \"ticketId\": \"%s\", \"closedAt\": \"%s\"%s}".formatted(desk, ticketId, closedAt,
                more);
    }

    /** A reopening. */
    public static String reopened(String desk, String ticketId, Instant reopenedAt) {
        return "{\"desk\": \"%s\", \"ticketId\": \"%s\", \"reopenedAt\": \"%s\"}".formatted(desk, ticketId, reopenedAt);
    }

    /** Sends the data of a closing with no CloudEvent around it. */
    public static RecordMetadata sendBare(String data) {
        return send(new ProducerRecord<>(TOPIC, data.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a CloudEvent in structured mode. */
    public static RecordMetadata sendStructured(String type, String data) {
        return send(new ProducerRecord<>(TOPIC, null, null, null, """
                {"specversion": "1.0", "id": "1", "source": "/desks/acme", "type": "%s", "data": %s}"""
                .formatted(type, data).getBytes(StandardCharsets.UTF_8),
                List.of(header("content-type", "application/cloudevents+json"))));
    }

    /** Sends a CloudEvent in binary mode. */
    public static RecordMetadata sendBinary(String type, String data) {
        return send(new ProducerRecord<>(TOPIC, null, null, null, data.getBytes(StandardCharsets.UTF_8),
                List.of(header("ce_specversion", "1.0"), header("ce_id", "1"), header("ce_source", "/desks/acme"),
                        header("ce_type", type), header("content-type", "application/json"))));
    }

    /** Sends a record as it is. */
    static RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return send(record, "gzip");
    }

    static RecordMetadata send(ProducerRecord<byte[], byte[]> record, String compression) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, RealServers.bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 20_000_000,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, compression),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A closure that was recorded. */
    public record Recorded(int cycle, Instant closedAt, boolean reopened) {}

    /** The closures on record of a ticket in the order of their cycles. */
    public static List<Recorded> recorded(String desk, String ticketId) {
        try (Connection database = RealServers.database();
                PreparedStatement query = database.prepareStatement("""
                        SELECT cycle, closed_at, reopened_at IS NOT NULL AS reopened FROM ticket_closure
                        WHERE desk = ? AND ticket_id = ? ORDER BY cycle""")) {
            query.setString(1, desk);
            query.setString(2, ticketId);
            return Batch.read(query, row -> new Recorded(row.getInt("cycle"), Timestamps.read(row, "closed_at"),
                    row.getBoolean("reopened")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for what consuming leads to. */
    public static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(50)).ignoreExceptions();
    }
}
