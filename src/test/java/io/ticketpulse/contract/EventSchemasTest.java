package io.ticketpulse.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Do the schemas take what they show, and nothing else? */
class EventSchemasTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String KEY = "incident/2026-10/service/Workplace";

    @TestFactory
    Stream<DynamicTest> everyExampleIsValid() {
        return examples().map(example -> DynamicTest.dynamicTest(example.name(),
                () -> assertThat(EventSchemas.violations(example.schema(), example.data())).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> noRequiredFieldMayBeMissing() {
        return examples().flatMap(example -> required(example.schema()).map(field -> mutation(example,
                "without " + field, data -> data.remove(field))));
    }

    @TestFactory
    Stream<DynamicTest> noKnownFieldMayBeOfAnotherType() {
        return examples().flatMap(example -> properties(example.schema()).map(field -> mutation(example,
                "wrong " + field, data -> data.putArray(field).addArray())));
    }

    @TestFactory
    Stream<DynamicTest> noWrittenEventMayHaveAnotherField() {
        return examples().filter(example -> !example.schema().startsWith("ticket."))
                .map(example -> mutation(example, "one field more", data -> data.put("surprise", 1)));
    }

    @Test
    void whatIsReadMayHaveAnotherField() {
        ObjectNode ticket = (ObjectNode) Documents.resource("schemas/ticket.closed.v1.json").at("/examples/0");

        List<String> wrong = EventSchemas.dataViolations("io.ticketpulse.ticket.closed.v1", ticket.put("surprise", 1));

        assertThat(wrong).isEmpty();
    }

    @Test
    void noFigureIsLeftWhereSuppressed() {
        ObjectNode figure = (ObjectNode) Documents.resource("schemas/satisfaction.monthly.v1.json").at("/examples/0");

        List<String> wrong = EventSchemas.violations("satisfaction.monthly.v1", figure.put("suppressed", true));

        assertThat(wrong).hasSize(8).allMatch(violation -> violation.contains("null expected"));
    }

    @Test
    void aRecordAsDescribedGivesItsEvent() {
        JsonNode event = EventSchemas.eventOf(record(KEY, STRUCTURED, event(e -> {
        })));

        assertThat(event.at("/data/value").asText()).isEqualTo("Workplace");
    }

    @Test
    void aKeyThatDoesNotFitTheDataIsRefused() {
        assertRefused(record("incident/2026-10/service/Mail", STRUCTURED, event(e -> {
        })), "key: incident/2026-10/service/Mail instead of " + KEY);
    }

    @Test
    void anotherContentTypeIsRefused() {
        assertRefused(record(KEY, "application/json", event(e -> {
        })), "content-type");
    }

    @Test
    void aSubjectThatDoesNotFitTheDataIsRefused() {
        assertRefused(record(KEY, STRUCTURED, event(e -> e.put("subject", "something"))), "subject: something");
    }

    @Test
    void aSourceThatDoesNotFitTheDataIsRefused() {
        assertRefused(record(KEY, STRUCTURED, event(e -> e.put("source", "/surveys/project"))),
                "source: /surveys/project");
    }

    @Test
    void anExtensionAttributeIsRefused() {
        assertRefused(record(KEY, STRUCTURED, event(e -> e.put("traceparent", "00"))), "traceparent");
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertRefused(record(KEY, STRUCTURED, event(e -> e.put("type", "io.ticketpulse.other.v1"))), "type");
    }

    @Test
    void wrongDataIsRefused() {
        assertRefused(record(KEY, STRUCTURED, event(e -> e.withObject("/data").set("coverage", IntNode.valueOf(2)))),
                "coverage");
    }

    @Test
    void aTombstoneIsRefused() {
        assertRefused(record(KEY, STRUCTURED, null), "object expected");
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertRefused(record(KEY, STRUCTURED, "{"), "Not JSON");
    }

    private record Example(String schema, int number, JsonNode data) {
        String name() {
            return schema + " " + number;
        }
    }

    private static Stream<Example> examples() {
        return Stream.of("ticket.closed.v1", "ticket.reopened.v1", "survey.responded.v1", "satisfaction.monthly.v1")
                .flatMap(schema -> {
                    JsonNode examples = Documents.resource("schemas/" + schema + ".json").path("examples");
                    return IntStream.range(0, examples.size())
                            .mapToObj(number -> new Example(schema, number, examples.get(number)));
                });
    }

    private static Stream<String> required(String schema) {
        return Documents.resource("schemas/" + schema + ".json").path("required").valueStream().map(JsonNode::asText);
    }

    private static Stream<String> properties(String schema) {
        return Documents.resource("schemas/" + schema + ".json").path("properties").propertyStream()
                .map(Entry::getKey);
    }

    private static DynamicTest mutation(Example example, String what, Consumer<ObjectNode> mutation) {
        return DynamicTest.dynamicTest(example.name() + " " + what, () -> {
            ObjectNode mutated = example.data().deepCopy();
            mutation.accept(mutated);

            List<String> wrong = EventSchemas.violations(example.schema(), mutated);

            assertThat(wrong).isNotEmpty();
        });
    }

    private static String event(Consumer<ObjectNode> mutation) {
        ObjectNode event = (ObjectNode) Documents.resource("asyncapi.yaml")
                .at("/components/messages/satisfactionMonthly/examples/0/payload");
        mutation.accept(event);
        return event.toString();
    }

    private static ConsumerRecord<String, byte[]> record(String key, String contentType, String value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("content-type", contentType.getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>("itsm.satisfaction-monthly", 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, key,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8), headers, Optional.empty());
    }

    private static void assertRefused(ConsumerRecord<?, ?> record, String because) {
        assertThatThrownBy(() -> EventSchemas.eventOf(record)).isInstanceOf(AssertionError.class)
                .hasMessageContaining(because);
    }
}
