package io.ticketpulse.closure.desk;

import java.time.Instant;
import java.util.Base64;

/**
 * Signatures of Standard Webhooks 1.0.0 (standardwebhooks.com, 2023): HMAC-SHA256 over {@code id.timestamp.body}, in a
 * list in which one valid {@code v1} signature is enough.
 */
final class StandardWebhooks {

    static final String SIGNATURE = "webhook-signature";

    /** As in every library of the specification; it limits how long a delivery that was overheard can be sent again. */
    private static final long TOLERANCE_SECONDS = 300;
    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private StandardWebhooks() {
    }

    /** @param secret in Base64, with or without {@code whsec_} in front */
    static boolean isSigned(Delivery delivery, String secret) {
        String id = delivery.header("webhook-id");
        String timestamp = delivery.header("webhook-timestamp");
        String signatures = delivery.header(SIGNATURE);
        byte[] key = key(secret);
        if (id == null || id.isEmpty() || signatures == null || key.length == 0
                || !isRecent(timestamp, delivery.receivedAt())) {
            return false;
        }
        String expected = VERSION + Base64.getEncoder().encodeToString(
                Proof.hmac("HmacSHA256", key, Proof.bytes(id + "." + timestamp + "."), delivery.body()));
        boolean signed = false;
        for (String signature : signatures.split(" ")) {
            signed |= Proof.same(expected, signature);
        }
        return signed;
    }

    private static boolean isRecent(String timestamp, Instant now) {
        return timestamp != null && timestamp.matches("\\d{1,12}")
                && Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE_SECONDS;
    }

    /** Empty if it is no Base64. */
    private static byte[] key(String secret) {
        String encoded = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
