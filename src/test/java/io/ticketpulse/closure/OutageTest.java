package io.ticketpulse.closure;

import static io.ticketpulse.closure.Tickets.closed;
import static io.ticketpulse.closure.Tickets.eventually;
import static io.ticketpulse.closure.Tickets.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.EmbeddedMySql;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A database that is away stops consuming, and nothing else. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class OutageTest {

    private static final Instant CLOSED_AT = Instant.parse("2026-10-03T21:30:00Z");
    private static final int TICKETS = 20;

    private final String batch = UUID.randomUUID().toString();

    @Test
    void whatComesWhileTheDatabaseIsAwayIsRecordedWhenItIsBack() throws IOException {
        EmbeddedMySql database = RealServers.servers().mySql();
        database.stop();
        List<RecordMetadata> sent = send();
        Awaitility.await().during(Duration.ofSeconds(2)).until(() -> committed() <= sent.get(0).offset());

        database.restart();

        eventually().untilAsserted(() -> assertThat(numberRecorded()).isEqualTo(TICKETS));
        eventually().until(() -> committed() > sent.get(TICKETS - 1).offset());
        try (DeadLetterTopic deadLetters = new DeadLetterTopic()) {
            assertThat(deadLetters.of(sent.get(0))).isEmpty();
        }
    }

    @Test
    void offsetsAreCommittedOnlyAfterTheTransaction() throws IOException {
        EmbeddedMySql database = RealServers.servers().mySql();
        long before = settled();
        database.stop();

        RecordMetadata sent = send().get(0);

        Awaitility.await().during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(committed()).isEqualTo(before));
        assertThat(sent.offset()).isGreaterThanOrEqualTo(before);
        database.restart();
        eventually().until(() -> numberRecorded() == TICKETS);
    }

    private List<RecordMetadata> send() {
        return IntStream.range(0, TICKETS).mapToObj(i -> Tickets.sendBare(closed("acme", batch + i, CLOSED_AT, "")))
                .toList();
    }

    private int numberRecorded() {
        return IntStream.range(0, TICKETS).map(i -> recorded("acme", batch + i).size()).sum();
    }

    /** The committed offset once everything that was sent is read. */
    private static long settled() {
        String last = UUID.randomUUID().toString();
        RecordMetadata sent = Tickets.sendBare(closed("acme", last, CLOSED_AT, ""));
        eventually().until(() -> committed() == sent.offset() + 1);
        return sent.offset() + 1;
    }

    private static long committed() {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                RealServers.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            var offset = admin.listConsumerGroupOffsets("ticketpulse").partitionsToOffsetAndMetadata().get()
                    .get(new TopicPartition(Tickets.TOPIC, 0));
            return offset == null ? 0 : offset.offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
