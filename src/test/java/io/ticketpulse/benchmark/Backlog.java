package io.ticketpulse.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Closed tickets of the last hour, as our webhooks write them: CloudEvents in structured mode. The same number makes the
 * same backlog but for the time. In one partition, so that both programs meet the same customers in the same order and have
 * to come to the same decisions.
 */
final class Backlog {

    private static final int CUSTOMERS = 60_000;
    private static final List<String> DESKS = List.of("acme-jira", "globex-zammad", "initech-itop");
    private static final List<String> TYPES = List.of("incident", "request");
    private static final List<String> SERVICES = List.of("E-mail", "Remote access", "Printing", "Payroll", "Network");
    private static final List<String> CATEGORIES = List.of("Hardware", "Software", "Access", "Question");
    private static final List<String> GROUPS = List.of("Workplace", "Field services", "Infrastructure", "Identity");
    private static final List<String> PLACES = List.of("Berlin", "Lyon", "Porto", "Kraków", "Osaka");
    private static final List<String> LOCALES = List.of("de-DE", "fr-FR", "pt-PT", "pl-PL", "ja-JP", "en-GB");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Random random = new Random(1);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    static void fill(String bootstrapServers, String topic, int closures)
            throws JsonProcessingException, ExecutionException, InterruptedException {
        Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5");
        try (AdminClient admin = AdminClient.create(connection)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty()))).all().get();
        }
        Backlog backlog = new Backlog();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(connection, new StringSerializer(),
                new ByteArraySerializer())) {
            for (int number = 0; number < closures; number++) {
                producer.send(backlog.record(topic, number));
            }
        }
    }

    private ProducerRecord<String, byte[]> record(String topic, int number) throws JsonProcessingException {
        String desk = any(DESKS);
        String ticketId = String.valueOf(1_000_000 + number);
        Instant closedAt = now.minusMillis(random.nextInt(3_600_000));
        ObjectNode event = mapper.createObjectNode().put("specversion", "1.0").put("id", "delivery-" + number)
                .put("source", "/desks/" + desk).put("type", "io.ticketpulse.ticket.closed.v1")
                .put("subject", ticketId).put("time", closedAt.toString()).put("datacontenttype", "application/json");
        event.set("data", data(desk, ticketId, closedAt));
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, desk + '/' + ticketId,
                mapper.writeValueAsBytes(event));
        record.headers().add("content-type", "application/cloudevents+json".getBytes());
        return record;
    }

    private ObjectNode data(String desk, String ticketId, Instant closedAt) {
        int customer = random.nextInt(CUSTOMERS);
        int agent = random.nextInt(200);
        ObjectNode data = mapper.createObjectNode().put("desk", desk).put("ticketId", ticketId)
                .put("closedAt", closedAt.toString()).put("ticketNumber", "INC" + ticketId)
                .put("ticketType", any(TYPES)).put("summary", any(SERVICES) + " does not work since this morning")
                .put("openedAt", closedAt.minusSeconds(random.nextInt(500_000)).toString())
                .put("resolvedAt", closedAt.minusSeconds(60).toString()).put("reopenCount", 0)
                .put("priority", "P" + (1 + random.nextInt(4))).put("category", any(CATEGORIES))
                .put("service", any(SERVICES)).put("assignmentGroup", any(GROUPS)).put("closeCode", "solved")
                .put("slaMet", random.nextInt(10) > 0);
        data.putObject("assignee").put("id", "agent-" + agent).put("name", "Agent " + agent)
                .put("email", "agent-" + agent + "@desk.example");
        data.putObject("requester").put("id", "customer-" + customer).put("name", "Customer " + customer)
                .put("email", "customer-" + customer + "@company.example").put("locale", any(LOCALES))
                .put("timeZone", "Europe/Berlin").put("department", "Department " + customer % 40)
                .put("location", any(PLACES)).put("vip", customer % 100 == 0);
        return data;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
