package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send in the name of a Zendesk. */
class ZendeskProofTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant RECEIVED = Instant.parse("2026-10-19T10:00:07Z");
    private static final String SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";
    private static final String TIME = "2026-07-22T10:00:00Z";
    private static final String SIGNED = "{\"ticket_id\": \"35436\", \"custom\": true}";
    private static final String SIGNATURE = "xIuvDFASNx9mW8OkN3lJajhWQWmNcVWMbzvrTHSmEFk=";

    private final Zendesk zendesk = new Zendesk();

    private static Delivery signed(String body, Map<String, List<String>> headers) {
        return new Delivery(headers, body.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    private static Map<String, List<String>> headers(String timestamp, String signature) {
        return Map.of("x-zendesk-webhook-signature-timestamp", List.of(timestamp), "x-zendesk-webhook-signature",
                List.of(signature));
    }

    static Stream<JsonNode> vectors() throws IOException {
        return StreamSupport.stream(
                JSON.readTree(Sending.sampleBytes("zendesk/signature-vectors.json")).path("vectors").spliterator(),
                false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsTheVectors(JsonNode vector) {
        Delivery delivery = signed(vector.path("body").asText(),
                headers(vector.path("timestamp").asText(), vector.path("signature").asText()));

        assertThat(zendesk.isAuthentic(delivery, SECRET)).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        assertThat(zendesk.isAuthentic(signed(SIGNED.replace('5', '6'), headers(TIME, SIGNATURE)), SECRET)).isFalse();
    }

    @Test
    void refusesAnotherTimestamp() {
        assertThat(zendesk.isAuthentic(signed(SIGNED, headers("2026-07-22T10:00:01Z", SIGNATURE)), SECRET)).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        assertThat(zendesk.isAuthentic(signed(SIGNED, headers(TIME, SIGNATURE)), "other")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "xIuvDFASNx9mW8OkN3lJajhWQWmNcVWMbzvrTHSmEFk"})
    void refusesOtherSignatures(String signature) {
        assertThat(zendesk.isAuthentic(signed(SIGNED, headers(TIME, signature)), SECRET)).isFalse();
    }

    @Test
    void refusesASignatureSentTwice() {
        Map<String, List<String>> twice = Map.of("X-Zendesk-Webhook-Signature-Timestamp", List.of(TIME),
                "X-Zendesk-Webhook-Signature", List.of(SIGNATURE, SIGNATURE));

        assertThat(zendesk.isAuthentic(signed(SIGNED, twice), SECRET)).isFalse();
    }

    @Test
    void refusesATimestampSentTwice() {
        Map<String, List<String>> twice = Map.of("X-Zendesk-Webhook-Signature-Timestamp", List.of(TIME, TIME),
                "X-Zendesk-Webhook-Signature", List.of(SIGNATURE));

        assertThat(zendesk.isAuthentic(signed(SIGNED, twice), SECRET)).isFalse();
    }

    @Test
    void refusesTheSecretItself() {
        assertThat(zendesk.isAuthentic(signed(SIGNED, Map.of("Authorization", List.of("Bearer " + SECRET))), SECRET))
                .isFalse();
    }
}
