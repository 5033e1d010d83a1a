package io.ticketpulse.closure;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.servers.RealServers;
import io.ticketpulse.servers.StandInDesks;

/** A ticket of which its desk tells by whom it is, but not the address, and what became of it. */
record NamelessTicket(String desk, String id, String requester) {

    static NamelessTicket at(String desk) {
        return new NamelessTicket(desk, UUID.randomUUID().toString(),
                String.valueOf(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE)));
    }

    /** Another ticket of the same person. */
    NamelessTicket another() {
        return new NamelessTicket(desk, UUID.randomUUID().toString(), requester);
    }

    TicketEvent closed(Instant at) {
        ObjectNode data = data().put("closedAt", at.toString()).put("ticketType", "at-once");
        data.putObject("requester").put("id", requester).put("department", "Sales");
        data.putObject("assignee").put("email", "agent@desk.example");
        return TicketEvents.closing(data, at, field -> {
        });
    }

    TicketEvent reopened(Instant at) {
        return TicketEvents.reopening(data().put("reopenedAt", at.toString()), at, field -> {
        });
    }

    private ObjectNode data() {
        return JsonNodeFactory.instance.objectNode().put("desk", desk).put("ticketId", id);
    }

    String address() {
        return requester + "@customer.example";
    }

    /** What the desk answers when it is asked for the person. */
    MappingBuilder asked() {
        return get(urlEqualTo(path()));
    }

    /** The desk knows the person. */
    void known() {
        StandInDesks.server().stubFor(asked().willReturn(okJson(StandInDesks.person("zendesk", address()))));
    }

    /** The desk answers so. */
    void answered(ResponseDefinitionBuilder answer) {
        StandInDesks.server().stubFor(asked().willReturn(answer));
    }

    /** How often the desk was asked for the person. */
    int timesAsked() {
        return StandInDesks.server().findAll(getRequestedFor(urlEqualTo(path()))).size();
    }

    private String path() {
        return "/" + desk + "/api/v2/users/" + requester + ".json";
    }

    /** What was decided of its closures, by cycle: the reason, or what became of the invitation. */
    List<String> decisions() {
        return given().auth().preemptive().basic("reader", RealServers.READER_PASSWORD).queryParam("desk", desk)
                .queryParam("ticketId", id).get("/api/v1/decisions").jsonPath()
                .getList("items.collect { it.reason ?: it.invitation.state }");
    }

    /** Who was invited. */
    List<String> invited() {
        return read("""
                SELECT i.address AS found FROM ticket_closure c JOIN invitation i ON i.closure_id = c.id
                WHERE c.desk = ? AND c.ticket_id = ?""");
    }

    /** Language and zone of the customer, and what the desk itself had told. */
    List<String> customer() {
        return read("""
                SELECT CONCAT_WS(' ', i.locale, i.time_zone, c.requester_department) AS found
                FROM ticket_closure c JOIN invitation i ON i.closure_id = c.id WHERE c.desk = ? AND c.ticket_id = ?""");
    }

    /** When the desk is asked next about each closure that waits. */
    List<Instant> nextAttempts() {
        return read("""
                SELECT l.next_attempt_at AS found FROM ticket_closure c JOIN requester_look_up l ON l.closure_id = c.id
                WHERE c.desk = ? AND c.ticket_id = ?""", row -> Timestamps.read(row, "found"));
    }

    private List<String> read(String sql) {
        return read(sql, row -> row.getString("found"));
    }

    private <T> List<T> read(String sql, Batch.Reader<T> reader) {
        try (Connection database = RealServers.database(); PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, desk);
            query.setString(2, id);
            return Batch.read(query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
