package io.ticketpulse.closure;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
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
        String signature = "v1," + hmac(secret, id + "." + at.getEpochSecond() + "." + body);
        return given().header("webhook-id", id).header("webhook-timestamp", at.getEpochSecond())
                .header("webhook-signature", signature).contentType("application/json").body(body);
    }

    private static String hmac(String secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
