package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketpulse.closure.Tickets;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.CapturedLog;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of an erasure from outside, and what comes after it. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ErasureResourceTest {

    @Inject
    Answers answers;

    private MovableClock clock;
    private Somebody somebody;

    @BeforeEach
    void theClockStandsStill() {
        clock = MovableClock.installed();
        somebody = Somebody.unheardOf();
    }

    @Test
    void theResponseStaysWithoutItsComment() throws Exception {
        answered();

        somebody.erased();

        Map<String, Object> response = somebody.reader("/api/v1/responses").getMap("items[0]");
        assertThat(response).containsEntry("score", 2).containsEntry("comment", null).containsEntry("standing",
                "ACCEPTED");
    }

    @Test
    void theLinkStillWorksAndTellsNothing() throws Exception {
        Invitee invitee = answered();

        somebody.erased();

        Response page = given().header("Accept-Language", "fr").get(invitee.link());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Language")).isEqualTo("fr");
        assertThat(page.asString()).contains("ITS-1").doesNotContain(somebody.word());
    }

    @Test
    void whoWasAskedIsLeftAloneForAsLongAsBefore() throws Exception {
        answered();
        somebody.erased();

        somebody.closes("again-" + somebody.ticketId(), "incident", clock.instant());

        awaitClosure("again-" + somebody.ticketId());
        assertThat(Somebody.decisions("again-" + somebody.ticketId())).containsExactly("COOL_DOWN");
        assertThat(WholeDatabase.tablesWith(somebody.word())).isEmpty();
    }

    @Test
    void whoOptedOutStaysOptedOut() {
        somebody.optedOutByStaff();
        somebody.erased();

        somebody.closes(somebody.ticketId(), "incident", clock.instant());

        awaitClosure(somebody.ticketId());
        assertThat(Somebody.decisions(somebody.ticketId())).containsExactly("OPTED_OUT");
    }

    @Test
    void ofWhomNobodyHasHeardNothingIsKept() {
        Response done = somebody.erased();

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.jsonPath().getMap("").values()).containsOnly(0);
    }

    @Test
    void theAddressIsNotLogged() throws Exception {
        answered();

        try (CapturedLog log = new CapturedLog()) {
            somebody.erased();

            assertThat(log.lines()).noneMatch(line -> line.contains(somebody.word()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\": \" \"}", "{\"email\": \"ada\"}", "null", "{", "{\"email\": []}"})
    void whatIsMissingOrWrongIsRefused(String body) {
        Response refused = given().auth().preemptive().basic("admin", ADMIN_PASSWORD).contentType("application/json")
                .body(body).post("/api/v1/people/erasures");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aReaderErasesNobody() {
        Response refused = given().auth().preemptive().basic("reader", READER_PASSWORD)
                .contentType("application/json").body(Map.of("email", somebody.email()))
                .post("/api/v1/people/erasures");

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private Invitee answered() {
        return answers.askedAndGiven(somebody, clock);
    }

    private static void awaitClosure(String ticket) {
        Tickets.eventually().until(() -> !Somebody.decisions(ticket).isEmpty());
    }
}
