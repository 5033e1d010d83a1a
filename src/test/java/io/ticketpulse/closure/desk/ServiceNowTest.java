package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All bodies here are built, not captured: they are what the script of docs/desks/servicenow.md sends, by the field names of
 * the task table.
 */
class ServiceNowTest {

    private final DeskKind kind = new ServiceNow();

    @Test
    void hasItsNames() {
        List<String> names = kind.names();
        assertThat(names).containsExactly("servicenow");
    }

    @Test
    void readsEveryFieldThatTheScriptSends() {
        Report report = only(Sent.file("servicenow/built-resolved.json"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-05T09:30:00Z"));
            assertThat(Sent.written(closed.ticket())).isEqualTo(Payload.parseAny(Proof.bytes("""
                    {"ticketId":"57af7aec73d423002728660c4cf6a71c","ticketNumber":"INC0010023","ticketType":"incident",
                     "summary":"Costs 5 $ more: \\"printer\\"","openedAt":"2026-10-05T07:12:40Z",
                     "resolvedAt":"2026-10-05T09:30:00Z","reopenCount":1,"priority":"3","category":"hardware",
                     "service":"Printing","assignmentGroup":"Service Desk",
                     "assignee":{"id":"46c6f9efa9fe198101ddf5eed9adf6e7","name":"Bea Agent","email":"bea@acme.example"},
                     "closeCode":"Solved (Permanently)","slaMet":true,
                     "requester":{"id":"5137153cc611227c000bbd1bd8cd2005","name":"Fred Caller",
                       "email":"fred@customer.example","locale":"pt-BR","timeZone":"America/Sao_Paulo",
                       "department":"Finance","location":"São Paulo","vip":false}}""")));
        });
    }

    @Test
    void leavesUnknownWhatIsNull() {
        Report report = only(Sent.file("servicenow/built-reopened.json"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Reopened.class, reopened -> {
            assertThat(reopened.at()).isEqualTo(Instant.parse("2026-10-06T08:00:00Z"));
            assertThat(reopened.ticket().data().toString())
                    .isEqualTo("{\"ticketId\":\"57af7aec73d423002728660c4cf6a71c\","
                            + "\"ticketNumber\":\"INC0010023\",\"ticketType\":\"incident\",\"summary\":\"Printer\","
                            + "\"openedAt\":\"2026-10-05T07:12:40Z\",\"reopenCount\":2,\"priority\":\"3\"}");
        });
    }

    @Test
    void takesTheTimeOfClosingOfAClosedTicket() {
        Report report = only(Sent.json("""
                {"sys_id":"a","state":"7","previousState":"6","resolved_at":"2026-10-05 09:30:00",
                 "closed_at":"2026-10-12 09:31:00","sys_updated_on":"2026-10-12 09:31:01"}"""), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-12T09:31:00Z")));
    }

    /** Closed on the fifth, reopened, and resolved again on the ninth. */
    @Test
    void doesNotTakeTheTimeOfAnOlderClosing() {
        Report report = only(Sent.json("""
                {"sys_id":"a","state":"6","closed_at":"2026-10-05 09:30:00","sys_updated_on":"2026-10-09 10:00:01"}"""),
                Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-09T10:00:01Z")));
    }

    @ParameterizedTest
    @CsvSource({"'\"0\"', ''", "0, ''", "'\"1\"', 1", "2, 2", "-1, ''", "null, ''"})
    void doesNotTakeZeroReopeningsForACount(String sent, String count) {
        Report report = only(Sent.json("{\"sys_id\":\"a\",\"state\":\"6\",\"reopen_count\":" + sent + "}"),
                Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().data().path("reopenCount").asText()).isEqualTo(count));
    }

    /** In a new record there is no previous one. */
    @Test
    void theConditionOfThePageLooksWhetherThereIsAPreviousState() throws IOException {
        String page = Files.readString(Path.of("docs/desks/servicenow.md"));
        String condition = page.substring(page.indexOf("**Condition**"), page.indexOf("**Script**"));

        assertThat(condition).contains("|| (previous && [").containsPattern("String\\(previous\\.state\\)\\) >= 0\\)");
    }

    @Test
    void readsATimeWithoutAnOffsetInTheZoneOfTheDesk() {
        Report report = only(Sent.json("{\"sys_id\":\"a\",\"state\":\"6\",\"resolved_at\":\"2026-10-05 09:30:00\"}"),
                Sent.desk(ZoneId.of("Europe/Berlin")));
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-05T07:30:00Z")));
    }

    @Test
    void takesTheTimeOfTheChangeWhereTheOthersAreMissing() {
        Report report = only(Sent.json("{\"sys_id\":\"a\",\"state\":7,\"sys_updated_on\":\"2026-10-05 09:30:00\"}"),
                Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-05T09:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"6, 2, Closed", "7, 6, Closed", "7, '', Closed", "8, 2, Irrelevant", "8, 6, Irrelevant",
            "1, 7, Reopened", "2, 3, Open", "2, '', Open"})
    void tellsByTheStates(String state, String previous, String expected) {
        Report report = only(Sent.json("{\"sys_id\":\"a\",\"state\":\"" + state + "\",\"previousState\":\"" + previous
                + "\"}"), Sent.desk());
        assertThat(report.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void closesByTheStatesOfTheSettings() {
        Report report = only(Sent.json("{\"sys_id\":\"a\",\"state\":\"3\",\"sys_class_name\":\"sc_req_item\"}"),
                Sent.deskClosingBy("3"));
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().data().path("ticketType").asText()).isEqualTo("request"));
    }

    @Test
    void doesNotReadASlaResultThatIsNone() {
        Report report = only(Sent.json("{\"sys_id\":\"a\",\"state\":\"7\",\"made_sla\":{\"value\":true}}"),
                Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().data().has("slaMet")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sys_id\":\"a\"}", "{\"state\":\"6\"}", "{\"sys_id\":{},\"state\":\"6\"}",
            "{\"sys_id\":\"a\",\"state\":[\"6\"]}", "[]", "6", ""})
    void refusesWhatTheScriptDoesNotSend(String body) {
        assertThatThrownBy(() -> only(Sent.json(body), Sent.desk())).isInstanceOf(NotUnderstoodException.class);
    }

    private Report only(Delivery delivery, Desk desk) {
        return kind.read(delivery, desk).get(0);
    }
}
