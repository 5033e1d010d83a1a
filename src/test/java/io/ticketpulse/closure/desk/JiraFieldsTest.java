package io.ticketpulse.closure.desk;

import static io.ticketpulse.closure.desk.Samples.assertData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketpulse.closure.desk.Report.Closed;
import io.ticketpulse.closure.desk.Report.Open;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples called built were made by us from documented shapes, not captured; the others are real deliveries. */
class JiraFieldsTest {

    private static final Instant RECEIVED = Instant.parse("2026-10-19T10:00:07Z");
    private static final Desk DESK = new Desk("acme-jira", Map.of(), List.of(), ZoneOffset.UTC);
    private static final String BUILT = "built-cloud-request-closed";

    private final Jira jira = new Jira();

    private static byte[] sample(String name) {
        return Sending.sampleBytes("jira/" + name + ".json");
    }

    private static byte[] sample(String name, String pointer, String value) {
        return Samples.changed("jira/" + name + ".json", pointer, value);
    }

    private Report read(byte[] body, Desk desk) {
        return Samples.read(jira, body, RECEIVED, desk);
    }

    private Report read(byte[] body) {
        return read(body, DESK);
    }

    private JsonNode closed(byte[] body, Desk desk) {
        return ((Closed) read(body, desk)).ticket().data();
    }

    @Test
    void readsACapturedClosingOfCloud() throws IOException {
        Closed closed = (Closed) read(sample("cloud-issue-updated-resolved"));

        assertThat(closed.at()).isEqualTo(Instant.parse("2019-02-16T03:15:40.507Z"));
        assertData(closed.ticket(), """
                {"ticketId": "10040", "ticketNumber": "TES-41", "ticketType": "Story", "priority": "High",
                 "summary": "Unit test summary 1", "category": "COMP-1", "closeCode": "Done",
                 "openedAt": "2019-02-16T03:01:52.971Z", "resolvedAt": "2019-02-16T03:15:40.470Z",
                 "requester": {"id": "5c5f880629be9642ba529340", "name": "Test User",
                               "email": "some-instance-test@gmail.com", "timeZone": "America/Los_Angeles"}}""");
    }

    /** Resolved became Closed: the time is that of the change, not of the resolution a day before. */
    @Test
    void readsACapturedClosingOfServer() throws IOException {
        Closed closed = (Closed) read(sample("server-issue-updated-closed"));

        assertThat(closed.at()).isEqualTo(Instant.parse("2019-08-14T03:07:58.358Z"));
        assertData(closed.ticket(), """
                {"ticketId": "10300", "ticketNumber": "TES-4", "ticketType": "Bug", "priority": "Medium",
                 "summary": "Unit test summary 1", "closeCode": "Done",
                 "openedAt": "2019-08-12T22:14:23.580Z", "resolvedAt": "2019-08-14T03:03:02.179Z",
                 "assignee": {"id": "admin", "name": "admin", "email": "test@example.com"},
                 "requester": {"id": "admin", "name": "admin", "email": "test@example.com",
                               "timeZone": "Asia/Kuala_Lumpur"}}""");
    }

    @Test
    void readsABuiltClosingWithTheFieldsOfTheSettings() throws IOException {
        Desk desk = new Desk("acme-jira", Map.of("assignmentGroup", "customfield_10050", "service",
                "fields.customfield_10051", "requester.department", "customfield_10099", Ticket.SLA,
                "customfield_10060"), List.of(), ZoneOffset.UTC);

        Closed closed = (Closed) read(sample(BUILT), desk);

        assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-19T10:00:00.123Z"));
        assertData(closed.ticket(), """
                {"ticketId": "10071", "ticketNumber": "HELP-42", "ticketType": "request", "priority": "High",
                 "summary": "VPN: \\"no route to host\\"", "category": "Network", "closeCode": "Done",
                 "assignmentGroup": "Network operations", "service": "Remote access", "slaMet": true,
                 "openedAt": "2026-10-16T06:15:30.001Z", "resolvedAt": "2026-10-19T09:59:59.987Z",
                 "assignee": {"id": "5b10a2844c20165700ede21g", "name": "Alex Agent", "email": "agent@acme.example"},
                 "requester": {"id": "qm:5f0c8a4e:1b2c", "name": "Kim Sample", "email": "kim@customer.example",
                               "timeZone": "Europe/Zurich"}}""");
    }

    @Test
    void readsABuiltRequestOfAutomation() throws IOException {
        Closed closed = (Closed) read(sample("built-automation-closed"));

        assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-19T10:00:00.100Z"));
        assertData(closed.ticket(), """
                {"ticketId": "10071", "ticketNumber": "HELP-42", "ticketType": "incident", "priority": "High",
                 "summary": "VPN: \\"no route to host\\"", "closeCode": "Done", "openedAt": "2026-10-16T06:15:30Z",
                 "requester": {"id": "qm:5f0c8a4e:1b2c", "name": "Kim Sample", "email": "kim@customer.example",
                               "timeZone": "Europe/Zurich", "locale": "de-CH"}}""");
    }

    @Test
    void namesWhereAFieldWasFound() {
        Closed closed = (Closed) read(sample(BUILT));

        assertThat(closed.ticket().fields()).extracting(Ticket.Field::name, Ticket.Field::from).contains(
                tuple("ticketId", "issue.id"),
                tuple("requester.email", "issue.fields.reporter.emailAddress"),
                tuple("ticketType", "issue.fields.issuetype.name"));
    }

    @ParameterizedTest
    @CsvSource({"Incident, incident", "[System] Incident, incident", "Service Request, request",
            "[System] Service request, request", "[System] Problem, Problem", "IT Help, IT Help"})
    void callsTypesAsTheyAreUsual(String name, String type) {
        JsonNode data = closed(sample(BUILT, "/issue/fields/issuetype/name", "\"" + name + "\""), DESK);

        assertThat(data.path("ticketType").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{\"completedCycles\": [{\"breached\": true}]}; false",
            "{\"completedCycles\": [{\"breached\": true}, {\"breached\": false}], \"ongoingCycle\": {}}; true",
            "{\"completedCycles\": [], \"ongoingCycle\": {\"breached\": false}};", "{\"completedCycles\": [{}]};",
            "{\"completedCycles\": {\"breached\": false}};", "null;", "\"\";", "[];", "true; true", "\"false\"; false"})
    void readsWhetherTheSlaWasMet(String value, Boolean met) {
        Desk desk = new Desk("acme-jira", Map.of(Ticket.SLA, "customfield_10060"), List.of(), ZoneOffset.UTC);

        JsonNode data = closed(sample(BUILT, "/issue/fields/customfield_10060", value), desk);

        assertThat(data.has("slaMet") ? data.path("slaMet").asBoolean() : null).isEqualTo(met);
    }

    @Test
    void saysNothingOfAnSlaThatTheSettingsDoNotName() {
        assertThat(closed(sample(BUILT), DESK).has("slaMet")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "true", "\"\""})
    void leavesOutWhatIsOfAnotherType(String value) {
        JsonNode data = closed(sample(BUILT, "/issue/fields/reporter", value), DESK);

        assertThat(data.has("requester")).isFalse();
    }

    /** What is pasted into Jira is read where we look, though nothing is filled in here. */
    @Test
    void readsTheTemplateOfThePage() {
        byte[] template = Samples.ofPage("jira.md", "```");

        Open open = (Open) read(template);

        assertThat(open.ticket().fields()).extracting(Ticket.Field::name).containsExactlyInAnyOrder("ticketId",
                "ticketNumber", "ticketType", "summary", "priority", "closeCode", "requester.id", "requester.name",
                "requester.email", "requester.timeZone", "assignee.id", "assignee.name", "assignee.email");
    }

    @Test
    void needsNoOptionalField() throws IOException {
        Closed closed = (Closed) read(
                sample(BUILT, "/issue", "{\"id\": 10071, \"fields\": {\"status\": {\"name\": \"Closed\"}}}"));

        assertData(closed.ticket(), "{\"ticketId\": \"10071\"}");
    }
}
