package io.ticketpulse.deliveries;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The desks that send. */
enum Desk {
    /** Speaks the contract's own words, and signs by Standard Webhooks 1.0.0. */
    CANONICAL("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") {
        @Override
        String body(int ticket, Change change) {
            return "{\"ticketId\":\"%d\",\"ticketType\":\"Incident\",\"%s\":\"%s\"}".formatted(ticket,
                    change.closes() ? "closedAt" : "reopenedAt", change.of(ticket));
        }

        @Override
        void sign(HttpRequest.Builder request, Delivery delivery) {
            String id = "msg_" + delivery.ticket() + "_" + delivery.change();
            long now = Instant.now().getEpochSecond();
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            request.header("webhook-id", id).header("webhook-timestamp", String.valueOf(now))
                    .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(
                            hmac("HmacSHA256", key, id + "." + now + "." + delivery.body())));
        }
    },
    /** Sends what Zammad sends by default, of which a closing and an open ticket differ in the state only. */
    ZAMMAD("the token of the webhook in Zammad") {
        @Override
        String body(int ticket, Change change) {
            Instant lastClosed = change == Change.REOPENED ? Change.CLOSED.of(ticket) : change.of(ticket);
            return """
                    {"ticket":{"id":%d,"number":"10%d","title":"Grinder is silent","state":"%s","close_at":"%s",\
                    "last_close_at":"%s","updated_at":"%s","group":{"name":"Service Desk"}},"article":{}}""".formatted(
                    ticket, ticket, change.closes() ? "closed" : "open", Change.CLOSED.of(ticket), lastClosed,
                    change.of(ticket));
        }

        @Override
        void sign(HttpRequest.Builder request, Delivery delivery) {
            request.header("X-Hub-Signature", "sha1=" + HexFormat.of()
                    .formatHex(hmac("HmacSHA1", secret.getBytes(StandardCharsets.UTF_8), delivery.body())));
        }
    };

    final String secret;

    Desk(String secret) {
        this.secret = secret;
    }

    abstract String body(int ticket, Change change);

    abstract void sign(HttpRequest.Builder request, Delivery delivery);

    /** As the service knows it. */
    String known() {
        return "acme-" + kind();
    }

    private String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the service is told about all of them. */
    static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (Desk desk : values()) {
            settings.put("ticketpulse.desks." + desk.known() + ".kind", desk.kind());
            settings.put("ticketpulse.desks." + desk.known() + ".secrets", desk.secret);
        }
        return settings;
    }

    private static byte[] hmac(String algorithm, byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
