package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the specification's own libraries, {@code standard-webhooks/vectors.json}. */
class StandardWebhooksTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1614265330;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String OTHER = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void theVectorIsSigned(String secret) {
        boolean signed = StandardWebhooks.isSigned(signedBy(SIGNATURE).delivery(), secret);

        assertThat(signed).isTrue();
    }

    @Test
    void namesOfHeadersAreInAnyCase() {
        Delivery delivery = Sending.body(BODY).at(Instant.ofEpochSecond(TIMESTAMP)).header("Webhook-Id", ID)
                .header("WEBHOOK-TIMESTAMP", String.valueOf(TIMESTAMP)).header("webhook-Signature", SIGNATURE)
                .delivery();

        boolean signed = StandardWebhooks.isSigned(delivery, SECRET);

        assertThat(signed).isTrue();
    }

    @Test
    void oneValidSignatureOfSeveralIsEnough() {
        String several = OTHER + " v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= " + SIGNATURE + " " + OTHER;

        boolean signed = StandardWebhooks.isSigned(signedBy(several).delivery(), SECRET);

        assertThat(signed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1,", "v1,dawfeoifkpqwoekfpqoekf", "v1,g0hM9", OTHER,
            "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="})
    void otherSignaturesAreRefused(String signature) {
        boolean signed = StandardWebhooks.isSigned(signedBy(signature).delivery(), SECRET);

        assertThat(signed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "no base64 at all"})
    void otherSecretsAreRefused(String secret) {
        boolean signed = StandardWebhooks.isSigned(signedBy(SIGNATURE).delivery(), secret);

        assertThat(signed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void eachHeaderIsNeededOnce(String twice) {
        boolean signed = StandardWebhooks.isSigned(signedBy(SIGNATURE).header(twice, "1614265330").delivery(), SECRET);

        assertThat(signed).isFalse();
    }

    @Test
    void withoutHeadersNothingIsSigned() {
        boolean signed = StandardWebhooks.isSigned(Sending.body(BODY).delivery(), SECRET);

        assertThat(signed).isFalse();
    }

    @Test
    void aTimestampIsANumber() {
        Delivery delivery = Sending.body(BODY).header("webhook-id", ID).header("webhook-timestamp", "hello")
                .header("webhook-signature", SIGNATURE).delivery();

        boolean signed = StandardWebhooks.isSigned(delivery, SECRET);

        assertThat(signed).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "300, true", "301, false"})
    void itIsAsOldOrNewAsFiveMinutes(long seconds, boolean expected) {
        Delivery delivery = signedBy(SIGNATURE).at(Instant.ofEpochSecond(TIMESTAMP + seconds)).delivery();

        boolean signed = StandardWebhooks.isSigned(delivery, SECRET);

        assertThat(signed).isEqualTo(expected);
    }

    private static Sending signedBy(String signature) {
        return Sending.body(BODY).at(Instant.ofEpochSecond(TIMESTAMP)).header("webhook-id", ID)
                .header("webhook-timestamp", String.valueOf(TIMESTAMP)).header("webhook-signature", signature);
    }
}
