package io.ticketpulse.road;

import static io.ticketpulse.road.TicketRecords.bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that mean nothing: some go to the dead-letter topic, some are merely ignored. */
final class BrokenRecords {

    private static final Map<String, String> NO_HEADERS = Map.of();
    private static final Map<String, String> STRUCTURED = Map.of("content-type", "application/cloudevents+json");
    private static final String TIME = "\"closedAt\":\"2025-03-03T12:00:00Z\"";

    private BrokenRecords() {
    }

    /** Of every kind the contract names one or more. */
    static List<Arrival> deadLetters() {
        String tomorrowNextWeek = Instant.now().plus(Duration.ofDays(8)).toString();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String value : List.of(
                "not JSON",
                "[]",
                "\"a text\"",
                "{\"desk\":\"acme-jira\"," + TIME + "}",
                "{\"desk\":\"acme-jira\",\"ticketId\":7," + TIME + "}",
                "{\"desk\":\"Not A Name\",\"ticketId\":\"T-1\"," + TIME + "}",
                "{\"desk\":\"acme-jira\",\"ticketId\":\"" + "7".repeat(201) + "\"," + TIME + "}",
                "{\"desk\":\"acme-jira\",\"ticketId\":\"T-1\"}",
                "{\"desk\":\"acme-jira\",\"ticketId\":\"T-1\",\"closedAt\":1741003200}",
                "{\"desk\":\"acme-jira\",\"ticketId\":\"T-1\",\"closedAt\":\"2025-03-03T12:00:00\"}",
                "{\"desk\":\"acme-jira\",\"ticketId\":\"T-1\",\"closedAt\":\"" + tomorrowNextWeek + "\"}")) {
            records.add(TicketRecords.record("some key", bytes(value), NO_HEADERS));
        }
        records.add(TicketRecords.record("bytes", new byte[]{(byte) 0xff, 0, (byte) 0xfe, '{'}, NO_HEADERS));
        records.add(TicketRecords.record("no type", bytes("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\"}"),
                STRUCTURED));
        records.add(TicketRecords.record("no data", bytes("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\","
                + "\"type\":\"io.ticketpulse.ticket.closed.v1\"}"), STRUCTURED));
        records.add(TicketRecords.record("reopened, but when", bytes("{\"desk\":\"acme-jira\",\"ticketId\":\"T-1\"}"),
                Map.of("ce_specversion", "1.0", "ce_id", "1", "ce_source", "/desks/acme-jira", "ce_type",
                        "io.ticketpulse.ticket.reopened.v1")));
        return records.stream().map(record -> new Arrival(record, List.of(), true)).toList();
    }

    /** A tombstone, and an event of a type that is none of the service's business. */
    static List<Arrival> ignored() {
        return List.of(new Arrival(TicketRecords.record("tombstone", null, NO_HEADERS), List.of(), false),
                new Arrival(
                        TicketRecords.record("of somebody else", bytes("{}"), Map.of("ce_specversion", "1.0", "ce_id",
                                "1", "ce_source", "/x", "ce_type", "com.example.something.else")),
                        List.of(), false));
    }
}
