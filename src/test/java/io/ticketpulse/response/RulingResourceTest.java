package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API by which administrators overrule: who may, with what, and what is kept of it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RulingResourceTest {

    @Inject
    Invitees invitees;

    @Inject
    CountedResponses counted;

    @Inject
    Settling settling;

    private MovableClock clock;
    private Invitee invitee;
    private RuledOn ruled;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
        ruled = new RuledOn(invitee, clock, settling);
    }

    @Test
    void anotherTimeChangesNothing() {
        ruled.answerAndSettle(2);
        String id = ruled.id(0);
        RuledOn.rule("quarantine", id);

        Response again = RuledOn.rule("quarantine", id);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(RuledOn.rulings(id).getList("items")).hasSize(1);
        assertThat(counted.of(invitee)).hasSize(2);
    }

    @Test
    void whoRuledWhenAndWhyIsKept() {
        ruled.answerAndSettle(2);
        String id = ruled.id(0);
        RuledOn.rule("quarantine", id);

        RuledOn.rule("release", id);

        JsonPath rulings = RuledOn.rulings(id);
        assertThat(rulings.<String>getList("items.ruling")).containsExactly("QUARANTINE", "RELEASE");
        assertThat(rulings.<String>getList("items.reason")).containsExactly(RuledOn.REASON, RuledOn.REASON);
        assertThat(rulings.<String>getList("items.by")).containsExactly("admin", "admin");
        assertThat(rulings.getString("items[1].at")).isEqualTo(clock.instant().toString());
    }

    @Test
    void aReaderRulesNothing() throws Exception {
        ruled.answerAndSettle(2);

        Response refused = given().auth().preemptive().basic("reader", READER_PASSWORD)
                .contentType("application/json").body(Map.of("reason", RuledOn.REASON))
                .post(RuledOn.ROUTE + ruled.id(0) + "/quarantine");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Invitees.responses(invitee)).containsExactly("1: 2 ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "null", ""})
    void aRulingNeedsAReason(String body) {
        ruled.answerAndSettle(2);

        Response refused = RuledOn.admin().contentType("application/json").body(body)
                .post(RuledOn.ROUTE + ruled.id(0) + "/quarantine");

        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void aFormIsNoRuling() {
        ruled.answerAndSettle(2);

        // What another site could make a browser send with the login it remembers.
        Response refused = RuledOn.admin().contentType("text/plain").body("{\"reason\": \"x\"}")
                .post(RuledOn.ROUTE + ruled.id(0) + "/quarantine");

        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @Test
    void aResponseThatIsNotThereIsUnknown() {
        assertThat(RuledOn.rule("release", UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoIdentifierIsUnknown() {
        assertThat(RuledOn.rule("release", "1").statusCode()).isEqualTo(404);
    }

    @Test
    void aResponseWhoseSurveyIsGoneCannotBeRuledOn() throws Exception {
        ruled.answerAndSettle(2);
        String id = ruled.id(0);
        Invitees.update("UPDATE invitation SET survey = 'gone' WHERE id = ?", invitee);

        assertThat(RuledOn.rule("quarantine", id).statusCode()).isEqualTo(409);
    }
}
