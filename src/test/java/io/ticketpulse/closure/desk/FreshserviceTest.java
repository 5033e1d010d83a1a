package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The body in freshdesk/ is captured; those in freshservice/ and the ones written here are built, not captured: they are the
 * template of docs/desks/freshservice.md, filled in.
 */
class FreshserviceTest {

    private final DeskKind kind = new Freshservice();

    @Test
    void hasItsNames() {
        List<String> names = kind.names();
        assertThat(names).containsExactly("freshservice", "freshdesk");
    }

    @Test
    void readsTheCapturedBodyFromResolvedToACustomStateAsAReopening() {
        Report report = only(Sent.file("freshdesk/status-changed.json"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Reopened.class, reopened -> {
            assertThat(reopened.at()).isEqualTo(Sent.RECEIVED);
            assertThat(Sent.written(reopened.ticket())).isEqualTo(Payload.parseAny(Proof.bytes("""
                    {"ticketId":"11","ticketNumber":"11","ticketType":"Incident",
                     "summary":"Test ticket subject \u2603","priority":"Low",
                     "requester":{"name":"Requester Bob","email":"requester-bob@example.com"}}""")));
        });
    }

    @Test
    void readsEveryFieldOfTheTemplate() {
        Report report = only(Sent.file("freshservice/built-closed.json"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-05T09:30:00Z"));
            assertThat(Sent.written(closed.ticket())).isEqualTo(Payload.parseAny(Proof.bytes("""
                    {"ticketId":"4711","ticketNumber":"SR-4711","ticketType":"request",
                     "openedAt":"2026-10-01T08:00:00Z","priority":"Medium","category":"Hardware",
                     "assignmentGroup":"Service Desk","assignee":{"email":"bea@acme.example"},
                     "requester":{"email":"fred@customer.example","department":"Finance"}}""")));
        });
    }

    @Test
    void leavesUnknownWhatThePlaceholdersLeaveEmpty() {
        Report report = only(Sent.file("freshservice/built-reopened.json"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Reopened.class, reopened -> {
            assertThat(reopened.at()).isEqualTo(Instant.parse("2026-10-06T08:00:00Z"));
            assertThat(reopened.ticket().fields()).extracting(Ticket.Field::name).containsExactly("ticketId",
                    "ticketNumber", "ticketType", "openedAt", "priority", "requester.email");
        });
    }

    @Test
    void takesTheTimeOfReceiptWhereThePlaceholderGivesNone() {
        Report report = only(Sent.json("{\"event\":\"closed\",\"at\":\"{{ 'now' }}\",\"ticket\":{\"id\":1}}"),
                Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.at()).isEqualTo(Sent.RECEIVED));
    }

    @ParameterizedTest
    @CsvSource({"Resolved, Closed", "closed, Closed", "5, Closed", "Open, Open", "Waiting on Customer, Open"})
    void tellsByTheStatusWhereThereIsNoEvent(String status, String expected) {
        Report report = only(Sent.json("{\"ticket\":{\"id\":\"1\",\"status\":\"" + status + "\"}}"), Sent.desk());
        assertThat(report.getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{status:{from:2,to:4}} | Closed", "{status:{from:4,to:5}} | Closed",
            "{status:{from:5,to:2}} | Reopened", "{status:{from:2,to:3}} | Open",
            "{priority:{from:1,to:2},status:{from:2, to: 5}} | Closed", "{priority:{from:4,to:5}} | Irrelevant",
            "{\\\"status\\\":{\\\"from\\\":\\\"4\\\",\\\"to\\\":\\\"2\\\"}} | Reopened"})
    void tellsByTheChangeOfTheSimpleBody(String change, String expected) {
        Report report = only(Sent.json("{\"freshdesk_webhook\":{\"ticket_id\":\"1\",\"triggered_event\":\"" + change
                + "\"}}"), Sent.desk());
        assertThat(report.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void tellsByTheLabelOfTheSimpleBodyWhereThereIsNoChange() {
        Report report = only(Sent.json("{\"freshdesk_webhook\":{\"ticket_id\":\"1\",\"ticket_status\":\"Closed\"}}"),
                Sent.desk());
        assertThat(report).isInstanceOf(Report.Closed.class);
    }

    @Test
    void closesByTheLabelsOfTheSettings() {
        Report report = only(Sent.json("{\"freshdesk_webhook\":{\"ticket_id\":\"1\",\"ticket_status\":\"Done\","
                + "\"triggered_event\":\"{status:{from:2,to:9}}\"}}"), Sent.deskClosingBy("done", "4", "5"));
        assertThat(report).isInstanceOf(Report.Closed.class);
    }

    @Test
    void readsWhatTheSettingsSayFromTheTicket() {
        Report report = only(Sent.json("{\"event\":\"closed\",\"ticket\":{\"id\":\"1\",\"cf\":{\"svc\":\"VPN\"}}}"),
                new Desk("acme", Map.of("service", "cf.svc"), List.of(), ZoneOffset.UTC));
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().fields().get(1).from()).isEqualTo("ticket.cf.svc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":\"closed\"}", "{\"event\":\"updated\",\"ticket\":{\"id\":\"1\"}}",
            "{\"ticket\":{\"id\":\"1\"}}", "{\"freshdesk_webhook\":{}}", "{\"freshdesk_webhook\":[]}",
            "{\"freshdesk_webhook\":{\"ticket_id\":\"1\"}}", "{}", "null", "event=closed"})
    void refusesWhatIsNeitherTemplateNorSimpleBody(String body) {
        assertThatThrownBy(() -> only(Sent.json(body), Sent.desk())).isInstanceOf(NotUnderstoodException.class);
    }

    private Report only(Delivery delivery, Desk desk) {
        return kind.read(delivery, desk).get(0);
    }
}
