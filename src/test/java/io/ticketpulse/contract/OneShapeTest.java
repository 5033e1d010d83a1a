package io.ticketpulse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The monthly figure is described twice, for HTTP and for Kafka: are the two the same? */
class OneShapeTest {

    private static final String SCHEMA = "schemas/satisfaction.monthly.v1.json";
    private static final JsonNode OPENAPI = Documents.yaml(OpenApiValidation.DOCUMENT);
    private static final JsonNode EVENT = Documents.resource(SCHEMA);

    @Test
    void theMonthlyFigureIsTheSameOnHttpAndKafka() {
        Map<String, String> http = shape(OPENAPI.at("/components/schemas/MonthlySatisfaction"));

        assertThat(http).isEqualTo(shape(EVENT));
    }

    @Test
    void everyFieldOfTheFigureIsCompared() {
        assertThat(shape(EVENT)).hasSizeGreaterThan(70).containsEntry("/csat/low", "number, required, 0..1")
                .containsEntry("/mean", "number, null, required, 0..10")
                .containsEntry("/scale/kind", "string, required, [ces, nps, stars, thumbs]");
    }

    private static Map<String, String> shape(JsonNode schema) {
        Map<String, String> shape = new TreeMap<>();
        collect("", schema, false, shape);
        return shape;
    }

    private static void collect(String path, JsonNode reference, boolean required, Map<String, String> shape) {
        JsonNode schema = resolved(reference);
        shape.put(path, describe(schema, required));
        schema.path("properties").properties().forEach(property -> collect(path + "/" + property.getKey(),
                property.getValue(), schema.path("required").valueStream()
                        .anyMatch(name -> name.asText().equals(property.getKey())),
                shape));
        if (schema.has("items")) {
            collect(path + "/*", schema.path("items"), false, shape);
        }
        // What may stand in an open object; which names it may have is beyond what OpenAPI 3.0 can say.
        if (schema.path("additionalProperties").isObject()) {
            collect(path + "/?", schema.path("additionalProperties"), false, shape);
        }
    }

    private static String describe(JsonNode schema, boolean required) {
        return Stream.of(
                Optional.of(type(schema)),
                nullable(schema) ? Optional.of("null") : Optional.<String>empty(),
                required ? Optional.of("required") : Optional.<String>empty(),
                schema.path("additionalProperties").isBoolean() ? Optional.of("closed") : Optional.<String>empty(),
                range(schema, "minimum", "maximum"),
                range(schema, "minLength", "maxLength"),
                text(schema, "format"),
                text(schema, "pattern"),
                choices(schema)).flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream().map(JsonNode::asText).filter(name -> !name.equals("null")).findFirst()
                    .orElseThrow();
        }
        return type.asText("string");
    }

    private static boolean nullable(JsonNode schema) {
        return schema.path("nullable").asBoolean()
                || schema.path("type").valueStream().anyMatch(name -> name.asText().equals("null"));
    }

    private static Optional<String> range(JsonNode schema, String low, String high) {
        return schema.has(low) || schema.has(high)
                ? Optional.of(schema.path(low).asText() + ".." + schema.path(high).asText())
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode schema, String name) {
        return schema.has(name) ? Optional.of(schema.path(name).asText()) : Optional.empty();
    }

    private static Optional<String> choices(JsonNode schema) {
        JsonNode choices = schema.path("enum");
        if (schema.has("const")) {
            return Optional.of("[" + schema.path("const").asText() + "]");
        }
        return choices.isMissingNode()
                ? Optional.empty()
                : Optional.of(choices.valueStream().map(JsonNode::asText).sorted()
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.startsWith("#/components/")) {
            return OPENAPI.at(reference.substring(1));
        }
        if (reference.startsWith("#/")) {
            return EVENT.at(reference.substring(1));
        }
        return reference.isEmpty() ? schema : Documents.resource("schemas/" + reference);
    }
}
