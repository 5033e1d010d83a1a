package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;

import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.platform.MovableClock;

/** Somebody whose responses are ruled on by the API. */
record RuledOn(Invitee invitee, MovableClock clock, Settling settling) {

    static final String ROUTE = "/api/v1/responses/";
    static final String REASON = "The customer says so.";

    void answerAndSettle(int score) {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(score, nonce);
        clock.passSeconds(10);
        settling.settleDue();
    }

    /** Two scores at once, 1 and 5, which are set aside. */
    void burst() {
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(1, first);
        invitee.send(5, second);
    }

    /** The identifier of a response, the first is 0. */
    String id(int index) {
        List<String> newestFirst = given().auth().preemptive().basic("reader", READER_PASSWORD)
                .queryParam("ticketId", invitee.ticketId()).get("/api/v1/responses").jsonPath().getList("items.id");
        return newestFirst.get(newestFirst.size() - 1 - index);
    }

    static Response rule(String ruling, String id) {
        return admin().contentType("application/json").body(Map.of("reason", REASON)).post(ROUTE + id + "/" + ruling);
    }

    static JsonPath rulings(String id) {
        return admin().get(ROUTE + id + "/rulings").jsonPath();
    }

    static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD);
    }
}
