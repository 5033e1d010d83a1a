package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All bodies here are built, not captured: they are the template of docs/desks/itop.md, filled in as
 * combodo-webhook-integration does.
 */
class ITopTest {

    private final DeskKind kind = new ITop();

    @Test
    void hasItsNames() {
        List<String> names = kind.names();
        assertThat(names).containsExactly("itop");
    }

    @Test
    void readsEveryFieldOfTheTemplate() {
        Report report = only(Sent.file("itop/built-resolved.json"), Sent.desk(ZoneId.of("Europe/Paris")));
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-05T09:30:00Z"));
            assertThat(Sent.written(closed.ticket())).isEqualTo(Payload.parseAny(Proof.bytes("""
                    {"ticketId":"310","ticketNumber":"R-000310","ticketType":"request","summary":"Printer",
                     "openedAt":"2026-10-05T07:12:40Z","resolvedAt":"2026-10-05T09:30:00Z","priority":"3",
                     "category":"New printer","service":"Printing","assignmentGroup":"Service Desk",
                     "assignee":{"id":"17","name":"Bea Agent","email":"bea@acme.example"},"closeCode":"assistance",
                     "requester":{"id":"23","name":"Fred Caller","email":"fred@customer.example",
                       "location":"Grenoble"}}""")));
        });
    }

    @Test
    void leavesUnknownWhatIsEmptyAndWhatWasNotReplaced() {
        Report report = only(Sent.file("itop/built-assigned.json"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Open.class, open -> {
            assertThat(open.at()).isEqualTo(Instant.parse("2026-10-06T10:00:00Z"));
            assertThat(open.ticket().data().toString()).isEqualTo("{\"ticketId\":\"311\",\"ticketNumber\":\"I-000311\","
                    + "\"ticketType\":\"incident\",\"summary\":\"Printer\",\"openedAt\":\"2026-10-05T09:12:40Z\","
                    + "\"priority\":\"3\",\"assignmentGroup\":\"Service Desk\",\"assignee\":{\"id\":\"17\","
                    + "\"name\":\"Bea Agent\",\"email\":\"bea@acme.example\"}}");
        });
    }

    @ParameterizedTest
    @CsvSource({"resolved, Closed, 2026-10-05T09:00:00Z", "closed, Closed, 2026-10-08T09:00:00Z",
            "assigned, Open, 2026-10-09T09:00:00Z", "pending, Open, 2026-10-09T09:00:00Z"})
    void takesTheTimeThatBelongsToTheStatus(String status, String expected, Instant at) {
        Report report = only(
                Sent.json("{\"id\":1,\"status\":\"" + status + "\",\"resolution_date\":\"2026-10-05 09:00:00\","
                        + "\"close_date\":\"2026-10-08 09:00:00\",\"last_update\":\"2026-10-09 09:00:00\"}"),
                Sent.desk());
        assertThat(report.toString()).startsWith(expected).endsWith("at=" + at + "]");
    }

    @Test
    void ignoresARejectedTicket() {
        Report report = only(Sent.json("{\"id\":1,\"status\":\"rejected\"}"), Sent.desk());
        assertThat(report).isEqualTo(new Report.Irrelevant(Report.Reason.OTHER_STATE));
    }

    @Test
    void closesByTheStatesOfTheSettings() {
        Report report = only(Sent.json("{\"id\":1,\"status\":\"resolved\"}"), Sent.deskClosingBy("closed"));
        assertThat(report).isInstanceOf(Report.Open.class);
    }

    @ParameterizedTest
    @CsvSource({"no, no, true", "No, 0, true", "no, yes, false", "1, no, false", "Yes, Yes, false", "'', no, true",
            "'', '', ", "no, non, ", "$this->sla_tto_passed$, no, ", "$this->sla_tto_passed$, yes, false"})
    void readsAPassedDeadlineAsAMissedOne(String toOwn, String toResolve, String met) {
        Report report = only(Sent.json("{\"id\":1,\"status\":\"closed\",\"sla_tto_passed\":\"" + toOwn
                + "\",\"sla_ttr_passed\":\"" + toResolve + "\"}"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(
                closed.ticket().data().path("slaMet").asText(null)).isEqualTo(met));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1}", "{\"status\":\"closed\"}", "{\"id\":1,\"status\":{}}",
            "{\"id\":null,\"status\":\"closed\"}", "[]", "$this->id$"})
    void refusesWhatTheTemplateDoesNotSend(String body) {
        assertThatThrownBy(() -> only(Sent.json(body), Sent.desk())).isInstanceOf(NotUnderstoodException.class);
    }

    private Report only(Delivery delivery, Desk desk) {
        return kind.read(delivery, desk).get(0);
    }
}
