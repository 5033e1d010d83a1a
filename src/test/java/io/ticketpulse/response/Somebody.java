package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.ticketpulse.closure.Tickets;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.RealServers;

/**
 * A customer in whose traces one word occurs, and nowhere else: in the address, the name, what the tickets were about, what
 * was said, and what staff wrote.
 */
public record Somebody(String word, String ticketId) {

    public static final String DESK = "acme";

    public static Somebody unheardOf() {
        String word = UUID.randomUUID().toString();
        return new Somebody(word, "T-" + UUID.randomUUID());
    }

    public String email() {
        return "Ada." + word + "@Example.org";
    }

    /** A ticket of theirs is closed. */
    public void closes(String ticket, String type, Instant at) {
        Tickets.sendBare(closing(ticket, type, at));
    }

    /** What is told of that, as data of an event. */
    public String closing(String ticket, String type, Instant at) {
        return Tickets.closed(DESK, ticket, at, """
                , "ticketNumber": "ITS-1", "ticketType": "%1$s", "slaMet": true, "summary": "Summary %2$s",
                "requester": {"id": "id-%2$s", "email": "%3$s", "name": "Ada %2$s", "locale": "de-x-%4$s",
                "timeZone": "Europe/Berlin", "department": "Sales"},
                "assignee": {"email": "staff@example.org"}""".formatted(type, word, email(), word.substring(0, 8)));
    }

    /** Asks for the erasure. */
    public Response erased() {
        return admin("/api/v1/people/erasures", Map.of("email", email()));
    }

    public void optedOutByStaff() {
        admin("/api/v1/people/opt-outs", Map.of("email", email(), "reason", "Telephone, " + word)).then()
                .statusCode(200);
    }

    /** Staff set the newest response aside and let it out again. */
    public void ruledOn() {
        String id = reader("/api/v1/responses").getString("items[0].id");
        for (String ruling : List.of("quarantine", "release")) {
            admin("/api/v1/responses/" + id + "/" + ruling, Map.of("reason", "Because " + word)).then()
                    .statusCode(200);
        }
    }

    /** A list of what is known of the ticket. */
    public JsonPath reader(String route) {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD).queryParam("desk", DESK)
                .queryParam("ticketId", ticketId).get(route).jsonPath();
    }

    /** What was decided of the closures of a ticket: the reason, or what became of the invitation. */
    public static List<String> decisions(String ticket) {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD).queryParam("desk", DESK)
                .queryParam("ticketId", ticket).get("/api/v1/decisions").jsonPath()
                .getList("items.collect { it.reason ?: it.invitation.state }");
    }

    private static Response admin(String route, Map<String, String> body) {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD).contentType("application/json").body(body)
                .post(route);
    }

    /** The desk is being asked about a ticket that this person resolved. */
    void resolvesOneWhoseRequesterIsLookedUp() throws SQLException {
        try (Connection database = RealServers.database(); PreparedStatement insert = database.prepareStatement("""
                INSERT INTO requester_look_up (closure_id, desk, closing, attempts, next_attempt_at, deadline)
                VALUES (?, 'acme', ?, 0, '2038-01-01', '2038-01-01')""")) {
            insert.setBytes(1, UniqueId.bytes(UniqueId.next()));
            insert.setString(2,
                    """
                            {"closure": {"id": "01939bb2-78c0-7d4e-8000-5f3c1d2e4a6b", "desk": "acme", "ticketId": "1", "cycle": 0,
                            "closedAt": "2026-10-03T21:30:00Z", "requester": {"id": "17"}, "assigneeEmail": "%s"}}"""
                            .formatted(email()));
            insert.executeUpdate();
        }
    }
}
