package io.ticketpulse.deliveries;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** One webhook call. A repetition of it is equal to it. */
record Delivery(int ticket, Change change) {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    Desk desk() {
        return Desk.values()[ticket % Desk.values().length];
    }

    String body() {
        return desk().body(ticket, change);
    }

    HttpRequest request(URI service) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/webhooks/" + desk().known()))
                .timeout(LONGEST).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body()));
        desk().sign(request, this);
        return request.build();
    }
}
