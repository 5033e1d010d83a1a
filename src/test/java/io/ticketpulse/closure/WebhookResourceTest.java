package io.ticketpulse.closure;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.closure.Deliveries.bearing;
import static io.ticketpulse.closure.Deliveries.closed;
import static io.ticketpulse.closure.Deliveries.deliver;
import static io.ticketpulse.closure.Deliveries.recorded;
import static io.ticketpulse.closure.Deliveries.reopened;
import static io.ticketpulse.closure.Deliveries.signed;
import static io.ticketpulse.closure.Tickets.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.ticketpulse.closure.Tickets.Recorded;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a desk's request to the closure on record, and every reason to refuse one. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class WebhookResourceTest {

    private static final String SIGNING = "/webhooks/" + Deliveries.SIGNING;
    private static final String BEARING = "/webhooks/" + Deliveries.BEARING;
    private static final Instant CLOSED_AT = Instant.parse("2026-10-03T21:30:00Z");

    private final String ticket = UUID.randomUUID().toString();
    private Instant now;

    @BeforeEach
    void theClockStandsStill() {
        now = MovableClock.installed().instant();
    }

    @Test
    void aSignedClosingIsRecorded() {
        signed(Deliveries.SIGNING_SECRET, now, closed(ticket, CLOSED_AT)).post(SIGNING).then().statusCode(202)
                .body("outcome", equalTo("ACCEPTED")).body("reason", nullValue()).body("events", equalTo(1));

        eventually().untilAsserted(() -> assertThat(recorded(Deliveries.SIGNING, ticket))
                .containsExactly(new Recorded(0, CLOSED_AT, false)));
    }

    @Test
    void theNextSecretIsAsGood() {
        signed(Deliveries.NEXT_SIGNING_SECRET, now, closed(ticket, CLOSED_AT)).post(SIGNING).then().statusCode(202);
    }

    @Test
    void anotherDesksSecretIsRefused() {
        given().header("Authorization", "Bearer " + Deliveries.BEARER_SECRET).contentType("application/json")
                .body(closed(ticket, CLOSED_AT)).post(SIGNING).then().statusCode(401);
    }

    @Test
    void anOldSignatureIsRefused() {
        signed(Deliveries.SIGNING_SECRET, now.minusSeconds(301), closed(ticket, CLOSED_AT)).post(SIGNING).then()
                .statusCode(401);
    }

    @Test
    void aSignatureOfALittleWhileAgoIsGood() {
        signed(Deliveries.SIGNING_SECRET, now.minusSeconds(300), closed(ticket, CLOSED_AT)).post(SIGNING).then()
                .statusCode(202);
    }

    @Test
    void aFlippedByteIsRefused() {
        signed(Deliveries.SIGNING_SECRET, now, closed(ticket, CLOSED_AT)).body(closed(ticket, CLOSED_AT) + " ")
                .post(SIGNING).then().statusCode(401);
    }

    @Test
    void aSignatureThatIsSentTwiceIsRefused() {
        signed(Deliveries.SIGNING_SECRET, now, closed(ticket, CLOSED_AT)).header("webhook-signature", "v1,")
                .post(SIGNING).then().statusCode(401);
    }

    @Test
    void nobodyMaySendForADeskWithoutSecrets() {
        given().header("Authorization", "Bearer ").contentType("application/json").body(closed(ticket, CLOSED_AT))
                .post("/webhooks/silent").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void anUnknownDeskIsNotFound() {
        bearing().body(closed(ticket, CLOSED_AT)).post("/webhooks/nobody").then().statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void anEventThatNamesAnotherDeskIsRefused() {
        deliver("{\"desk\": \"signing\", \"ticketId\": \"1\", \"closedAt\": \"%s\"}".formatted(CLOSED_AT)).then()
                .statusCode(400).body("detail", equalTo("The event names another desk."));
    }

    @Test
    void aFieldThatIsMissingIsNamed() {
        deliver("{\"ticketId\": \"1\"}").then().statusCode(400).body("detail", containsString("closedAt"));
    }

    @Test
    void aClosingFarAheadIsRefused() {
        deliver(closed(ticket, now.plusSeconds(25 * 3600))).then().statusCode(400)
                .body("detail", containsString("24 hours ahead"));
    }

    @Test
    void anythingButJsonIsRefused() {
        bearing().contentType("application/xml").body("<ticket/>").post(BEARING).then().statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void moreThanAMebibyteIsRefused() {
        bearing().body("\"" + "x".repeat(1 << 20) + "\"").post(BEARING).then().statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void moreThanAMebibyteIsRefusedAlsoInChunks() throws Exception {
        HttpURLConnection request = (HttpURLConnection) URI
                .create(RestAssured.baseURI + ":" + RestAssured.port + BEARING)
                .toURL().openConnection();
        request.setDoOutput(true);
        request.setChunkedStreamingMode(0);
        request.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = request.getOutputStream()) {
            body.write(new byte[(1 << 20) + 1]);
        }

        int status = request.getResponseCode();

        assertThat(status).isEqualTo(413);
        assertThat(request.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aContentTypeThatIsSentTwiceIsRefused() {
        bearing().header("Content-Type", "application/xml").body(closed(ticket, CLOSED_AT)).post(BEARING).then()
                .statusCode(415);
    }

    @Test
    void aCloudEventOfAnotherDeskIsRefused() {
        bearing().contentType("application/cloudevents+json").body("""
                {"specversion": "1.0", "id": "1", "source": "/desks/other", "type": "io.ticketpulse.ticket.closed.v1",
                 "data": %s}""".formatted(closed(ticket, CLOSED_AT))).post(BEARING).then().statusCode(400)
                .body("detail", equalTo("The event names another desk."));
    }

    @Test
    void textsAreCutToWhatTheTopicTakes() {
        String summary = "x".repeat((1 << 20) - 200);

        deliver("{\"ticketId\": \"%s\", \"closedAt\": \"%s\", \"summary\": \"%s\"}".formatted(ticket, CLOSED_AT,
                summary)).then().statusCode(202);

        eventually().untilAsserted(() -> assertThat(recorded(Deliveries.BEARING, ticket)).hasSize(1));
    }

    @Test
    void whatIsNoClosingIsIgnored() {
        bearing().contentType("application/cloudevents+json").body("""
                {"specversion": "1.0", "id": "1", "source": "/desks/bearing", "type": "com.example.other"}""")
                .post(BEARING).then().statusCode(202).body("outcome", equalTo("IGNORED"))
                .body("reason", equalTo("OTHER_EVENT"));
    }

    @Test
    void aRetryMakesNoSecondClosure() {
        deliver(closed(ticket, CLOSED_AT)).then().statusCode(202);

        deliver(closed(ticket, CLOSED_AT)).then().statusCode(202);

        String after = UUID.randomUUID().toString();
        deliver(closed(after, CLOSED_AT)).then().statusCode(202);
        eventually().until(() -> recorded(Deliveries.BEARING, after).size() == 1);
        assertThat(recorded(Deliveries.BEARING, ticket)).hasSize(1);
    }

    @Test
    void aReopeningBetweenMakesTwo() {
        deliver(closed(ticket, CLOSED_AT)).then().statusCode(202);
        deliver(reopened(ticket, CLOSED_AT.plusSeconds(60))).then().statusCode(202);

        deliver(closed(ticket, CLOSED_AT.plusSeconds(120))).then().statusCode(202);

        eventually().untilAsserted(() -> assertThat(recorded(Deliveries.BEARING, ticket)).containsExactly(
                new Recorded(0, CLOSED_AT, true), new Recorded(1, CLOSED_AT.plusSeconds(120), false)));
    }

    @Test
    void aBatchOfCloudEventsIsTakenWhole() {
        String event = """
                {"specversion": "1.0", "id": "%s", "source": "/desks/bearing", "type": "io.ticketpulse.ticket.closed.v1",
                 "data": %s}""";

        bearing().contentType("application/cloudevents-batch+json")
                .body("[" + event.formatted(1, closed(ticket, CLOSED_AT)) + ","
                        + event.formatted(2, closed(ticket + "-2", CLOSED_AT)) + "]")
                .post(BEARING).then().statusCode(202).body("events", equalTo(2));

        eventually().untilAsserted(() -> assertThat(List.of(recorded(Deliveries.BEARING, ticket),
                recorded(Deliveries.BEARING, ticket + "-2"))).allSatisfy(closures -> assertThat(closures).hasSize(1)));
    }

    @Test
    void aCloudEventInBinaryModeIsTaken() {
        bearing().header("ce-specversion", "1.0").header("ce-id", "1").header("ce-source", "/desks/bearing")
                .header("ce-type", "io.ticketpulse.ticket.closed.v1").body(closed(ticket, CLOSED_AT)).post(BEARING)
                .then().statusCode(202).body("events", equalTo(1));
    }

    @Test
    void aSenderOfCloudEventsIsTold() {
        given().header("WebHook-Request-Origin", "desk.example.com").options(BEARING).then().statusCode(200)
                .header("Allow", "POST").header("WebHook-Allowed-Origin", "desk.example.com")
                .header("WebHook-Allowed-Rate", "*");
    }

    @Test
    void withoutAnOriginThereIsNoConsent() {
        given().options(BEARING).then().statusCode(405).header("Allow", "POST").header("WebHook-Allowed-Origin",
                nullValue());
    }

    @Test
    void thereIsNothingToGet() {
        given().get(BEARING).then().statusCode(405).header("Allow", "POST");
    }

    @Test
    void theBodyIsTakenByteForByte() {
        String body = "{\"ticketId\": \"%s\", \"closedAt\":\r\n \"%s\", \"summary\": \"\\/ é\"}".formatted(ticket,
                CLOSED_AT);

        signed(Deliveries.SIGNING_SECRET, now, body).body(body.getBytes(StandardCharsets.UTF_8)).post(SIGNING).then()
                .statusCode(202);
    }
}
