package io.ticketpulse.road;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.contract.OpenApiValidation;
import io.ticketpulse.road.Line.Entry;

/** The service's API, each exchange held against {@code openapi.yaml}. */
final class Api {

    private static final Filter CONTRACT = new OpenApiValidation();

    private final String uri;

    Api(TicketPulseProcess service) {
        this.uri = service.uri().toString();
    }

    /** The ledger's entries about a ticket. */
    List<Entry> decisions(Ticket ticket) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : items("/api/v1/decisions", Map.of("desk", ticket.desk(), "ticketId", ticket.id()))) {
            JsonNode invitation = item.path("invitation");
            entries.add(new Entry(text(item, "desk"), text(item, "ticketId"), item.path("cycle").asInt(),
                    text(item, "closedAt"), text(item, "survey"), text(item, "decision"), text(item, "reason"),
                    item.path("probability").isNull() ? null : item.path("probability").asDouble(),
                    text(invitation, "state"), text(invitation, "reason")));
        }
        return entries;
    }

    /** All items of a list, from all its pages. */
    List<JsonNode> items(String path, Map<String, String> query) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = user().queryParams(query).queryParam("limit", 100);
            JsonNode page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(uri + path).then()
                    .statusCode(200).extract().as(JsonNode.class);
            page.path("items").forEach(items::add);
            cursor = text(page, "next");
        } while (cursor != null);
        return items;
    }

    void publish(Object month) {
        user().post(uri + "/api/v1/satisfaction/" + month + "/publish").then().statusCode(200);
    }

    /** Sets a response aside, looks at why, and lets it count again. */
    void overrule(String response) {
        String path = uri + "/api/v1/responses/" + response;
        for (String ruling : List.of("/quarantine", "/release")) {
            user().contentType("application/json").body("{\"reason\": \"a try\"}").post(path + ruling).then()
                    .statusCode(200);
        }
        user().get(path + "/rulings").then().statusCode(200);
    }

    /** Opts somebody out in the name of the staff, and in again. */
    void optOut(String email) {
        for (String change : List.of("opt-outs", "opt-ins")) {
            user().contentType("application/json").body(Map.of("email", email, "reason", "a call"))
                    .post(uri + "/api/v1/people/" + change).then().statusCode(200);
        }
    }

    /** Erases somebody. */
    void erase(String email) {
        user().contentType("application/json").body(Map.of("email", email)).post(uri + "/api/v1/people/erasures").then()
                .statusCode(200);
    }

    /** A desk that bears its secret sends this. */
    void deliver(String desk, String secret, String json) {
        given().header("Authorization", "Bearer " + secret).contentType("application/json").body(json)
                .post(uri + "/webhooks/" + desk).then().statusCode(202);
    }

    private static RequestSpecification user() {
        return given().filter(CONTRACT).auth().preemptive()
                .basic(TicketPulseProcess.ADMIN, TicketPulseProcess.PASSWORD);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isValueNode() && !node.path(field).isNull() ? node.path(field).asText() : null;
    }
}
