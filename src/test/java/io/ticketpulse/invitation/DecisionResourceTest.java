package io.ticketpulse.invitation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class DecisionResourceTest {

    private static final String PATH = "/api/v1/decisions";

    @Test
    void nothingWasDecidedAboutAnUnknownTicket() {
        reader().queryParams("desk", "acme-jira", "ticketId", "unknown").get(PATH).then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"limit,many", "limit,0", "limit,501", "cursor,abc", "cursor,-1", "cursor,00"})
    void whatIsNoFilterIsSaid(String parameter, String value) {
        reader().queryParams("desk", "acme-jira", "ticketId", "10024", parameter, value).get(PATH).then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "café", "Acme"})
    void whatIsNoDeskIsSaid(String desk) {
        reader().queryParams("desk", desk, "ticketId", "10024").get(PATH).then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void aTicketIsOfADesk() {
        reader().queryParam("ticketId", "10024").get(PATH).then().statusCode(400);
    }

    @Test
    void aCursorBehindEveryCycleIsBehindTheEnd() {
        reader().queryParams("desk", "acme-jira", "ticketId", "10024", "cursor", "9999999999").get(PATH).then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("reader", RealServers.READER_PASSWORD);
    }
}
