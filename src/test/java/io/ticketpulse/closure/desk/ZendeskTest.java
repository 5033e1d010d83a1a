package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketpulse.closure.desk.Report.Closed;
import io.ticketpulse.closure.desk.Report.Irrelevant;
import io.ticketpulse.closure.desk.Report.Reason;
import io.ticketpulse.closure.desk.Report.Reopened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples were built by us from Zendesk's documentation and our template; none was captured. */
class ZendeskTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant RECEIVED = Instant.parse("2026-10-19T10:00:07Z");
    private static final Desk DESK = new Desk("acme-zendesk", Map.of(), List.of(), ZoneOffset.UTC);
    private static final String TRIGGER = "built-trigger-solved";
    private static final String EVENT = "built-event-solved";
    private static final String SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";
    private static final String TIME = "2026-07-22T10:00:00Z";
    private static final String SIGNED = "{\"ticket_id\": \"35436\", \"custom\": true}";
    private static final String SIGNATURE = "xIuvDFASNx9mW8OkN3lJajhWQWmNcVWMbzvrTHSmEFk=";

    private final Zendesk zendesk = new Zendesk();

    private static byte[] sample(String name) {
        try (InputStream resource = ZendeskTest.class.getResourceAsStream("/deliveries/zendesk/" + name + ".json")) {
            return resource.readAllBytes();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A sample in which one thing is another. Path is a JSON pointer to what is there; value is JSON, empty removes. */
    private static byte[] sample(String name, String path, String value) {
        try {
            JsonNode body = JSON.readTree(sample(name));
            int slash = path.lastIndexOf('/');
            ObjectNode parent = (ObjectNode) body.at(path.substring(0, slash));
            String field = path.substring(slash + 1);
            if (value.isEmpty()) {
                parent.remove(field);
            } else {
                parent.set(field, JSON.readTree(value));
            }
            return JSON.writeValueAsBytes(body);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Delivery signed(String body, Map<String, List<String>> headers) {
        return new Delivery(headers, body.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    private static Map<String, List<String>> headers(String timestamp, String signature) {
        return Map.of("x-zendesk-webhook-signature-timestamp", List.of(timestamp), "x-zendesk-webhook-signature",
                List.of(signature));
    }

    private Report read(byte[] body, Desk desk) {
        List<Report> reports = zendesk.read(new Delivery(Map.of(), body, RECEIVED), desk);
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    private Report read(byte[] body) {
        return read(body, DESK);
    }

    private JsonNode closed(byte[] body) {
        return ((Closed) read(body)).ticket().data();
    }

    private static void assertData(Ticket ticket, String expected) throws IOException {
        assertThat((JsonNode) ticket.data()).isEqualTo(JSON.readTree(expected));
    }

    static Stream<JsonNode> vectors() throws IOException {
        return StreamSupport.stream(JSON.readTree(sample("signature-vectors")).path("vectors").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsTheVectors(JsonNode vector) {
        Delivery delivery = signed(vector.path("body").asText(),
                headers(vector.path("timestamp").asText(), vector.path("signature").asText()));

        assertThat(zendesk.isAuthentic(delivery, SECRET)).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        assertThat(zendesk.isAuthentic(signed(SIGNED.replace('5', '6'), headers(TIME, SIGNATURE)), SECRET)).isFalse();
    }

    @Test
    void refusesAnotherTimestamp() {
        assertThat(zendesk.isAuthentic(signed(SIGNED, headers("2026-07-22T10:00:01Z", SIGNATURE)), SECRET)).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        assertThat(zendesk.isAuthentic(signed(SIGNED, headers(TIME, SIGNATURE)), "other")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "xIuvDFASNx9mW8OkN3lJajhWQWmNcVWMbzvrTHSmEFk"})
    void refusesOtherSignatures(String signature) {
        assertThat(zendesk.isAuthentic(signed(SIGNED, headers(TIME, signature)), SECRET)).isFalse();
    }

    @Test
    void refusesASignatureSentTwice() {
        Map<String, List<String>> twice = Map.of("X-Zendesk-Webhook-Signature-Timestamp", List.of(TIME),
                "X-Zendesk-Webhook-Signature", List.of(SIGNATURE, SIGNATURE));

        assertThat(zendesk.isAuthentic(signed(SIGNED, twice), SECRET)).isFalse();
    }

    @Test
    void refusesATimestampSentTwice() {
        Map<String, List<String>> twice = Map.of("X-Zendesk-Webhook-Signature-Timestamp", List.of(TIME, TIME),
                "X-Zendesk-Webhook-Signature", List.of(SIGNATURE));

        assertThat(zendesk.isAuthentic(signed(SIGNED, twice), SECRET)).isFalse();
    }

    @Test
    void refusesTheSecretItself() {
        assertThat(zendesk.isAuthentic(signed(SIGNED, Map.of("Authorization", List.of("Bearer " + SECRET))), SECRET))
                .isFalse();
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

    @ParameterizedTest
    @CsvSource({"solved, Closed", "Solved, Closed", "closed, Closed", "new, Open", "Open, Open", "pending, Open",
            "On-hold, Open", "Gelöst, Irrelevant", "{{ticket.status}}, Irrelevant"})
    void readsTheStatusOfATrigger(String status, String report) {
        byte[] body = sample(TRIGGER, "/ticket/status", "\"" + status + "\"");

        assertThat(read(body).getClass().getSimpleName()).isEqualTo(report);
    }

    @ParameterizedTest
    @CsvSource({"SOLVED, OPEN, Closed", "solved, new, Closed", "CLOSED, SOLVED, Closed", "OPEN, SOLVED, Reopened",
            "PENDING, CLOSED, Reopened", "hold, solved, Reopened", "NEW, SOLVED, Reopened", "PENDING, OPEN, Open",
            "OPEN, DELETED, Open", "ARCHIVED, CLOSED, Irrelevant", "DELETED, CLOSED, Irrelevant"})
    void readsTheStatusesOfAnEvent(String current, String previous, String report) {
        byte[] body = sample(EVENT, "/event",
                "{\"current\": \"" + current + "\", \"previous\": \"" + previous + "\"}");

        assertThat(read(body).getClass().getSimpleName()).isEqualTo(report);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, OTHER_STATE, ARCHIVED", "SOLVED, DELETED, DELETED", "DELETED, DELETED, SCRUBBED"})
    void saysWhyAnEventDoesNotMatter(String previous, Reason reason, String current) {
        byte[] body = sample(EVENT, "/event",
                "{\"current\": \"" + current + "\", \"previous\": \"" + previous + "\"}");

        assertThat(read(body)).isEqualTo(new Irrelevant(reason));
    }

    @ParameterizedTest
    @CsvSource({"ticket.soft_deleted, DELETED", "ticket.permanently_deleted, DELETED",
            "ticket.comment_added, OTHER_EVENT", "ticket.merged, OTHER_EVENT", "user.created, OTHER_EVENT"})
    void ignoresOtherEvents(String type, Reason reason) {
        byte[] body = sample(EVENT, "/type", "\"zen:event-type:" + type + "\"");

        assertThat(read(body)).isEqualTo(new Irrelevant(reason));
    }

    @Test
    void readsAReopeningWhosePreviousStatusIsNotTold() {
        assertThat(read(sample(EVENT, "/event", "{\"current\": \"OPEN\"}"))).isInstanceOf(Report.Open.class);
    }

    @Test
    void ignoresWhatWasMergedIntoAnotherTicket() {
        byte[] body = sample(EVENT, "/detail/tags", "[\"vpn\", \"closed_by_merge\"]");

        assertThat(read(body)).isEqualTo(new Irrelevant(Reason.OTHER_STATE));
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, SOLVED, Closed", "SOLVED, OPEN, Irrelevant", "OPEN, SOLVED, Open", "OPEN, closed, Reopened"})
    void goesByTheNamesOfTheSettings(String current, String previous, String report) {
        Desk desk = new Desk("acme-zendesk", Map.of(), List.of("closed"), ZoneOffset.UTC);
        byte[] body = sample(EVENT, "/event",
                "{\"current\": \"" + current + "\", \"previous\": \"" + previous + "\"}");

        assertThat(read(body, desk).getClass().getSimpleName()).isEqualTo(report);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-19T10:00:00Z, 2026-10-19T10:00:00Z", "2026-10-19T10:00:00.123Z, 2026-10-19T10:00:00.123Z",
            "2026-10-19T10:00:00.123456Z, 2026-10-19T10:00:00.123456Z",
            "2026-10-19T10:00:00.123456789Z, 2026-10-19T10:00:00.123456789Z"})
    void readsTimesOfEvents(String time, Instant at) {
        assertThat(((Closed) read(sample(EVENT, "/time", "\"" + time + "\""))).at()).isEqualTo(at);
    }

    /** The example of Zendesk's own placeholders reference. */
    @Test
    void readsTheTimeOfATriggerWhichHasNoSeconds() {
        Closed closed = (Closed) read(sample(TRIGGER, "/ticket/updated_at", "\"2013-12-12T05:35Z\""));

        assertThat(closed.at()).isEqualTo(Instant.parse("2013-12-12T05:35:00Z"));
    }

    @Test
    void takesTheLastChangeOfTheTicketWhereAnEventHasNoTime() {
        assertThat(((Closed) read(sample(EVENT, "/time", ""))).at()).isEqualTo(Instant.parse("2026-10-19T10:00:00Z"));
    }

    @Test
    void takesTheTimeOfArrivalWhereNoOtherIsToldAtAll() {
        assertThat(((Closed) read(sample(TRIGGER, "/ticket/updated_at", "\"\""))).at()).isEqualTo(RECEIVED);
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
    @ValueSource(strings = {"", "null", "{}", "[1]", "\"\""})
    void refusesATicketWithoutIdentifier(String id) {
        assertThatThrownBy(() -> read(sample(TRIGGER, "/ticket/id", id))).isInstanceOf(NotUnderstoodException.class)
                .hasMessage("ticket.id is missing or no text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[1]", "\"\""})
    void refusesATriggerWithoutStatus(String status) {
        assertThatThrownBy(() -> read(sample(TRIGGER, "/ticket/status", status)))
                .isInstanceOf(NotUnderstoodException.class).hasMessage("ticket.status is missing or no text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"previous\": \"OPEN\"}", "{\"current\": {}}"})
    void refusesAnEventWithoutStatus(String event) {
        assertThatThrownBy(() -> read(sample(EVENT, "/event", event))).isInstanceOf(NotUnderstoodException.class)
                .hasMessage("event.current is missing or no text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "true", "\"\""})
    void leavesOutWhatIsOfAnotherType(String value) {
        assertThat(closed(sample(TRIGGER, "/ticket/requester", value)).has("requester")).isFalse();
    }

    /** What is pasted into Zendesk is read where we look, though nothing is filled in here. */
    @Test
    void readsTheTemplateOfThePage() throws IOException {
        String page = Files.readString(Path.of("docs/desks/zendesk.md"));
        int begin = page.indexOf("```\n{\n") + 4;

        Closed closed = (Closed) read(Proof.bytes(page.substring(begin, page.indexOf("```", begin))));

        assertThat(closed.ticket().fields()).extracting(Ticket.Field::name).containsExactlyInAnyOrder("ticketId",
                "ticketNumber", "ticketType", "summary", "priority", "assignmentGroup", "requester.id",
                "requester.name", "requester.email", "assignee.name", "assignee.email");
    }

    @Test
    void needsNoOptionalField() throws IOException {
        Closed closed = (Closed) read(sample(TRIGGER, "/ticket", "{\"id\": 35436, \"status\": \"solved\"}"));

        assertData(closed.ticket(), "{\"ticketId\": \"35436\", \"ticketNumber\": \"35436\"}");
    }

    @Test
    void readsAReopeningOfAnEvent() {
        Reopened reopened = (Reopened) read(
                sample(EVENT, "/event", "{\"current\": \"OPEN\", \"previous\": \"SOLVED\"}"));

        assertThat(reopened.at()).isEqualTo(Instant.parse("2026-10-19T10:00:00.465719851Z"));
    }
}
