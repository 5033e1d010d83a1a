package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a delivery says about a ticket, field by field, with where each was found. Fields have the names of the
 * {@code data} of {@code io.ticketpulse.ticket.closed.v1}, such as {@code requester.email}; a value that is null is left
 * out, which means unknown.
 */
public final class Ticket {

    /** No reader of the event keeps more; without a limit, a ticket could be too large for the topic. */
    private static final int LONGEST_TEXT = 500;

    private final String id;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, String> vainPaths = new LinkedHashMap<>();

    private Ticket(String id) {
        this.id = id;
    }

    /** A field that was found. */
    public record Field(String name, JsonNode value, String from) {}

    /**
     * Begins to read.
     *
     * @param ticket the desk's own ticket inside the delivery, where the paths of {@link Desk#fields()} begin
     * @param idPath where in it the identifier is that never changes
     * @throws NotUnderstoodException if there is no identifier
     */
    public static Ticket read(Desk desk, Payload ticket, String idPath) {
        Ticket read = new Ticket(ticket.requiredText(idPath));
        read.put("ticketId", JsonNodeFactory.instance.textNode(read.id), ticket.at(idPath).path());
        desk.fields().forEach((field, path) -> {
            String from = ticket.at(path).path();
            if (SLA.equals(field)) {
                read.flag(field, ticket.flag(path), from);
            } else {
                read.text(field, ticket.label(path), from);
            }
            if (!read.fields.containsKey(field)) {
                read.vainPaths.put(field, from);
            }
        });
        return read;
    }

    /** The one configurable field that is no text: see {@link Desk#fields()}. */
    public static final String SLA = "slaMet";

    /** The identifier. */
    public String id() {
        return id;
    }

    /** Takes over the first of these that is there. What the settings say about a field goes first. */
    public Ticket text(String field, Payload source, String... paths) {
        for (String path : paths) {
            put(field, text(source.text(path)), source.at(path).path());
        }
        return this;
    }

    /** Takes over a text that was worked out. */
    public Ticket text(String field, String value, String from) {
        return put(field, text(value), from);
    }

    /** Takes over a value of any type as it is; objects and arrays are none. */
    public Ticket value(String field, Payload source, String path) {
        return put(field, source.text(path) == null ? null : source.at(path).node(), source.at(path).path());
    }

    /** Takes over an instant. */
    public Ticket time(String field, Instant value, String from) {
        return put(field, value == null ? null : text(value.toString()), from);
    }

    /** Takes over the first of these that is a time, see {@link DeskTime#parse}. */
    public Ticket time(String field, Payload source, ZoneId zone, String... paths) {
        for (String path : paths) {
            time(field, DeskTime.parse(source.text(path), zone), source.at(path).path());
        }
        return this;
    }

    /** Takes over whether something is so. */
    public Ticket flag(String field, Boolean value, String from) {
        return put(field, value == null ? null : JsonNodeFactory.instance.booleanNode(value), from);
    }

    /** Takes over a number from 0. */
    public Ticket count(String field, Long value, String from) {
        return put(field, value == null || value < 0 ? null : JsonNodeFactory.instance.numberNode(value), from);
    }

    private Ticket put(String field, JsonNode value, String from) {
        if (value != null) {
            fields.putIfAbsent(field, new Field(field, value.isTextual() ? cut(value.textValue()) : value, from));
        }
        return this;
    }

    private static JsonNode cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return JsonNodeFactory.instance.textNode(text);
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return JsonNodeFactory.instance.textNode(text.substring(0, end));
    }

    private static JsonNode text(String value) {
        return value == null || value.isBlank() ? null : JsonNodeFactory.instance.textNode(value.strip());
    }

    /** All that was found. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** Paths of the settings, by field, at which there was nothing; such a field is read where the kind usually has it. */
    public Map<String, String> vainPaths() {
        return vainPaths;
    }

    /** The {@code data} of an event, without the desk and the time. */
    public ObjectNode data() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Field field : fields.values()) {
            int dot = field.name.indexOf('.');
            if (dot < 0) {
                data.set(field.name, field.value);
            } else {
                data.withObjectProperty(field.name.substring(0, dot)).set(field.name.substring(dot + 1), field.value);
            }
        }
        return data;
    }
}
