package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of a month that was final follow a ruling. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RulingOnFinalMonthTest {

    private static final int ANSWERS = 6;

    @Inject
    Invitees invitees;

    @Inject
    Settling settling;

    @Inject
    Scheduler scheduler;

    private Invitee invitee;
    private YearMonth month;

    @BeforeEach
    void aMonthIsFinal() throws Exception {
        MovableClock clock = MovableClock.installed();
        month = YearMonth.from(clock.instant().minus(Duration.ofHours(25)).atZone(ZoneOffset.UTC));
        for (int i = 0; i < ANSWERS; i++) {
            invitee = invitees.next();
            String form = Invitee.nonce(invitee.open());
            clock.passSeconds(5);
            invitee.send(4, form);
        }
        clock.passSeconds(10);
        settling.settleDue();
        // Nobody else is to grow old with this month.
        scheduler.pause();
        clock.pass(Duration.ofDays(60));
        publish();
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @Test
    void aQuarantinedResponseLeavesItsFigures() {
        JsonPath before = figures();

        rule("quarantine");

        JsonPath after = figures();
        assertThat(before.getString("status")).isIn("final", "corrected");
        assertThat(after.getString("status")).isEqualTo("corrected");
        assertThat(after.getInt("revision")).isEqualTo(before.getInt("revision") + 1);
        assertThat(after.getInt("csat.n")).isEqualTo(before.getInt("csat.n") - 1);
        assertThat(after.getInt("counts.responded")).isEqualTo(before.getInt("counts.responded") - 1);
        assertThat(after.getInt("counts.quarantined")).isEqualTo(before.getInt("counts.quarantined") + 1);
        assertThat(after.getInt("distribution.4")).isEqualTo(before.getInt("distribution.4") - 1);
    }

    @Test
    void aReleasedResponseComesBackToThem() {
        JsonPath before = figures();
        rule("quarantine");

        rule("release");

        JsonPath after = figures();
        assertThat(after.getString("status")).isEqualTo("corrected");
        assertThat(after.getInt("revision")).isEqualTo(before.getInt("revision") + 2);
        for (String figure : new String[]{"csat", "counts", "distribution"}) {
            assertThat(after.<Map<String, Object>>get(figure)).isEqualTo(before.get(figure));
        }
    }

    private void rule(String ruling) {
        String id = admin().queryParam("ticketId", invitee.ticketId()).get("/api/v1/responses").jsonPath()
                .getString("items[0].id");
        admin().contentType("application/json").body(Map.of("reason", "The customer says so."))
                .post("/api/v1/responses/" + id + "/" + ruling).then().statusCode(200);
        publish();
    }

    private void publish() {
        admin().post("/api/v1/satisfaction/" + month + "/publish").then().statusCode(200);
    }

    private JsonPath figures() {
        return admin().queryParams("from", month.toString(), "to", month.toString(), "dimension", "all")
                .get("/api/v1/satisfaction").jsonPath().setRootPath("items[0]");
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD);
    }
}
