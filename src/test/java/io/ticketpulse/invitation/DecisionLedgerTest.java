package io.ticketpulse.invitation;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.closure.Tickets.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.closure.Tickets;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;

/** Decisions as those with a login see them. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class DecisionLedgerTest {

    private static final String PATH = "/api/v1/decisions";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void showsWhoIsAskedAndWhen() {
        Customer customer = Customer.closed("incident", now);

        reader().queryParams("desk", Customer.DESK, "ticketId", customer.ticketId()).get(PATH).then()
                .statusCode(200)
                .body("next", nullValue())
                .body("items.size()", equalTo(1))
                .body("items[0].cycle", equalTo(0))
                .body("items[0].closedAt", equalTo(now.toString()))
                .body("items[0].survey", equalTo("incident"))
                .body("items[0].decision", equalTo("SAMPLED"))
                .body("items[0].reason", nullValue())
                .body("items[0].probability", equalTo(1f))
                .body("items[0].policyVersion", notNullValue())
                .body("items[0].invitation.state", equalTo("PENDING"))
                .body("items[0].invitation.dueAt", equalTo(now.plus(Duration.ofHours(24)).toString()))
                .body("items[0].invitation.sentAt", nullValue());
    }

    @Test
    void showsWhySomebodyIsNotAsked() {
        Customer customer = Customer.closed("nobody's", now);

        reader().queryParams("desk", Customer.DESK, "ticketId", customer.ticketId()).get(PATH).then()
                .statusCode(200)
                .body("items[0].survey", nullValue())
                .body("items[0].decision", equalTo("SKIPPED"))
                .body("items[0].reason", equalTo("NO_SURVEY"))
                .body("items[0].probability", nullValue())
                .body("items[0].invitation", nullValue());
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        String ticketId = UUID.randomUUID().toString();
        for (int cycle = 0; cycle < 3; cycle++) {
            Tickets.sendBare(Tickets.closed(Customer.DESK, ticketId, now.plusSeconds(cycle),
                    ", \"reopenCount\": " + cycle));
        }
        eventually().until(() -> Tickets.recorded(Customer.DESK, ticketId).size() == 3);
        String next = reader().queryParams("desk", Customer.DESK, "ticketId", ticketId, "limit", 2).get(PATH).then()
                .body("items.cycle", contains(0, 1)).extract().path("next");

        reader().queryParams("desk", Customer.DESK, "ticketId", ticketId, "limit", 2, "cursor", next).get(PATH).then()
                .statusCode(200)
                .body("items.cycle", contains(2))
                .body("next", nullValue());
    }

    @Test
    void nobodySeesItWithoutALogin() {
        given().queryParams("desk", "acme", "ticketId", "1").get(PATH).then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("status", equalTo(401));
    }

    @Test
    void aWrongPasswordIsNoLogin() {
        given().auth().preemptive().basic("reader", "wrong").queryParams("desk", "acme", "ticketId", "1").get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void anUnknownNameIsNoLogin() {
        given().auth().preemptive().basic("nobody", RealServers.READER_PASSWORD)
                .queryParams("desk", "acme", "ticketId", "1").get(PATH).then()
                .statusCode(401);
    }

    @Test
    void anAdminReadsToo() {
        given().auth().preemptive().basic("admin", RealServers.ADMIN_PASSWORD)
                .queryParams("desk", "acme", "ticketId", "1").get(PATH).then()
                .statusCode(200);
    }

    @Test
    void aReaderPublishesNothing() {
        reader().post("/api/v1/satisfaction/2020-01/publish").then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("reader", RealServers.READER_PASSWORD);
    }
}
