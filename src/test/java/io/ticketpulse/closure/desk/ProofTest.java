package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {

    /** {@code printf 'any-name:s3cret:with:colons' | base64} */
    private static final String BASIC = "Basic YW55LW5hbWU6czNjcmV0OndpdGg6Y29sb25z";
    private static final String SECRET = "s3cret:with:colons";

    /** As published by GitHub, Atlassian, and computed for SHA-1 with OpenSSL. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "HmacSHA256, \"Hello, World!\", 757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
            "HmacSHA256, Hello World!, a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9",
            "HmacSHA1, Hello World!, c515f330a339e006a451ec24110648f028c87a11"})
    void computesThePublishedVectors(String algorithm, String body, String expected) {
        byte[] hmac = Proof.hmac(algorithm, Proof.bytes("It's a Secret to Everybody"), Proof.bytes(body));

        assertThat(HexFormat.of().formatHex(hmac)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + SECRET, "bearer " + SECRET, BASIC})
    void theSecretItselfIsAProof(String authorization) {
        boolean proven = Proof.bearerOrBasic(Sending.body("").header("Authorization", authorization).delivery(),
                SECRET);

        assertThat(proven).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer S3CRET:WITH:COLONS", SECRET, "Basic", "Basic ###",
            "Basic czNjcmV0", "Token " + SECRET, "Digest " + SECRET})
    void anythingElseIsNone(String authorization) {
        boolean proven = Proof.bearerOrBasic(Sending.body("").header("Authorization", authorization).delivery(),
                SECRET);

        assertThat(proven).isFalse();
    }

    @Test
    void aHeaderThatIsSentTwiceIsNone() {
        Delivery delivery = Sending.body("").header("Authorization", "Bearer " + SECRET)
                .header("authorization", "Bearer " + SECRET).delivery();

        boolean proven = Proof.bearerOrBasic(delivery, SECRET);

        assertThat(proven).isFalse();
    }
}
