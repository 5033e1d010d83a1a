package io.ticketpulse.road;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes ticket events as desks do: a CloudEvent in structured or in binary mode, or the bare data of a closing. */
final class TicketRecords {

    static final String TOPIC = "itsm.tickets";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_THE_REQUESTER = Set.of("department", "location");

    private TicketRecords() {
    }

    /** How a record says what it says. */
    enum Form {
        STRUCTURED, BINARY, BARE
    }

    static ProducerRecord<byte[], byte[]> closed(Form form, Closing closing, boolean withReopenCount) {
        Ticket ticket = closing.ticket();
        Map<String, Object> data = data(ticket);
        data.put("closedAt", rfc3339(closing.closedAt(), ticket.number() % 5 - 2));
        if (withReopenCount) {
            data.put("reopenCount", closing.cycle());
        }
        return record(form, "io.ticketpulse.ticket.closed.v1", ticket, data);
    }

    static ProducerRecord<byte[], byte[]> reopened(Form form, Ticket ticket, Instant reopenedAt) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("desk", ticket.desk());
        data.put("ticketId", ticket.id());
        data.put("reopenedAt", rfc3339(reopenedAt, 0));
        return record(form, "io.ticketpulse.ticket.reopened.v1", ticket, data);
    }

    private static Map<String, Object> data(Ticket ticket) {
        Map<String, Object> requester = new LinkedHashMap<>();
        requester.put("id", String.valueOf(ticket.number()));
        requester.put("email", ticket.email());
        requester.put("name", "Customer " + ticket.number());
        requester.put("vip", ticket.number() % 9 == 0);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("desk", ticket.desk());
        data.put("ticketId", ticket.id());
        data.put("ticketNumber", "ITS-" + ticket.number());
        data.put("summary", "Something <broke> & was mended");
        ticket.values().forEach((dimension, value) -> (OF_THE_REQUESTER.contains(dimension) ? requester : data)
                .put(dimension, asTyped(value)));
        // Every other desk that does not know says so with a value of a wrong type.
        data.put("slaMet", ticket.slaMet() == null && ticket.number() % 2 == 0 ? "unknown" : ticket.slaMet());
        data.put("requester", requester);
        data.put("assignee", ticket.assignee() == null ? null : Map.of("id", "42", "email", ticket.assignee()));
        data.put("unknownField", Map.of("is", "ignored"));
        return data;
    }

    /** With decomposed umlauts and blanks around, which make no difference. */
    private static String asTyped(String value) {
        return " " + Normalizer.normalize(value, Normalizer.Form.NFD) + " ";
    }

    private static String rfc3339(Instant instant, int offsetHours) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.ofHours(offsetHours)));
    }

    private static ProducerRecord<byte[], byte[]> record(Form form, String type, Ticket ticket,
            Map<String, Object> data) {
        Map<String, Object> event = new TreeMap<>(Map.of("specversion", "1.0", "id", UUID.randomUUID().toString(),
                "source", "/desks/" + ticket.desk(), "type", type));
        Map<String, String> headers = new LinkedHashMap<>();
        byte[] value = json(data);
        if (form == Form.STRUCTURED) {
            headers.put("content-type", "application/cloudevents+json; charset=UTF-8");
            event.put("data", data);
            value = json(event);
        } else if (form == Form.BINARY) {
            headers.put("content-type", "application/json");
            event.forEach((attribute, text) -> headers.put("ce_" + attribute, text.toString()));
        }
        return record(ticket.desk() + "/" + ticket.id(), value, headers);
    }

    static ProducerRecord<byte[], byte[]> record(String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, bytes(key), value);
        headers.forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
