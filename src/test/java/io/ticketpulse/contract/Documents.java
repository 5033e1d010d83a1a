package io.ticketpulse.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads the hand-kept documents for the tests that look into them. */
final class Documents {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private Documents() {
    }

    static JsonNode yaml(String path) {
        return read(new YAMLMapper(), Path.of(path));
    }

    static JsonNode resource(String name) {
        return read(name.endsWith(".json") ? new ObjectMapper() : new YAMLMapper(), RESOURCES.resolve(name));
    }

    static Path resourcePath(String name) {
        return RESOURCES.resolve(name);
    }

    /** A node and everything in it. */
    static Stream<JsonNode> descend(JsonNode node) {
        return Stream.concat(Stream.of(node),
                StreamSupport.stream(node.spliterator(), false).flatMap(Documents::descend));
    }

    private static JsonNode read(ObjectMapper mapper, Path path) {
        try {
            return mapper.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
