package io.ticketpulse.closure.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A delivery in the making. */
final class Sending {

    static final Instant RECEIVED_AT = Instant.parse("2026-11-02T08:00:00Z");
    static final Desk DESK = new Desk("acme", Map.of(), List.of(), ZoneOffset.UTC);

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final byte[] body;
    private Instant receivedAt = RECEIVED_AT;

    private Sending(byte[] body) {
        this.body = body;
    }

    static Sending body(String body) {
        return new Sending(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A sample delivery, byte for byte. */
    static Sending sample(String name) {
        return new Sending(sampleBytes(name));
    }

    static byte[] sampleBytes(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/deliveries", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header, or once more the same one. */
    Sending header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    Sending at(Instant instant) {
        receivedAt = instant;
        return this;
    }

    Delivery delivery() {
        return new Delivery(headers, body, receivedAt);
    }
}
