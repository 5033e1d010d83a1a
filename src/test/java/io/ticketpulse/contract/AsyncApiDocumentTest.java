package io.ticketpulse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AsyncApiDocumentTest {

    private static final JsonNode DOCUMENT = Documents.resource("asyncapi.yaml");

    @TestFactory
    Stream<DynamicTest> everyReferenceLeadsSomewhere() {
        return files().flatMap(file -> references(Documents.resource(file)).map(reference -> DynamicTest
                .dynamicTest(file + " → " + reference,
                        () -> assertThat(target(file, reference).isMissingNode()).isFalse())));
    }

    @TestFactory
    Stream<DynamicTest> everySchemaIsASchema() {
        return files().filter(file -> file.startsWith("schemas/")).map(file -> DynamicTest.dynamicTest(file,
                () -> assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(VersionFlag.V202012.getId()))
                        .validate(Documents.resource(file))).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfAMessageIsValid() {
        return messages().filter(message -> message.getValue().has("payload"))
                .flatMap(message -> message.getValue().path("examples").valueStream().map(example -> DynamicTest
                        .dynamicTest(message.getKey() + " " + example.path("name").asText(), () -> {
                            JsonNode schema = message.getValue().at("/payload/schema");

                            List<String> wrong = violations(schema, example.path("payload"));

                            assertThat(wrong).isEmpty();
                        })));
    }

    @Test
    void everyMessageHasAnExample() {
        assertThat(messages().filter(message -> message.getValue().path("examples").isEmpty()).map(Entry::getKey))
                .isEmpty();
    }

    @Test
    void everyMessageIsInAChannel() {
        List<String> used = DOCUMENT.path("channels").valueStream().flatMap(AsyncApiDocumentTest::references).toList();

        assertThat(messages().map(message -> "#/components/messages/" + message.getKey())).isSubsetOf(used);
    }

    private static Stream<Entry<String, JsonNode>> messages() {
        return DOCUMENT.at("/components/messages").propertyStream();
    }

    /** Beside the document, so that its references to schemas are found. */
    private static List<String> violations(JsonNode schema, JsonNode payload) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("classpath:asyncapi.yaml"), schema,
                        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
                .validate(payload).stream().map(Object::toString).toList();
    }

    private static Stream<String> files() {
        try (Stream<Path> schemas = Files.list(Documents.resourcePath("schemas"))) {
            return Stream.concat(Stream.of("asyncapi.yaml"),
                    schemas.map(path -> "schemas/" + path.getFileName()).toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> references(JsonNode node) {
        return Documents.descend(node).filter(n -> n.path("$ref").isTextual()).map(n -> n.path("$ref").asText());
    }

    private static JsonNode target(String file, String reference) {
        String[] parts = reference.split("#", 2);
        String other = parts[0].isEmpty()
                ? file
                : file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) + parts[0] : parts[0];
        return Documents.resource(other).at(parts.length == 1 ? "" : parts[1]);
    }
}
