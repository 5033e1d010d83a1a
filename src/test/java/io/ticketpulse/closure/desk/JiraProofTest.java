package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send in the name of a Jira. */
class JiraProofTest {

    private static final Instant RECEIVED = Instant.parse("2026-10-19T10:00:07Z");
    /** Published by Atlassian in the Jira Cloud documentation on webhooks. */
    private static final String SECRET = "It's a Secret to Everybody";
    private static final String SIGNATURE = "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";

    private final Jira jira = new Jira();

    private static Delivery hello(Map<String, List<String>> headers) {
        return new Delivery(headers, "Hello World!".getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    @Test
    void acceptsThePublishedSignature() {
        assertThat(jira.isAuthentic(hello(Map.of("x-hub-signature", List.of(SIGNATURE))), SECRET)).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        Delivery delivery = new Delivery(Map.of("X-Hub-Signature", List.of(SIGNATURE)),
                "Hello World?".getBytes(StandardCharsets.UTF_8), RECEIVED);

        assertThat(jira.isAuthentic(delivery, SECRET)).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        assertThat(jira.isAuthentic(hello(Map.of("X-Hub-Signature", List.of(SIGNATURE))), "other")).isFalse();
    }

    /** The last is right, but SHA-1: the sender does not choose. */
    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9",
            "sha256=A4771C39FBE90F317C7824E83DDEF3CAAE9CB3D976C214ACE1F2937E133263C9",
            "sha1=c515f330a339e006a451ec24110648f028c87a11"})
    void refusesOtherSignatures(String signature) {
        assertThat(jira.isAuthentic(hello(Map.of("X-Hub-Signature", List.of(signature))), SECRET)).isFalse();
    }

    @Test
    void refusesASignatureSentTwice() {
        assertThat(jira.isAuthentic(hello(Map.of("X-Hub-Signature", List.of(SIGNATURE, SIGNATURE))), SECRET)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer It's a Secret to Everybody", "Basic amlyYTpJdCdzIGEgU2VjcmV0IHRvIEV2ZXJ5Ym9keQ=="})
    void acceptsTheSecretItselfWhereNothingIsSigned(String authorization) {
        assertThat(jira.isAuthentic(hello(Map.of("Authorization", List.of(authorization))), SECRET)).isTrue();
    }

    @Test
    void refusesAWrongSignatureEvenWithTheSecretItself() {
        Map<String, List<String>> headers = Map.of("Authorization", List.of("Bearer " + SECRET), "X-Hub-Signature",
                List.of("sha256=00"));

        assertThat(jira.isAuthentic(hello(headers), SECRET)).isFalse();
    }

    @Test
    void refusesWhatBringsNoProof() {
        assertThat(jira.isAuthentic(hello(Map.of()), SECRET)).isFalse();
    }
}
