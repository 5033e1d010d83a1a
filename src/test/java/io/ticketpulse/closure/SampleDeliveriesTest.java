package io.ticketpulse.closure;

import static io.ticketpulse.closure.Deliveries.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.contract.EventSchemas;
import io.ticketpulse.platform.Relay;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample deliveries, byte for byte and signed as their desks sign, become the right events on the topic. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class SampleDeliveriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLOSED = "io.ticketpulse.ticket.closed.v1";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "jira, cloud-issue-updated-resolved.json, closed, "
                    + "`{'ticketId': '10040', 'ticketNumber': 'TES-41', 'closedAt': '2019-02-16T03:15:40.507Z'}`",
            "jira, cloud-issue-updated-reopened.json, reopened, "
                    + "`{'ticketId': '10040', 'reopenedAt': '2019-02-16T03:17:06.531Z'}`",
            "jira, server-issue-updated-resolved.json, closed, "
                    + "`{'ticketId': '10300', 'ticketNumber': 'TES-4', 'closedAt': '2019-08-12T23:23:02.025Z'}`",
            "jira, server-issue-updated-closed.json, closed, "
                    + "`{'ticketId': '10300', 'ticketNumber': 'TES-4', 'closedAt': '2019-08-14T03:07:58.358Z'}`",
            "zammad, state-closed-no-article.json, closed, "
                    + "`{'ticketId': '123', 'ticketNumber': '13374321', 'closedAt': '2025-03-02T09:39:50Z', "
                    + "'assignmentGroup': 'TestHelpdesk', 'summary': 'Test Ticket Title'}`",
            "glpi, derived-ticket-update-closed.body.json, closed, "
                    + "`{'ticketId': '1234', 'ticketType': 'incident', 'closedAt': '2026-01-01T11:00:00Z', "
                    + "'category': 'Bug', 'summary': 'Crash'}`"})
    void becomesAnEvent(String kind, String file, String type, String expected) throws Exception {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/deliveries", kind, file));
        try (KafkaConsumer<String, byte[]> topic = topicFromNowOn()) {

            signed(kind, body).contentType("application/json").body(body).post("/webhooks/a-" + kind).then()
                    .statusCode(202);

            JsonNode event = EventSchemas.eventOf(next(topic));
            JsonNode data = event.path("data");
            assertThat(event.path("type").asText()).isEqualTo(CLOSED.replace("closed", type));
            assertThat(event.path("source").asText()).isEqualTo("/desks/a-" + kind);
            JSON.readTree(expected.replace('\'', '"')).properties().forEach(
                    field -> assertThat(data.path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
        }
    }

    @ParameterizedTest
    @CsvSource({"jira, cloud-issue-assigned-empty-changelog.json", "jira, cloud-issue-created-many-fields.json"})
    void isIgnored(String kind, String file) throws Exception {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/deliveries", kind, file));

        String outcome = signed(kind, body).contentType("application/json").body(body).post("/webhooks/a-" + kind)
                .then().statusCode(202).extract().path("outcome");

        assertThat(outcome).isEqualTo("IGNORED");
    }

    private static KafkaConsumer<String, byte[]> topicFromNowOn() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RealServers.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString()),
                new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Tickets.TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static ConsumerRecord<String, byte[]> next(KafkaConsumer<String, byte[]> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Tickets.eventually().until(() -> {
            // Brokers that have just started may not have taken the delivery in time.
            Relay.run();
            topic.poll(Duration.ofMillis(100)).forEach(records::add);
            return !records.isEmpty();
        });
        return records.get(0);
    }
}
