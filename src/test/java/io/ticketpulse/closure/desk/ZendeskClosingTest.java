package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
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

/** The samples were built by us from Zendesk's documentation and our template; none was captured. */
class ZendeskClosingTest {

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

    @Test
    void readsAReopeningOfAnEvent() {
        Reopened reopened = (Reopened) read(
                sample(EVENT, "/event", "{\"current\": \"OPEN\", \"previous\": \"SOLVED\"}"));

        assertThat(reopened.at()).isEqualTo(Instant.parse("2026-10-19T10:00:00.465719851Z"));
    }
}
