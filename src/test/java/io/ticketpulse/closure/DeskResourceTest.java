package io.ticketpulse.closure;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.closure.Deliveries.closed;
import static io.ticketpulse.closure.Deliveries.deliver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever sets up a desk gets to see. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class DeskResourceTest {

    private static final Instant CLOSED_AT = Instant.parse("2026-10-03T21:30:00Z");
    private static final String TEST = "/api/v1/desks/bearing/test";

    @Inject
    DeskActivity activity;

    @Inject
    MeterRegistry meters;

    private MovableClock clock;

    @BeforeEach
    void theClockStandsStill() {
        clock = MovableClock.installed();
    }

    @Test
    void eachDeskIsListedWithItsKind() {
        reader().get("/api/v1/desks").then().statusCode(200)
                .body("items.desk", hasItems("bearing", "signing", "silent"))
                .body("items.find { it.desk == 'signing' }.kind", equalTo("canonical"))
                .body("items.find { it.desk == 'signing' }.secrets", equalTo(2))
                .body("items.find { it.desk == 'silent' }.secrets", equalTo(0));
    }

    @Test
    void acceptedDeliveriesAreCounted() {
        long before = bearing().getLong("accepted");
        deliver(closed(UUID.randomUUID().toString(), CLOSED_AT));

        JsonPath now = bearing();

        assertThat(now.getLong("accepted")).isEqualTo(before + 1);
        assertThat(now.getString("lastDelivery.outcome")).isEqualTo("ACCEPTED");
        assertThat(Instant.parse(now.getString("lastDelivery.at"))).isEqualTo(clock.instant());
    }

    @Test
    void refusedDeliveriesAreCountedByReason() {
        JsonPath before = bearing();
        given().body("{}").contentType("application/json").post("/webhooks/bearing");

        JsonPath now = bearing();

        assertThat(count(now, "refused.NO_SIGNATURE")).isEqualTo(count(before, "refused.NO_SIGNATURE") + 1);
    }

    @Test
    void whatStrangersSendIsNotTheLastDelivery() {
        deliver(closed(UUID.randomUUID().toString(), CLOSED_AT));
        clock.passSeconds(1);
        given().header("Authorization", "Bearer guessed").body("{}").contentType("application/json")
                .post("/webhooks/bearing");

        JsonPath now = bearing();

        assertThat(now.getString("lastDelivery.outcome")).isEqualTo("ACCEPTED");
        assertThat(now.getString("lastDelivery.reason")).isEqualTo("CLOSED");
        assertThat(count(now, "refused.SIGNATURE")).isPositive();
        assertThat(count(now, "told.CLOSED")).isPositive();
    }

    @Test
    void aStateThatClosesNothingIsExplained() {
        reader().body("{\"ticket\": {\"id\": 1, \"state\": \"Geschlossen\", \"updated_at\": \"2026-10-03T21:30:00Z\"}}")
                .contentType("application/json").post("/api/v1/desks/a-zammad/test").then().statusCode(200)
                .body("reports[0].outcome", equalTo("OPEN"))
                .body("reports[0].reason", containsString("closed-states"));
    }

    @Test
    void aPathOfTheSettingsThatLeadsNowhereIsTold() {
        reader().body("{\"ticketId\": \"4711\", \"closedAt\": \"2026-10-03T21:30:00Z\"}")
                .contentType("application/json").post("/api/v1/desks/signing/test").then().statusCode(200)
                .body("reports[0].vainPaths", equalTo(Map.of("service", "custom.service")));
    }

    @Test
    void countsOfAllReplicasAreAddedUp() {
        JsonPath before = bearing();
        deliver("{}");
        activity.write();
        deliver("{}");

        JsonPath now = bearing();

        assertThat(count(now, "refused.NOT_UNDERSTOOD")).isEqualTo(count(before, "refused.NOT_UNDERSTOOD") + 2);
    }

    @Test
    void deliveriesAreAMetric() {
        double before = meters.counter(DeskActivity.DELIVERIES, "desk", "bearing", "outcome", "ACCEPTED").count();

        deliver(closed(UUID.randomUUID().toString(), CLOSED_AT));

        assertThat(meters.counter(DeskActivity.DELIVERIES, "desk", "bearing", "outcome", "ACCEPTED").count())
                .isEqualTo(before + 1);
    }

    @Test
    void aPastedDeliveryIsReadFieldByField() {
        reader().body("""
                {"ticketId": "4711", "closedAt": "2026-10-03T21:30:00Z", "priority": "P1",
                 "requester": {"email": "sam@customer.example"}}""").contentType("application/json").post(TEST).then()
                .statusCode(200).body("understood", equalTo(true)).body("authentic", equalTo(false))
                .body("reports[0].outcome", equalTo("CLOSED"))
                .body("reports[0].at", equalTo("2026-10-03T21:30:00Z"))
                .body("reports[0].fields.field", contains("ticketId", "priority", "requester.email"))
                .body("reports[0].fields.value", contains("4711", "P1", "sam@customer.example"))
                .body("reports[0].unknown", hasItem("service")).body("reports[0].unknown", not(hasItem("priority")));
    }

    @Test
    void whatIsOfTheWrongTypeIsShownAsDropped() {
        reader().body("""
                {"ticketId": "4711", "closedAt": "2026-10-03T21:30:00Z", "slaMet": "yes", "openedAt": "yesterday"}""")
                .contentType("application/json").post(TEST).then().statusCode(200)
                .body("reports[0].dropped", contains("openedAt", "slaMet"))
                .body("reports[0].fields.field", contains("ticketId")).body("reports[0].timeTold", equalTo(true));
    }

    @Test
    void aTimeThatTheDeliveryDoesNotTellIsThatOfReceipt() {
        reader().body("{\"freshdesk_webhook\": {\"ticket_id\": \"1\", \"ticket_status\": \"Closed\"}}")
                .contentType("application/json").post("/api/v1/desks/a-freshservice/test").then().statusCode(200)
                .body("reports[0].timeTold", equalTo(false))
                .body("reports[0].at", equalTo(clock.instant().toString()));
    }

    @Test
    void aPastedDeliveryThatIsNotUnderstoodIsExplained() {
        reader().body("closed!").contentType("text/plain").post(TEST).then().statusCode(200)
                .body("understood", equalTo(false)).body("problem", equalTo("The body is not JSON (line 1, column 8)."))
                .body("reports", empty());
    }

    @Test
    void aPastedDeliveryIsNotRecorded() {
        String ticket = UUID.randomUUID().toString();

        reader().body(closed(ticket, CLOSED_AT)).contentType("application/json").post(TEST).then().statusCode(200);

        String after = UUID.randomUUID().toString();
        deliver(closed(after, CLOSED_AT));
        Tickets.eventually().until(() -> Deliveries.recorded("bearing", after).size() == 1);
        assertThat(Deliveries.recorded("bearing", ticket)).isEmpty();
    }

    @Test
    void anUnknownDeskIsNotFound() {
        reader().body("{}").contentType("application/json").post("/api/v1/desks/nobody/test").then().statusCode(404);
    }

    @Test
    void nobodySeesThemWithoutALogin() {
        given().get("/api/v1/desks").then().statusCode(401);
    }

    private static JsonPath bearing() {
        String json = reader().get("/api/v1/desks").then().statusCode(200).extract().asString();
        return JsonPath.from(json).setRootPath("items.find { it.desk == 'bearing' }");
    }

    private static long count(JsonPath desk, String path) {
        Object count = desk.get(path);
        return count == null ? 0 : ((Number) count).longValue();
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("reader", RealServers.READER_PASSWORD);
    }
}
