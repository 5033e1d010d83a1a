package io.ticketpulse.closure.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A delivery that its kind understands, to be spoiled. Every field that settings may name is read from {@code any} of
 * the ticket, where there is nothing at first.
 *
 * @param ticket  JSON pointer to where the paths of settings begin
 * @param headers by name
 */
public record KindSample(DeskKind kind, String name, String ticket, Map<String, String> headers, String body) {

    public static final Instant RECEIVED = Instant.parse("2026-11-02T08:00:00Z");
    public static final Desk DESK = new Desk("acme-desk", Stream.of("ticketType", "priority", "category", "service",
            "assignmentGroup", "closeCode", Ticket.SLA, "requester.email", "requester.locale", "requester.timeZone",
            "requester.department", "requester.location").collect(Collectors.toMap(field -> field, field -> "any")),
            List.of(), ZoneOffset.UTC);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In how many places it can be spoiled: {@code any}, and whatever is there. */
    public int places() {
        return spoilers(parsed()).size();
    }

    /** The delivery with another value in one place. */
    public byte[] spoiled(int place, JsonNode value) {
        JsonNode root = parsed();
        List<Consumer<JsonNode>> spoilers = spoilers(root);
        spoilers.get(place % spoilers.size()).accept(value);
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What the kind reads in a body that is sent with the headers of this. */
    public List<Report> read(byte[] sent) {
        Map<String, List<String>> all = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return kind.read(new Delivery(all, sent, RECEIVED), DESK);
    }

    @Override
    public String toString() {
        return name;
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Consumer<JsonNode>> spoilers(JsonNode root) {
        List<Consumer<JsonNode>> spoilers = new ArrayList<>();
        ObjectNode read = (ObjectNode) root.at(ticket);
        spoilers.add(value -> read.set("any", value));
        collect(root, spoilers);
        return spoilers;
    }

    private static void collect(JsonNode node, List<Consumer<JsonNode>> spoilers) {
        if (node instanceof ObjectNode object) {
            for (Iterator<String> names = object.fieldNames(); names.hasNext();) {
                String name = names.next();
                spoilers.add(value -> object.set(name, value));
                collect(object.get(name), spoilers);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                spoilers.add(value -> array.set(index, value));
                collect(array.get(i), spoilers);
            }
        }
    }
}
