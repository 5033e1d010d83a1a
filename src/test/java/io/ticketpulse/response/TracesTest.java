package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.CapturedLog;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a visit leaves in logs and metrics. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TracesTest {

    @Inject
    Invitees invitees;

    @Inject
    Settling settling;

    @Inject
    MeterRegistry registry;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void noTokenIsLogged() throws Exception {
        try (CapturedLog log = new CapturedLog()) {
            visitInEveryWay();

            assertThat(log.lines()).noneMatch(line -> line.contains(invitee.token()) || line.contains(optOutToken()));
        }
    }

    @Test
    void noTokenIsInTheMetrics() throws Exception {
        visitInEveryWay();

        assertThat(given().noFilters().get("/q/metrics").asString()).contains("http_server_requests")
                .doesNotContain(invitee.token(), optOutToken());
    }

    @Test
    void aFailureOfTheOptOutPageIsSaidKindly() throws Exception {
        Invitees.put(invitee, "NONSENSE");

        Response trouble = given().noFilters().formParam("List-Unsubscribe", "One-Click").post(invitee.optOutLink());

        assertThat(trouble.statusCode()).isEqualTo(500);
        assertThat(Jsoup.parse(trouble.asString()).select("h1").text()).isEqualTo("That did not work");
        assertThat(trouble.asString()).doesNotContain(optOutToken());
    }

    private String optOutToken() {
        return invitee.optOutLink().substring("/u/".length());
    }

    private void visitInEveryWay() throws SQLException {
        String nonce = Invitee.nonce(invitee.open());
        invitee.send(4, nonce);
        invitee.post("score=%zz");
        given().noFilters().put(invitee.link());
        given().noFilters().contentType("application/json").body("{}").post(invitee.link());
        given().noFilters().accept("image/png").get(invitee.link());
        given().noFilters().get(invitee.link() + "/more");
        given().noFilters().get(invitee.link() + "~");
        given().noFilters().get(invitee.optOutLink());
        given().noFilters().get(invitee.optOutLink() + "/more");
        given().noFilters().contentType("application/json").body("{}").post(invitee.optOutLink());
        Invitees.put(invitee, "NONSENSE");
        given().noFilters().formParam("List-Unsubscribe", "One-Click").post(invitee.optOutLink());
        Invitees.put(invitee, "SENT");
        given().noFilters().formParam("List-Unsubscribe", "One-Click").post(invitee.optOutLink());
    }

    @Test
    void formsAreCountedByWhatBecameOfThem() {
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        double accepted = count(ResponseMetrics.FORMS, "verdict", "accepted");
        double repeated = count(ResponseMetrics.FORMS, "verdict", "repeated");
        double quarantined = count(ResponseMetrics.FORMS, "verdict", "quarantined");

        invitee.send(4, first);
        invitee.send(4, first);
        invitee.send(1, second);

        assertThat(count(ResponseMetrics.FORMS, "verdict", "accepted")).isEqualTo(accepted + 1);
        assertThat(count(ResponseMetrics.FORMS, "verdict", "repeated")).isEqualTo(repeated + 1);
        assertThat(count(ResponseMetrics.FORMS, "verdict", "quarantined")).isEqualTo(quarantined + 1);
    }

    @Test
    void objectionsAreCountedByTheirReason() {
        double tooQuick = count(ResponseMetrics.OBJECTIONS, "reason", "too-quick");

        invitee.send(4, Invitee.nonce(invitee.open()));

        assertThat(count(ResponseMetrics.OBJECTIONS, "reason", "too-quick")).isEqualTo(tooQuick + 1);
    }

    @Test
    void settledResponsesAreCounted() {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(4, nonce);
        clock.passSeconds(10);
        double settled = registry.counter(ResponseMetrics.SETTLED).count();

        settling.settleDue();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(registry.counter(ResponseMetrics.SETTLED).count())
                        .isGreaterThan(settled));
    }

    private double count(String name, String tag, String value) {
        return registry.counter(name, tag, value).count();
    }
}
