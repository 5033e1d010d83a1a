package io.ticketpulse.closure;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the fields of an event's {@code data} object one by one. A required field that is missing or of the wrong type
 * is an error; an optional one of the wrong type is dropped and told to whoever counts.
 */
final class EventData {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final int MAX_REOPEN_COUNT = 1_000_000;

    private final JsonNode object;
    private final String path;
    private final Consumer<String> dropped;

    /** @param dropped told the path of each optional field of the wrong type */
    EventData(JsonNode object, Consumer<String> dropped) {
        this(object, "", dropped);
    }

    private EventData(JsonNode object, String path, Consumer<String> dropped) {
        this.object = object;
        this.path = path;
        this.dropped = dropped;
    }

    /** An object inside this one; an empty one if there is none. */
    EventData inside(String name) {
        JsonNode inner = value(name);
        if (inner != null && !inner.isObject()) {
            dropped.accept(path + name);
        }
        return new EventData(inner == null || !inner.isObject() ? JsonNodeFactory.instance.objectNode() : inner,
                path + name + ".", dropped);
    }

    /** @throws UnreadableEventException unless it is a text of 1 to {@code longest} characters */
    String requiredText(String name, int longest) {
        JsonNode value = value(name);
        if (value == null || !isText(value) || value.textValue().isBlank()) {
            throw new UnreadableEventException("missing or wrong type: " + path + name);
        }
        if (value.textValue().length() > longest) {
            throw new UnreadableEventException("longer than " + longest + " characters: " + path + name);
        }
        return value.textValue();
    }

    /** @throws UnreadableEventException unless it is a time of RFC 3339 with an offset, since 1970 */
    Instant requiredInstant(String name) {
        JsonNode value = value(name);
        Instant instant = value == null ? null : instant(value);
        if (instant == null) {
            throw new UnreadableEventException("missing or not a time with an offset (RFC 3339): " + path + name);
        }
        return instant;
    }

    /** In Unicode's composed form (NFC), trimmed, cut to {@code longest} characters; null if absent or empty. */
    String text(String name, int longest) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!isText(value)) {
            dropped.accept(path + name);
            return null;
        }
        String text = Normalizer.normalize(value.textValue(), Normalizer.Form.NFC).strip();
        return text.isEmpty() ? null : cut(text, longest);
    }

    /** Null if absent. */
    Instant instant(String name) {
        JsonNode value = value(name);
        Instant instant = value == null ? null : instant(value);
        if (value != null && instant == null) {
            dropped.accept(path + name);
        }
        return instant;
    }

    /** Null if absent. */
    Boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            dropped.accept(path + name);
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    /** A whole number from 0; null if absent. */
    Integer count(String name) {
        JsonNode value = value(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0
                && value.intValue() <= MAX_REOPEN_COUNT)) {
            dropped.accept(path + name);
            return null;
        }
        return value == null ? null : value.intValue();
    }

    private JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** JSON can escape half of a surrogate pair (RFC 8259, section 8.2), which no UTF-8 and so no database holds. */
    private static boolean isText(JsonNode value) {
        return value.isTextual() && value.textValue().codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static Instant instant(JsonNode value) {
        if (!value.isTextual()) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(value.textValue()).toInstant().truncatedTo(ChronoUnit.MICROS);
            return instant.isBefore(EARLIEST) || instant.atOffset(ZoneOffset.UTC).getYear() > 9999
                    ? null
                    : instant;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }
}
