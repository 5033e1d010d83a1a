package io.ticketpulse.closure.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send in the name of a Zammad. */
class ZammadProofTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");
    /** What OpenSSL 3 computes over the captured sample with the key "zammad-token". */
    private static final String SIGNATURE = "sha1=127aaf312236a33988779900abed4ea3601460fc";

    private final Zammad zammad = new Zammad();

    private static byte[] sample(String name) {
        return Sending.sampleBytes("zammad/" + name);
    }

    private static Delivery delivery(byte[] body, String... signatures) {
        return new Delivery(Map.of("x-hub-signature", List.of(signatures)), body, RECEIVED);
    }

    @Test
    void takesTheVectorOfRfc2202() {
        boolean authentic = zammad.isAuthentic(delivery("what do ya want for nothing?".getBytes(UTF_8),
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"), "Jefe");

        assertThat(authentic).isTrue();
    }

    @Test
    void takesASignedSample() {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json"), SIGNATURE),
                "zammad-token");

        assertThat(authentic).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        byte[] body = sample("state-closed-no-article.json");
        body[40] ^= 1;

        boolean authentic = zammad.isAuthentic(delivery(body, SIGNATURE), "zammad-token");

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json"), SIGNATURE),
                "other-token");

        assertThat(authentic).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha1=", "127aaf312236a33988779900abed4ea3601460fc",
            "sha256=127aaf312236a33988779900abed4ea3601460fc", "sha1=127aaf312236a33988779900abed4ea3601460f"})
    void refusesWhatIsNoSuchSignature(String signature) {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json"), signature),
                "zammad-token");

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesASignatureThatWasSentTwice() {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json"), SIGNATURE, SIGNATURE),
                "zammad-token");

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesADeliveryWithoutASignature() {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json")), "zammad-token");

        assertThat(authentic).isFalse();
    }
}
