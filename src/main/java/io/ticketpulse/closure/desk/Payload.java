package io.ticketpulse.closure.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A JSON value, looked into by paths such as {@code issue.fields.status.name}; a number in a path is an index of an
 * array. What is absent, null, or of another type than asked for is null alike: desks leave fields out, and change their
 * types, without notice.
 */
public final class Payload {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();
    /** What desks call the name of a thing that they send as an object. */
    private static final List<String> LABELS = List.of("value", "name", "displayName", "completename", "label",
            "title");

    private final JsonNode node;
    private final String path;

    private Payload(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /**
     * Reads a JSON object.
     *
     * @throws NotUnderstoodException if it is anything else
     */
    public static Payload parse(byte[] json) {
        Payload payload = of(parseAny(json));
        if (!payload.isObject()) {
            throw new NotUnderstoodException("The body is JSON, but no JSON object.");
        }
        return payload;
    }

    /**
     * Reads JSON of any kind.
     *
     * @throws NotUnderstoodException if it is none
     */
    static JsonNode parseAny(byte[] json) {
        if (json.length == 0) {
            throw new NotUnderstoodException("The body is empty.");
        }
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException broken) {
            JsonLocation location = broken.getLocation();
            throw new NotUnderstoodException(json[0] == '<'
                    ? "The body is not JSON; it looks like HTML or XML."
                    : location == null
                            ? "The body is not JSON."
                            : "The body is not JSON (line " + location.getLineNr() + ", column "
                                    + location.getColumnNr() + ").");
        } catch (IOException broken) {
            throw new NotUnderstoodException("The body is not JSON.");
        }
    }

    /** A value that was read elsewhere. */
    public static Payload of(JsonNode node) {
        return new Payload(node == null ? MissingNode.getInstance() : node, "");
    }

    /** What is at a path; an empty value where there is nothing. */
    public Payload at(String inner) {
        JsonNode found = node;
        for (String name : inner.split("\\.")) {
            found = found.isArray() && name.matches("\\d{1,4}") ? found.path(Integer.parseInt(name)) : found.path(name);
        }
        return new Payload(found, path.isEmpty() ? inner : path + "." + inner);
    }

    /** Where in the delivery this is, for people; empty for the whole. */
    public String path() {
        return path;
    }

    public boolean isObject() {
        return node.isObject();
    }

    /** Whether there is anything at the path, were it of the wrong type. */
    public boolean has(String inner) {
        JsonNode found = at(inner).node;
        return !found.isMissingNode() && !found.isNull();
    }

    /** A text, number or truth value as text, trimmed; null if there is none, it is blank, or no UTF-8 can write it. */
    public String text(String inner) {
        JsonNode found = at(inner).node;
        if (!found.isValueNode() || found.isNull() || found.isMissingNode() || found.asText().isBlank()
                || found.asText().codePoints().anyMatch(Payload::isHalfOfAPair)) {
            return null;
        }
        return found.asText().strip();
    }

    /** JSON can escape half of a surrogate pair (RFC 8259, section 8.2). */
    private static boolean isHalfOfAPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** Some texts with a blank between them, such as first and last name; null if there is none of them. */
    public String words(String... inner) {
        String words = Arrays.stream(inner).map(this::text).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return words.isEmpty() ? null : words;
    }

    /** Like {@link #text}; of an object its name, of an array its first element. For paths from settings. */
    public String label(String inner) {
        Payload found = at(inner);
        if (found.node.isArray()) {
            return found.label("0");
        }
        return found.isObject()
                ? LABELS.stream().map(found::text).filter(label -> label != null).findFirst().orElse(null)
                : text(inner);
    }

    /**
     * Like {@link #text}.
     *
     * @throws NotUnderstoodException if there is none
     */
    public String requiredText(String inner) {
        String text = text(inner);
        if (text == null) {
            throw new NotUnderstoodException(at(inner).path + " is missing or no text.");
        }
        return text;
    }

    /** A whole number, also one that is sent as text; null if there is none. */
    public Long number(String inner) {
        String text = text(inner);
        return text != null && text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** A truth value, also one that is sent as text; null if there is none. */
    public Boolean flag(String inner) {
        String text = text(inner);
        return "true".equalsIgnoreCase(text) ? Boolean.TRUE : "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
    }

    /** The elements of an array; none where there is none. */
    public List<Payload> list(String inner) {
        Payload array = at(inner);
        List<Payload> elements = new ArrayList<>();
        if (array.node.isArray()) {
            for (int i = 0; i < array.node.size(); i++) {
                elements.add(new Payload(array.node.get(i), array.path + "." + i));
            }
        }
        return elements;
    }

    /** The value itself. */
    public JsonNode node() {
        return node;
    }
}
