package io.ticketpulse.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What the demo says to the service by HTTP: as a customer with a link, and as the admin. */
final class Web {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String serviceUrl;
    private final String login;

    Web(DemoSettings settings) {
        this.serviceUrl = settings.serviceUrl();
        this.login = "Basic " + Base64.getEncoder().encodeToString(
                (ServiceSettings.ADMIN + ":" + settings.password()).getBytes(StandardCharsets.UTF_8));
    }

    boolean isReady() {
        try {
            return send(request(serviceUrl + "/q/health/ready").build()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return the one-time number that the form behind a customer's link carries, if the page has a form} */
    CompletableFuture<Optional<String>> nonce(String link) {
        return client.sendAsync(request(link).build(), BodyHandlers.ofString())
                .thenApply(response -> nonceOf(response.body()));
    }

    /** {@return the status of posting a customer's form} */
    CompletableFuture<Integer> post(String link, Map<String, String> form) {
        return client.sendAsync(request(link).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))).build(), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /**
     * Has the figures of a month computed and published, as the admin.
     *
     * @return status of the answer
     */
    int publish(YearMonth month) throws IOException {
        return send(request(serviceUrl + "/api/v1/satisfaction/" + month + "/publish")
                .header("Authorization", login).POST(BodyPublishers.noBody()).build()).statusCode();
    }

    /**
     * Delivers an event as the webhook of its desk.
     *
     * @return status of the answer
     */
    int deliver(DeskEvent event) throws IOException {
        return send(request(serviceUrl + "/webhooks/" + event.ticket().desk())
                .header("Authorization", "Bearer " + ServiceSettings.DESK_SECRET)
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofByteArray(new ObjectMapper().writeValueAsBytes(event.envelope()))).build())
                .statusCode();
    }

    /** {@return how it stands with the invitation about a ticket; nothing when there is none or nobody answers} */
    Optional<String> invitationState(String desk, String ticketId) {
        try {
            return stateOf(send(request(serviceUrl + "/api/v1/decisions?desk=" + desk + "&ticketId=" + ticketId)
                    .header("Authorization", login).build()).body());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<String> stateOf(String decisions) throws IOException {
        JsonNode state = new ObjectMapper().readTree(decisions).at("/items/0/invitation/state");
        return Optional.of(state.asText()).filter(text -> !text.isEmpty());
    }

    static Optional<String> nonceOf(String page) {
        Element input = Jsoup.parse(page).selectFirst("input[name=nonce]");
        return Optional.ofNullable(input).map(Element::val);
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("The demo was interrupted.");
        }
    }
}
