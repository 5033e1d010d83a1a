package io.ticketpulse.closure.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample and its signatures were derived from GLPI's source, not captured. */
class GlpiProofTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Payload VECTORS = Payload.parse(Sending.sampleBytes("glpi/derived-signature-vectors.json"));
    private static final String SECRET = VECTORS.text("secret");
    private static final String TIMESTAMP = VECTORS.text("x-glpi-timestamp");
    private static final String SIGNATURE = VECTORS.text("x-glpi-signature");

    private final Glpi glpi = new Glpi();

    private static byte[] body() {
        return Sending.sampleBytes("glpi/derived-ticket-update-closed.body.json");
    }

    private static Delivery delivery(byte[] body, List<String> timestamps, List<String> signatures) {
        return new Delivery(Map.of("X-GLPI-timestamp", timestamps, "X-GLPI-signature", signatures), body, RECEIVED);
    }

    private static Delivery signed(byte[] body) {
        return delivery(body, List.of(TIMESTAMP), List.of(SIGNATURE));
    }

    @Test
    void takesTheDerivedVectorHoweverOldItsTimestampIs() {
        boolean authentic = glpi.isAuthentic(signed(body()), SECRET);

        assertThat(authentic).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        byte[] body = body();
        body[60] ^= 1;

        boolean authentic = glpi.isAuthentic(signed(body), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesAnotherTimestamp() {
        boolean authentic = glpi.isAuthentic(delivery(body(), List.of("1767265201"), List.of(SIGNATURE)), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesASignatureOverTheSameBytesThatAreDividedElsewhere() {
        byte[] whole = body();
        byte[] shorter = Arrays.copyOf(whole, whole.length - 1);

        boolean authentic = glpi.isAuthentic(delivery(shorter, List.of("}" + TIMESTAMP), List.of(SIGNATURE)), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        boolean authentic = glpi.isAuthentic(signed(body()), "another secret");

        assertThat(authentic).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "25d65af443cab8d88e0eb6510bbc8286df54cc7a5bc283166d01c2492a95e8a"})
    void refusesWhatIsNoSuchSignature(String signature) {
        boolean authentic = glpi.isAuthentic(delivery(body(), List.of(TIMESTAMP), List.of(signature)), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesASignatureThatWasSentTwice() {
        boolean authentic = glpi.isAuthentic(delivery(body(), List.of(TIMESTAMP), List.of(SIGNATURE, SIGNATURE)),
                SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesATimestampThatWasSentTwice() {
        boolean authentic = glpi.isAuthentic(delivery(body(), List.of(TIMESTAMP, TIMESTAMP), List.of(SIGNATURE)),
                SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void answersTheChallenge() {
        String challenge = VECTORS.text("cra.request").replaceFirst(".*crc_token=", "");

        Optional<String> answer = glpi.answerChallenge(challenge, SECRET);

        assertThat(answer).contains(VECTORS.text("cra.expected_response_body"));
    }

    @Test
    void doesNotAnswerTheChallengeOfAnotherSecret() {
        String challenge = VECTORS.text("cra.request").replaceFirst(".*crc_token=", "");

        Optional<String> answer = glpi.answerChallenge(challenge, "another secret");

        assertThat(answer).isEmpty();
    }

    @Test
    void signsNothingThatAStrangerHandsIn() {
        String delivery = new String(body(), UTF_8) + TIMESTAMP;

        Optional<String> answer = glpi.answerChallenge(delivery, SECRET);

        assertThat(answer).isEmpty();
    }
}
