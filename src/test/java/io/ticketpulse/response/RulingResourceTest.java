package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.response.ResponsesCounted.Standing;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators overrule what was set aside, and what was not. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RulingResourceTest {

    private static final String ROUTE = "/api/v1/responses/";
    private static final String REASON = "The customer says so.";

    @Inject
    Invitees invitees;

    @Inject
    CountedResponses counted;

    @Inject
    Settling settling;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void aQuarantinedResponseCountsNoMore() throws Exception {
        answerAndSettle(2);

        Response ruled = rule("quarantine", id(0));

        assertThat(ruled.statusCode()).isEqualTo(200);
        assertThat(ruled.jsonPath().getString("standing")).isEqualTo("QUARANTINED");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 2 QUARANTINED");
        assertThat(Invitees.state(invitee)).isEqualTo("SENT");
        assertThat(counted.of(invitee)).last()
                .isEqualTo(new Standing(invitee.closure(), null, null, false, List.of(), true));
    }

    @Test
    void theEventSaysThatItDoesNotCountAnyMore() {
        answerAndSettle(2);

        rule("quarantine", id(0));

        JsonNode event = eventsAbout(2).get(1);
        assertThat(event.path("counted").asBoolean()).isFalse();
        assertThat(event.path("revision").asInt()).isEqualTo(1);
        assertThat(event.path("score").asInt()).isEqualTo(2);
        assertThat(event.path("previousScore").asInt()).isEqualTo(2);
        assertThat(event.path("alert").asText()).isEqualTo("cleared");
    }

    @Test
    void whatAQuarantinedCorrectionCorrectedCountsAgain() throws Exception {
        answerAndSettle(4);
        answerAndSettle(1);

        rule("quarantine", id(1));

        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED", "2: 1 QUARANTINED");
        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
        assertThat(counted.of(invitee)).last()
                .isEqualTo(new Standing(invitee.closure(), Scale.STARS, 4, false, List.of(), true));
        assertThat(eventsAbout(4)).extracting(event -> event.path("revision") + " " + event.path("counted"))
                .containsExactly("1 true", "2 true", "2 false", "1 true");
    }

    @Test
    void aReleasedResponseCounts() throws Exception {
        burst();

        Response ruled = rule("release", id(0));

        assertThat(ruled.jsonPath().getString("standing")).isEqualTo("ACCEPTED");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 1 ACCEPTED", "2: 5 QUARANTINED");
        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
        assertThat(counted.of(invitee)).last()
                .isEqualTo(new Standing(invitee.closure(), Scale.STARS, 1, false, List.of(), true));
        JsonNode event = eventsAbout(1).get(0);
        assertThat(event.path("counted").asBoolean()).isTrue();
        assertThat(event.path("alert").asText()).isEqualTo("raised");
    }

    @Test
    void aReleasedResponseGivesWayToALaterOne() throws Exception {
        burst();
        clock.passSeconds(20);
        answerAndSettle(4);

        Response ruled = rule("release", id(0));

        assertThat(ruled.jsonPath().getString("standing")).isEqualTo("SUPERSEDED");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 1 SUPERSEDED", "2: 5 QUARANTINED",
                "3: 4 ACCEPTED");
        assertThat(eventsAbout(1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "WITHDRAWN"})
    void aReleasedResponseHadComeInTime(String state) throws Exception {
        burst();
        Invitees.put(invitee, state);

        rule("release", id(0));

        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
        assertThat(Invitees.column("asked_at", invitee)).isEqualTo(Invitees.column("sent_at", invitee));
    }

    @Test
    void anotherTimeChangesNothing() {
        answerAndSettle(2);
        String id = id(0);
        rule("quarantine", id);

        Response again = rule("quarantine", id);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(rulings(id).getList("items")).hasSize(1);
        assertThat(counted.of(invitee)).hasSize(2);
    }

    @Test
    void whoRuledWhenAndWhyIsKept() {
        answerAndSettle(2);
        String id = id(0);
        rule("quarantine", id);

        rule("release", id);

        JsonPath rulings = rulings(id);
        assertThat(rulings.<String>getList("items.ruling")).containsExactly("QUARANTINE", "RELEASE");
        assertThat(rulings.<String>getList("items.reason")).containsExactly(REASON, REASON);
        assertThat(rulings.<String>getList("items.by")).containsExactly("admin", "admin");
        assertThat(rulings.getString("items[1].at")).isEqualTo(clock.instant().toString());
    }

    @Test
    void aReaderRulesNothing() throws Exception {
        answerAndSettle(2);

        Response refused = given().auth().preemptive().basic("reader", READER_PASSWORD)
                .contentType("application/json").body(Map.of("reason", REASON)).post(ROUTE + id(0) + "/quarantine");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Invitees.responses(invitee)).containsExactly("1: 2 ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "null", ""})
    void aRulingNeedsAReason(String body) {
        answerAndSettle(2);

        Response refused = admin().contentType("application/json").body(body).post(ROUTE + id(0) + "/quarantine");

        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void aFormIsNoRuling() {
        answerAndSettle(2);

        // What another site could make a browser send with the login it remembers.
        Response refused = admin().contentType("text/plain").body("{\"reason\": \"x\"}")
                .post(ROUTE + id(0) + "/quarantine");

        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @Test
    void aResponseThatIsNotThereIsUnknown() {
        assertThat(rule("release", UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoIdentifierIsUnknown() {
        assertThat(rule("release", "1").statusCode()).isEqualTo(404);
    }

    @Test
    void aResponseWhoseSurveyIsGoneCannotBeRuledOn() throws Exception {
        answerAndSettle(2);
        String id = id(0);
        Invitees.update("UPDATE invitation SET survey = 'gone' WHERE id = ?", invitee);

        assertThat(rule("quarantine", id).statusCode()).isEqualTo(409);
    }

    private void answerAndSettle(int score) {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(score, nonce);
        clock.passSeconds(10);
        settling.settleDue();
    }

    private void burst() {
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(1, first);
        invitee.send(5, second);
    }

    /** The identifier of a response, the first is 0. */
    private String id(int index) {
        List<String> newestFirst = given().auth().preemptive().basic("reader", READER_PASSWORD)
                .queryParam("ticketId", invitee.ticketId()).get("/api/v1/responses").jsonPath().getList("items.id");
        return newestFirst.get(newestFirst.size() - 1 - index);
    }

    private static Response rule(String ruling, String id) {
        return admin().contentType("application/json").body(Map.of("reason", REASON)).post(ROUTE + id + "/" + ruling);
    }

    private static JsonPath rulings(String id) {
        return admin().get(ROUTE + id + "/rulings").jsonPath();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD);
    }

    private List<JsonNode> eventsAbout(int atLeast) {
        try (Topic topic = new Topic()) {
            return await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> topic.about(invitee),
                    events -> events.size() >= atLeast);
        }
    }
}
