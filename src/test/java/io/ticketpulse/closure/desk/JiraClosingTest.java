package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.ticketpulse.closure.desk.Report.Closed;
import io.ticketpulse.closure.desk.Report.Irrelevant;
import io.ticketpulse.closure.desk.Report.Reason;
import io.ticketpulse.closure.desk.Report.Reopened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples called built were made by us from documented shapes, not captured; the others are real deliveries. */
class JiraClosingTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"cloud-issue-assigned-empty-changelog", "cloud-issue-created-many-fields"})
    void ignoresCapturedDeliveriesWithoutAChangeOfStatus(String name) {
        assertThat(read(sample(name))).isEqualTo(new Irrelevant(Reason.OTHER_EVENT));
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

    /** As Atlassian shows the "Issue data" of Jira Automation, which the page says is of no use. */
    @Test
    void refusesIssueDataInTheFormatOfAutomation() {
        byte[] issueData = Proof.bytes("{\"id\": 11111, \"changelog\": {\"histories\": null}, \"fields\": {}}");

        assertThatThrownBy(() -> read(issueData)).isInstanceOf(NotUnderstoodException.class)
                .hasMessage("issue.id is missing or no text.");
    }

    @Test
    void ignoresIssueDataInTheFormatOfJira() {
        byte[] issueData = Proof.bytes("{\"issue\": {\"id\": 11111, \"changelog\": {}, \"fields\": {}}}");

        assertThat(read(issueData)).isEqualTo(new Irrelevant(Reason.OTHER_EVENT));
    }
}
