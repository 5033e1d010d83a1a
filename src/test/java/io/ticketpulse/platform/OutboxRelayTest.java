package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas carry one outbox to a real broker. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class OutboxRelayTest {

    private static final String TOPIC = "itsm.survey-responses";
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final String key = UUID.randomUUID().toString();
    private final MovableClock clock = new MovableClock();

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private OutboxRelay one;
    private OutboxRelay other;

    @BeforeEach
    void twoReplicasBeginAnew() throws Exception {
        try (Connection database = RealServers.database(); Statement statement = database.createStatement()) {
            statement.executeUpdate("DELETE FROM outbox");
            statement.executeUpdate("DELETE FROM lease");
        }
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.empty(), Optional.empty()))).all().get();
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(TopicExistsException.class);
        }
        one = new OutboxRelay(transactions, new Leases(transactions, clock), kafka);
        other = new OutboxRelay(transactions, new Leases(transactions, clock), kafka);
    }

    @AfterEach
    void hangUp() {
        one.close();
        other.close();
    }

    @Test
    void recordsOfAKeyArriveInOrderAndLeaveNothingBehind() throws Exception {
        for (int i = 0; i < 1200; i += 100) {
            append(TOPIC, IntStream.range(i, i + 100).mapToObj(String::valueOf).toList());
        }

        one.relay();

        assertThat(arrived(1200)).isEqualTo(IntStream.range(0, 1200).mapToObj(String::valueOf).toList());
        assertThat(waiting()).isZero();
    }

    @Test
    void aTopicThatIsMissingKeepsNothingElseWaiting() throws Exception {
        append(TOPIC, List.of("first"));
        append("no topic!", List.of("second"));
        append("missing-" + key, List.of("third"));
        append(TOPIC, List.of("fourth"));

        one.relay();

        assertThat(arrived(2)).containsExactly("first", "fourth");
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void aRecordThatIsTooLargeKeepsNothingButItsKeyWaiting() throws Exception {
        byte[] noise = new byte[2_000_000];
        new Random(1).nextBytes(noise);
        append(TOPIC, List.of("first"));
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(new OutboxMessage(TOPIC, "large-" + key, noise),
                        new OutboxMessage(TOPIC, "large-" + key, "later".getBytes()))));
        append(TOPIC, List.of("second"));

        one.relay();

        assertThat(arrived(2)).containsExactly("first", "second");
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void nobodyElseSendsWhileOneHoldsTheLease() throws Exception {
        one.relay();
        append(TOPIC, List.of("first"));

        other.relay();

        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void anotherTakesOverWhenTheLeaseEnds() throws Exception {
        append(TOPIC, List.of("first"));
        one.relay();
        append(TOPIC, List.of("second"));
        clock.pass(LEASE);

        other.relay();

        assertThat(arrived(2)).containsExactly("first", "second");
    }

    @Test
    void whoWasOvertakenIsShutOutByTheBrokers() throws Exception {
        append(TOPIC, List.of("first"));
        one.relay();
        clock.pass(LEASE);
        other.relay();
        append(TOPIC, List.of("second"));
        clock.pass(LEASE);

        one.relay();

        assertThat(waiting()).isEqualTo(1);
        assertThat(arrived(1)).containsExactly("first");
    }

    @Test
    void whoWasShutOutBeginsAnew() throws Exception {
        append(TOPIC, List.of("first"));
        one.relay();
        clock.pass(LEASE);
        other.relay();
        append(TOPIC, List.of("second"));
        clock.pass(LEASE);
        one.relay();

        one.relay();

        assertThat(arrived(2)).containsExactly("first", "second");
    }

    @Test
    void whatIsRolledBackIsNeverSaid() throws Exception {
        QuarkusTransaction.begin();
        outbox.append(List.of(new OutboxMessage(TOPIC, key, "never".getBytes())));
        QuarkusTransaction.rollback();

        one.relay();

        assertThat(arrived(0)).isEmpty();
    }

    private void append(String topic, List<String> values) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(values.stream()
                .map(value -> new OutboxMessage(topic, key, value.getBytes())).toList()));
    }

    private static int waiting() throws Exception {
        try (Connection database = RealServers.database(); Statement statement = database.createStatement()) {
            var rows = statement.executeQuery("SELECT COUNT(*) FROM outbox");
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The values of this test's key, once there are so many. */
    private List<String> arrived(int number) {
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RealServers.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (key.equals(record.key())) {
                        values.add(record.value());
                    }
                });
                return values.size() >= number && !consumer.assignment().isEmpty();
            });
        }
        return values;
    }
}
