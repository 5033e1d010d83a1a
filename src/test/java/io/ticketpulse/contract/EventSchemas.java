package io.ticketpulse.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Holds what the service writes to Kafka against the JSON Schemas it publishes: record key, headers, CloudEvents
 * envelope, and {@code data} by the event's type.
 */
public final class EventSchemas {

    /** What every event type begins with; the rest names the schema of its data. */
    public static final String TYPE_PREFIX = "io.ticketpulse.";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true)
            .build();

    private EventSchemas() {
    }

    /**
     * The event in a record the service wrote, once it has been found to be what the schemas say.
     *
     * @throws AssertionError naming everything that is wrong with it
     */
    public static JsonNode eventOf(ConsumerRecord<?, ?> record) {
        String key = text(record.key());
        String value = text(record.value());
        List<String> wrong = violations(key, record.headers(), value);
        if (!wrong.isEmpty()) {
            throw new AssertionError("Record %s of %s is not what the schemas describe:%n- %s%n%s".formatted(key,
                    record.topic(), String.join("%n- ".formatted(), wrong), value));
        }
        return parse(value);
    }

    /** What is wrong with a record the service wrote; empty if nothing is. */
    static List<String> violations(String key, Headers headers, String value) {
        List<String> wrong = new ArrayList<>();
        List<String> contentTypes = StreamSupport.stream(headers.headers("content-type").spliterator(), false)
                .map(header -> text(header.value())).toList();
        if (!contentTypes.equals(List.of("application/cloudevents+json"))) {
            wrong.add("header content-type: " + contentTypes);
        }
        JsonNode event = parse(value);
        wrong.addAll(violations("cloudevent.written", event));
        if (wrong.isEmpty()) {
            wrong.addAll(dataViolations(event.path("type").asText(), event.path("data")));
        }
        if (wrong.isEmpty()) {
            wrong.addAll(namingViolations(key, event));
        }
        return wrong;
    }

    /** What is wrong with the data of an event of this type, read or written; empty if nothing is. */
    public static List<String> dataViolations(String type, JsonNode data) {
        return violations(type.substring(TYPE_PREFIX.length()), data);
    }

    /** What is wrong with a document by the schema of this name; empty if nothing is. */
    static List<String> violations(String schema, JsonNode document) {
        return schema(schema).validate(document).stream().map(Object::toString).toList();
    }

    private static JsonSchema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:schemas/" + name + ".json"), STRICT);
    }

    private static List<String> namingViolations(String key, JsonNode event) {
        JsonNode data = event.path("data");
        boolean ofTicket = event.path("type").asText().startsWith(TYPE_PREFIX + "ticket.");
        List<String> keyFields = switch (event.path("type").asText().substring(TYPE_PREFIX.length())) {
            case "survey.responded.v1" -> List.of("survey", "desk", "ticketId", "cycle");
            case "satisfaction.monthly.v1" -> List.of("survey", "month", "dimension", "value");
            default -> List.of("desk", "ticketId");
        };
        String expectedKey = String.join("/", keyFields.stream().map(field -> data.path(field).asText()).toList());
        List<String> wrong = new ArrayList<>();
        expect("key", expectedKey, key, wrong);
        expect("subject", ofTicket ? data.path("ticketId").asText() : expectedKey, event.path("subject").asText(),
                wrong);
        expect("source", ofTicket ? "/desks/" + data.path("desk").asText() : "/surveys/" + data.path("survey").asText(),
                event.path("source").asText(), wrong);
        return wrong;
    }

    private static void expect(String what, String expected, String actual, List<String> wrong) {
        if (!expected.equals(actual)) {
            wrong.add("%s: %s instead of %s".formatted(what, actual, expected));
        }
    }

    private static JsonNode parse(String value) {
        try {
            return value == null ? JSON.missingNode() : JSON.readTree(value);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + value, notJson);
        }
    }

    private static String text(Object keyOrValue) {
        if (keyOrValue == null) {
            return null;
        }
        return keyOrValue instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : keyOrValue.toString();
    }
}
