package io.ticketpulse.closure.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Deliveries as desks send them, for the tests of the kinds that cannot sign. */
final class Sent {

    static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");
    static final String SECRET = "b3f0c9a7-one-of-the-desks-secrets";

    private Sent() {
    }

    static Delivery json(String body) {
        return new Delivery(Map.of(), Proof.bytes(body), RECEIVED);
    }

    /** @param path below deliveries, e.g. {@code znuny/built-closed.json} */
    static Delivery file(String path) {
        return json(text(path));
    }

    static String text(String path) {
        try (InputStream sample = Sent.class.getResourceAsStream("/deliveries/" + path)) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What was read, as it will be written: an int and a long of the same value are the same there. */
    static JsonNode written(Ticket ticket) {
        return Payload.parseAny(Proof.bytes(ticket.data().toString()));
    }

    static Delivery authorized(String... authorizations) {
        return new Delivery(Map.of("authorization", List.of(authorizations)), Proof.bytes("{}"), RECEIVED);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString(Proof.bytes(user + ":" + password));
    }

    static Desk desk() {
        return desk(ZoneOffset.UTC);
    }

    static Desk desk(ZoneId zone) {
        return new Desk("acme", Map.of(), List.of(), zone);
    }

    static Desk deskClosingBy(String... states) {
        return new Desk("acme", Map.of(), List.of(states), ZoneOffset.UTC);
    }
}
