package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketpulse.closure.desk.Report.Closed;
import io.ticketpulse.closure.desk.Report.Irrelevant;
import io.ticketpulse.closure.desk.Report.Open;
import io.ticketpulse.closure.desk.Report.Reason;
import io.ticketpulse.closure.desk.Report.Reopened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples called built were made by us from documented shapes, not captured; the others are real deliveries. */
class JiraTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant RECEIVED = Instant.parse("2026-10-19T10:00:07Z");
    private static final Desk DESK = new Desk("acme-jira", Map.of(), List.of(), ZoneOffset.UTC);
    private static final String BUILT = "built-cloud-request-closed";
    /** Published by Atlassian in the Jira Cloud documentation on webhooks. */
    private static final String SECRET = "It's a Secret to Everybody";
    private static final String SIGNATURE = "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";

    private final Jira jira = new Jira();

    private static byte[] sample(String name) {
        try (InputStream resource = JiraTest.class.getResourceAsStream("/deliveries/jira/" + name + ".json")) {
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

    private static Delivery delivery(byte[] body) {
        return new Delivery(Map.of(), body, RECEIVED);
    }

    private static Delivery hello(Map<String, List<String>> headers) {
        return new Delivery(headers, "Hello World!".getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    private Report read(byte[] body, Desk desk) {
        List<Report> reports = jira.read(delivery(body), desk);
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    private Report read(byte[] body) {
        return read(body, DESK);
    }

    private JsonNode closed(byte[] body, Desk desk) {
        return ((Closed) read(body, desk)).ticket().data();
    }

    private static void assertData(Ticket ticket, String expected) throws IOException {
        assertThat((JsonNode) ticket.data()).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void acceptsThePublishedSignature() {
        assertThat(jira.isAuthentic(hello(Map.of("x-hub-signature", List.of(SIGNATURE))), SECRET)).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        Delivery delivery = new Delivery(Map.of("X-Hub-Signature", List.of(SIGNATURE)),
                "Hello World?".getBytes(StandardCharsets.UTF_8), RECEIVED);

        assertThat(jira.isAuthentic(delivery, SECRET)).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        assertThat(jira.isAuthentic(hello(Map.of("X-Hub-Signature", List.of(SIGNATURE))), "other")).isFalse();
    }

    /** The last is right, but SHA-1: the sender does not choose. */
    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9",
            "sha256=A4771C39FBE90F317C7824E83DDEF3CAAE9CB3D976C214ACE1F2937E133263C9",
            "sha1=c515f330a339e006a451ec24110648f028c87a11"})
    void refusesOtherSignatures(String signature) {
        assertThat(jira.isAuthentic(hello(Map.of("X-Hub-Signature", List.of(signature))), SECRET)).isFalse();
    }

    @Test
    void refusesASignatureSentTwice() {
        assertThat(jira.isAuthentic(hello(Map.of("X-Hub-Signature", List.of(SIGNATURE, SIGNATURE))), SECRET)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer It's a Secret to Everybody", "Basic amlyYTpJdCdzIGEgU2VjcmV0IHRvIEV2ZXJ5Ym9keQ=="})
    void acceptsTheSecretItselfWhereNothingIsSigned(String authorization) {
        assertThat(jira.isAuthentic(hello(Map.of("Authorization", List.of(authorization))), SECRET)).isTrue();
    }

    @Test
    void refusesAWrongSignatureEvenWithTheSecretItself() {
        Map<String, List<String>> headers = Map.of("Authorization", List.of("Bearer " + SECRET), "X-Hub-Signature",
                List.of("sha256=00"));

        assertThat(jira.isAuthentic(hello(headers), SECRET)).isFalse();
    }

    @Test
    void refusesWhatBringsNoProof() {
        assertThat(jira.isAuthentic(hello(Map.of()), SECRET)).isFalse();
    }

    @Test
    void readsACapturedClosingOfCloud() throws IOException {
        Closed closed = (Closed) read(sample("cloud-issue-updated-resolved"));

        assertThat(closed.at()).isEqualTo(Instant.ofEpochMilli(timestampOf("cloud-issue-updated-resolved")));
        assertData(closed.ticket(), """
                {"ticketId": "10040", "ticketNumber": "TES-41", "ticketType": "Story", "priority": "High",
                 "summary": "Unit test summary 1", "category": "COMP-1", "closeCode": "Done",
                 "openedAt": "2019-02-16T03:01:52.971Z", "resolvedAt": "2019-02-16T03:15:40.470Z",
                 "requester": {"id": "5c5f880629be9642ba529340", "name": "Test User",
                               "email": "some-instance-test@gmail.com", "timeZone": "America/Los_Angeles"}}""");
    }

    @Test
    void readsACapturedReopeningOfCloud() throws IOException {
        Reopened reopened = (Reopened) read(sample("cloud-issue-updated-reopened"));

        assertThat(reopened.at()).isEqualTo(Instant.parse("2019-02-16T03:17:06.531Z"));
        assertThat(reopened.ticket().id()).isEqualTo("10040");
    }

    @Test
    void readsACapturedResolutionOfServer() {
        Closed closed = (Closed) read(sample("server-issue-updated-resolved"));

        assertThat(closed.at()).isEqualTo(Instant.parse("2019-08-12T23:23:02.025Z"));
        assertThat(closed.ticket().id()).isEqualTo("10300");
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

    @ParameterizedTest
    @ValueSource(strings = {"cloud-issue-assigned-empty-changelog", "cloud-issue-created-many-fields"})
    void ignoresCapturedDeliveriesWithoutAChangeOfStatus(String name) {
        assertThat(read(sample(name))).isEqualTo(new Irrelevant(Reason.OTHER_EVENT));
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

    @Test
    void ignoresADeletion() {
        assertThat(read(sample("built-issue-deleted"))).isEqualTo(new Irrelevant(Reason.DELETED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"jira:issue_created\"", "\"comment_created\"", "\"issuelink_deleted\""})
    void ignoresOtherEvents(String event) {
        assertThat(read(sample(BUILT, "/webhookEvent", event))).isEqualTo(new Irrelevant(Reason.OTHER_EVENT));
    }

    @Test
    void readsOldVersionsThatDoNotNameTheEvent() {
        assertThat(read(sample(BUILT, "/webhookEvent", ""))).isInstanceOf(Closed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"fieldId\": \"customfield_10070\", \"field\": \"status\", \"fieldtype\": \"custom\"}",
            "{\"field\": \"Status\", \"fieldtype\": \"custom\", \"toString\": \"Done\"}", "[]", "7", "null"})
    void ignoresChangesOfOtherFields(String change) {
        byte[] body = sample(BUILT, "/changelog/items", "[" + change + "]");

        assertThat(read(body)).isEqualTo(new Irrelevant(Reason.OTHER_EVENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"Resolved\"", "{\"items\": null}", "{\"histories\": null}"})
    void ignoresWhatTellsOfNoChange(String changelog) {
        assertThat(read(sample(BUILT, "/changelog", changelog))).isEqualTo(new Irrelevant(Reason.OTHER_EVENT));
    }

    /** With no resolution cleared and no name that is known, nothing tells that the ticket had been closed. */
    @ParameterizedTest
    @CsvSource({"In Progress, Open", "Waiting, Open", "Done, Reopened", "resolved, Reopened", "Closed, Reopened"})
    void knowsTheFormerStatusByItsName(String before, String report) {
        byte[] body = sample("cloud-issue-updated-reopened", "/changelog/items",
                "[{\"field\": \"status\", \"fromString\": \"" + before + "\", \"toString\": \"To Do\"}]");

        assertThat(read(body).getClass().getSimpleName()).isEqualTo(report);
    }

    @Test
    void knowsTheFormerStatusByTheResolutionThatIsCleared() {
        byte[] body = sample("cloud-issue-updated-reopened", "/changelog/items", """
                [{"field": "status", "fromString": "Fertig", "toString": "Offen"},
                 {"field": "resolution", "from": "10000", "fromString": "Done", "to": null, "toString": null}]""");

        assertThat(read(body)).isInstanceOf(Reopened.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canceled", "cancelled"})
    void ignoresCancelledTicketsThoughTheirCategoryIsDone(String name) {
        byte[] body = sample(BUILT, "/issue/fields/status/name", "\"" + name + "\"");

        assertThat(read(body)).isEqualTo(new Irrelevant(Reason.OTHER_STATE));
    }

    @ParameterizedTest
    @CsvSource({"Resolved, done, Closed", "resolved, indeterminate, Closed", "Declined, done, Irrelevant",
            "In Progress, indeterminate, Open"})
    void goesByTheNamesOfTheSettings(String name, String category, String report) {
        Desk desk = new Desk("acme-jira", Map.of(), List.of("Resolved", "Completed"), ZoneOffset.UTC);
        byte[] body = sample(BUILT, "/issue/fields/status",
                "{\"name\": \"" + name + "\", \"statusCategory\": {\"key\": \"" + category + "\"}}");

        assertThat(read(body, desk).getClass().getSimpleName()).isEqualTo(report);
    }

    @Test
    void knowsTheFormerStatusByTheNamesOfTheSettings() {
        Desk desk = new Desk("acme-jira", Map.of(), List.of("Fertig"), ZoneOffset.UTC);
        byte[] body = sample("cloud-issue-updated-reopened", "/changelog/items",
                "[{\"field\": \"status\", \"fromString\": \"Fertig\", \"toString\": \"To Do\"}]");

        assertThat(read(body, desk)).isInstanceOf(Reopened.class);
    }

    /** The key is literally {@code toString}, which every Java object has a method for. */
    @Test
    void readsTheNewStatusFromTheChangeIfTheIssueHasNone() {
        assertThat(read(sample(BUILT, "/issue/fields/status", ""))).isInstanceOf(Closed.class);
    }

    @Test
    void refusesAChangeToAStatusThatIsNotNamed() {
        byte[] body = sample(BUILT, "/issue/fields/status", "\"Resolved\"");
        byte[] unnamed = new String(body, StandardCharsets.UTF_8)
                .replace("\"toString\":\"Resolved\"", "\"toString\":{}")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(unnamed)).isInstanceOf(NotUnderstoodException.class)
                .hasMessage("issue.fields.status has neither a name nor a statusCategory.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[1]", "\" \""})
    void refusesAnIssueWithoutIdentifier(String id) {
        assertThatThrownBy(() -> read(sample(BUILT, "/issue/id", id))).isInstanceOf(NotUnderstoodException.class)
                .hasMessage("issue.id is missing or no text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"issue\":"})
    void refusesWhatIsNoObject(String body) {
        assertThatThrownBy(() -> read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotUnderstoodException.class);
    }

    @ParameterizedTest
    @CsvSource({"1792404000123, 2026-10-19T10:00:00.123Z", "'\"1792404000123\"', 2026-10-19T10:00:00.123Z",
            "'\"2026-10-19T12:00:00.179+0200\"', 2026-10-19T10:00:00.179Z",
            "'\"2026-10-19 12:00:00\"', 2026-10-19T10:00:00Z"})
    void readsTheTimeOfTheChange(String timestamp, Instant at) {
        Desk desk = new Desk("acme-jira", Map.of(), List.of(), ZoneId.of("Europe/Zurich"));

        assertThat(((Closed) read(sample(BUILT, "/timestamp", timestamp), desk)).at()).isEqualTo(at);
    }

    @Test
    void takesTheTimeOfArrivalWhereNoOtherIsToldAtAll() {
        assertThat(((Closed) read(sample(BUILT, "/timestamp", "{}"))).at()).isEqualTo(RECEIVED);
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
    void readsTheTemplateOfThePage() throws IOException {
        String page = Files.readString(Path.of("docs/desks/jira.md"));
        int begin = page.indexOf("```\n{\n") + 4;

        Open open = (Open) read(Proof.bytes(page.substring(begin, page.indexOf("```", begin))));

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

    private static long timestampOf(String name) throws IOException {
        return JSON.readTree(sample(name)).path("timestamp").asLong();
    }
}
