package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.contract.EventSchemas;
import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class MonthlyEventTest {

    /** A month of this test alone, because the topic keeps what other tests have published. */
    private static final YearMonth MONTH = YearMonth.of(2019, 7);
    private static final String KEY = "incident/2019-07/desk/acme/eu";

    @Inject
    Story story;
    @Inject
    Publications publications;

    @BeforeEach
    void beginAnew() throws Exception {
        Story.beginAnew();
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse("2019-07-20T12:00:00Z"), ZoneOffset.UTC), Clock.class);
    }

    @Test
    void everyRevisionReachesTheTopicInOrder() {
        story.answered(MONTH, "acme/eu", 5, 5, 5, 5, 1);
        publications.publish(MONTH);
        story.answered(MONTH, "acme/eu", 5, 5, 5, 5, 5);

        publications.publish(MONTH);

        List<JsonNode> events = records(18).stream().map(EventSchemas::eventOf)
                .filter(event -> event.at("/subject").asText().equals(KEY)).toList();
        assertThat(events).extracting(event -> event.at("/data/revision").asInt()).containsExactly(1, 2);
        JsonNode event = events.get(1);
        assertThat(event.at("/type").asText()).isEqualTo("io.ticketpulse.satisfaction.monthly.v1");
        assertThat(event.at("/source").asText()).isEqualTo("/surveys/incident");
        assertThat(event.at("/subject").asText()).isEqualTo(KEY);
        assertThat(event.at("/id").asText()).isEqualTo(KEY + "/2");
        assertThat(event.at("/time").asText()).isEqualTo("2019-07-20T12:00:00Z");
        assertThat(event.at("/data/value").asText()).isEqualTo("acme/eu");
        assertThat(event.at("/data/csat/value").asDouble()).isEqualTo(0.9);
    }

    private static List<ConsumerRecord<String, byte[]>> records(int expected) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", RealServers.bootstrapServers(),
                "group.id", "monthly-event-test", "auto.offset.reset", "earliest", "isolation.level",
                "read_committed"));
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("itsm.satisfaction-monthly"));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().startsWith("incident/" + MONTH)) {
                        records.add(record);
                    }
                });
                return records.size() >= expected;
            });
        }
        return records;
    }
}
