package io.ticketpulse.closure.desk;

import static io.ticketpulse.closure.desk.Samples.assertData;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketpulse.closure.desk.Report.Closed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples were built by us from Zendesk's documentation and our template; none was captured. */
class ZendeskFieldsTest {

    private static final Instant RECEIVED = Instant.parse("2026-10-19T10:00:07Z");
    private static final Desk DESK = new Desk("acme-zendesk", Map.of(), List.of(), ZoneOffset.UTC);
    private static final String TRIGGER = "built-trigger-solved";
    private static final String EVENT = "built-event-solved";

    private final Zendesk zendesk = new Zendesk();

    private static byte[] sample(String name) {
        return Sending.sampleBytes("zendesk/" + name + ".json");
    }

    private static byte[] sample(String name, String pointer, String value) {
        return Samples.changed("zendesk/" + name + ".json", pointer, value);
    }

    private Report read(byte[] body, Desk desk) {
        return Samples.read(zendesk, body, RECEIVED, desk);
    }

    private Report read(byte[] body) {
        return read(body, DESK);
    }

    private JsonNode closed(byte[] body) {
        return ((Closed) read(body)).ticket().data();
    }

    @Test
    void readsTheBodyOfATrigger() throws IOException {
        Closed closed = (Closed) read(sample(TRIGGER));

        assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-19T10:00:00Z"));
        assertData(closed.ticket(), """
                {"ticketId": "35436", "ticketNumber": "35436", "ticketType": "incident", "priority": "urgent",
                 "summary": "VPN: \\"no route to host\\"", "assignmentGroup": "Network operations",
                 "service": "Remote access", "openedAt": "2026-10-16T06:15:00Z",
                 "assignee": {"name": "Alex Agent", "email": "agent@acme.example"},
                 "requester": {"id": "20978392", "name": "Kim Sample", "email": "kim@customer.example",
                               "locale": "de"}}""");
    }

    @Test
    void readsAnEventWhichKnowsPeopleByIdentifiersOnly() throws IOException {
        Closed closed = (Closed) read(sample(EVENT));

        assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-19T10:00:00.465719851Z"));
        assertData(closed.ticket(), """
                {"ticketId": "35436", "ticketNumber": "35436", "ticketType": "request", "priority": "urgent",
                 "summary": "VPN: \\"no route to host\\"", "openedAt": "2026-10-16T06:15:30Z",
                 "assignee": {"id": "76872"}, "requester": {"id": "20978392"}}""");
    }

    @Test
    void readsTheFieldsOfTheSettings() throws IOException {
        Desk desk = new Desk("acme-zendesk", Map.of("assignmentGroup", "group_id", "service", "nothing", Ticket.SLA,
                "is_public"), List.of(), ZoneOffset.UTC);

        JsonNode data = ((Closed) read(sample(EVENT), desk)).ticket().data();

        assertThat(data.path("assignmentGroup").asText()).isEqualTo("98738");
        assertThat(data.path("slaMet").asBoolean()).isTrue();
        assertThat(data.has("service")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "true", "\"\""})
    void leavesOutWhatIsOfAnotherType(String value) {
        assertThat(closed(sample(TRIGGER, "/ticket/requester", value)).has("requester")).isFalse();
    }

    /** What is pasted into Zendesk is read where we look, though nothing is filled in here. */
    @Test
    void readsTheTemplateOfThePage() {
        byte[] template = Samples.ofPage("zendesk.md", "```");

        Closed closed = (Closed) read(template);

        assertThat(closed.ticket().fields()).extracting(Ticket.Field::name).containsExactlyInAnyOrder("ticketId",
                "ticketNumber", "ticketType", "priority", "assignmentGroup", "requester.id", "requester.email",
                "assignee.email");
    }

    @Test
    void needsNoOptionalField() throws IOException {
        Closed closed = (Closed) read(sample(TRIGGER, "/ticket", "{\"id\": 35436, \"status\": \"solved\"}"));

        assertData(closed.ticket(), "{\"ticketId\": \"35436\", \"ticketNumber\": \"35436\"}");
    }

    /** Zendesk sends a 400 only once, so what people write freely is left to those who want it. */
    @ParameterizedTest
    @ValueSource(strings = {"title", "requester.name", "assignee.name"})
    void theTemplateHasNothingThatPeopleWriteFreely(String placeholder) {
        String template = new String(Samples.ofPage("zendesk.md", "```"), StandardCharsets.UTF_8);

        assertThat(template).doesNotContain(placeholder).contains("ticket.requester.email");
    }
}
