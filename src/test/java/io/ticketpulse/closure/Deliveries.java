package io.ticketpulse.closure;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.closure.Tickets.Recorded;
import io.ticketpulse.platform.Relay;

/** Deliveries of the desks of the test application. */
final class Deliveries {

    static final String BEARING = "bearing";
    static final String BEARER_SECRET = "the secret of the desk that bears it";

    static final String SIGNING = "signing";
    /** The secret of the specification's own test vector. */
    static final String SIGNING_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String NEXT_SIGNING_SECRET = "whsec_bmV3LXNlY3JldC1vZi10aGUtZGVzay10aGF0LXNpZ25z";

    private Deliveries() {
    }

    /** A request as the desk that bears its secret sends it, but for the body. */
    static RequestSpecification bearing() {
        return given().header("Authorization", "Bearer " + BEARER_SECRET).contentType("application/json");
    }

    /** Delivers with the secret as the bearer token. */
    static Response deliver(String body) {
        return bearing().body(body).post("/webhooks/" + BEARING);
    }

    /** A request signed by Standard Webhooks. */
    static RequestSpecification signed(String secret, Instant at, String body) {
        String id = "msg_1";
        String signature = "v1," + Base64.getEncoder().encodeToString(hmac("HmacSHA256",
                Base64.getDecoder().decode(secret.substring("whsec_".length())),
                (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8)));
        return given().header("webhook-id", id).header("webhook-timestamp", at.getEpochSecond())
                .header("webhook-signature", signature).contentType("application/json").body(body);
    }

    /** A request signed as the desk {@code a-<kind>} signs, or with its secret where the kind cannot sign; but for the body. */
    static RequestSpecification signed(String kind, byte[] body) {
        String secret = "the secret of the desk a-" + kind;
        return switch (kind) {
            case "jira" -> given().header("X-Hub-Signature", "sha256=" + hex(hmac("HmacSHA256", secret, body)));
            case "zammad" -> given().header("X-Hub-Signature", "sha1=" + hex(hmac("HmacSHA1", secret, body)));
            case "glpi" -> given().header("X-GLPI-timestamp", "1767265200").header("X-GLPI-signature",
                    hex(hmac("HmacSHA256", secret, body, "1767265200".getBytes(StandardCharsets.US_ASCII))));
            case "zendesk" -> given().header("X-Zendesk-Webhook-Signature-Timestamp", "2026-10-03T21:30:00Z")
                    .header("X-Zendesk-Webhook-Signature", Base64.getEncoder().encodeToString(hmac("HmacSHA256", secret,
                            "2026-10-03T21:30:00Z".getBytes(StandardCharsets.US_ASCII), body)));
            default -> given().header("Authorization", "Basic "
                    + Base64.getEncoder().encodeToString(("desk:" + secret).getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static byte[] hmac(String algorithm, String secret, byte[]... parts) {
        return hmac(algorithm, secret.getBytes(StandardCharsets.UTF_8), parts);
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A closing in the contract's own words, without the desk. */
    static String closed(String ticketId, Instant closedAt) {
        return "{\"ticketId\": \"%s\", \"closedAt\": \"%s\"}".formatted(ticketId, closedAt);
    }

    static String reopened(String ticketId, Instant reopenedAt) {
        return "{\"ticketId\": \"%s\", \"reopenedAt\": \"%s\"}".formatted(ticketId, reopenedAt);
    }

    /** The closures on record of a ticket, also if brokers that had just started did not take a delivery in time. */
    static List<Recorded> recorded(String desk, String ticketId) {
        Relay.run();
        return Tickets.recorded(desk, ticketId);
    }
}
