package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All bodies here are built, not captured: from the source of the invoker Ticket::Generic (znuny/Znuny) and the fields of a
 * ticket there.
 */
class ZnunyTest {

    private final DeskKind kind = new Znuny();

    @Test
    void hasItsNames() {
        List<String> names = kind.names();
        assertThat(names).containsExactly("znuny", "otrs");
    }

    @Test
    void readsEveryFieldOfAClosedTicket() {
        Report report = only(Sent.file("znuny/built-closed.json"), Sent.desk(ZoneId.of("Europe/Berlin")));
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo(Instant.parse("2026-10-05T09:30:00Z"));
            assertThat(Sent.written(closed.ticket())).isEqualTo(Payload.parseAny(Proof
                    .bytes("""
                            {"ticketId":"45","ticketNumber":"2026100510000017","ticketType":"incident","summary":"Printer",
                             "openedAt":"2026-10-05T07:12:40Z","priority":"3 normal","service":"Printing",
                             "assignmentGroup":"Service Desk::Level 1",
                             "assignee":{"id":"bea","name":"Bea Agent","email":"bea@acme.example"},
                             "requester":{"id":"fred","name":"Fred Caller","email":"fred@customer.example","locale":"pt-BR"}}""")));
        });
    }

    @Test
    void seesAReopeningInTheOldTicketData() {
        Report report = only(Sent.file("znuny/built-reopened.json"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Reopened.class, reopened -> {
            assertThat(reopened.at()).isEqualTo(Instant.parse("2026-10-06T10:00:00Z"));
            assertThat(reopened.ticket().fields()).extracting(Ticket.Field::name).containsExactly("ticketId",
                    "ticketNumber", "openedAt");
        });
    }

    @Test
    void readsDynamicFieldsOfTheSettings() {
        Report report = only(Sent.file("znuny/built-closed.json"), new Desk("acme",
                Map.of("requester.department", "DynamicField_Department"), List.of(), ZoneOffset.UTC));
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(
                closed.ticket().data().path("requester").path("department").asText()).isEqualTo("Finance"));
    }

    @Test
    void readsTheSlaResultFromADynamicFieldOfTheSettings() {
        Report report = only(
                Sent.json("{\"Ticket\":{\"TicketID\":1,\"StateType\":\"closed\",\"DynamicField_Met\":\"false\"}}"),
                new Desk("acme", Map.of("slaMet", "DynamicField_Met"), List.of(), ZoneOffset.UTC));
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(
                closed.ticket().data().path("slaMet").asText()).isEqualTo("false"));
    }

    @ParameterizedTest
    @CsvSource({"Incident, incident", "ServiceRequest, request", "Service Request, request",
            "Incident::Major, incident::major", "Unclassified,"})
    void namesTypesAsOtherDesksDo(String type, String expected) {
        Report report = only(
                Sent.json("{\"Ticket\":{\"TicketID\":1,\"StateType\":\"closed\",\"Type\":\"" + type + "\"}}"),
                Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().data().path("ticketType").textValue()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"closed, open, Closed", "closed, closed, Closed", "merged, open, Irrelevant",
            "removed, closed, Irrelevant", "open, closed, Reopened", "pending reminder, closed, Reopened",
            "open, new, Open", "new, '', Open"})
    void tellsByTheTypesOfTheStates(String type, String old, String expected) {
        Report report = only(Sent.json("{\"Ticket\":{\"TicketID\":1,\"StateType\":\"" + type
                + "\"},\"Event\":{\"OldTicketData\":{\"StateType\":\"" + old + "\"}}}"), Sent.desk());
        assertThat(report.getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"closed successful, Closed", "closed unsuccessful, Irrelevant"})
    void closesByTheNamesOfTheSettings(String state, String expected) {
        Report report = only(Sent.json("{\"Ticket\":{\"TicketID\":1,\"StateType\":\"closed\",\"State\":\"" + state
                + "\"}}"), Sent.deskClosingBy("Closed successful"));
        assertThat(report.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void doesNotTakeTheNameOfAnSlaForItsResult() {
        Report report = only(Sent.file("znuny/built-closed.json"), Sent.desk());
        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().data().has("slaMet")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Event\":{}}", "{\"Ticket\":{\"TicketID\":\"1\"}}",
            "{\"Ticket\":{\"StateType\":\"closed\"}}",
            "{\"Ticket\":[],\"Event\":{}}", "{\"Ticket\":{\"TicketID\":{},\"StateType\":\"closed\"}}", "[]", ""})
    void refusesWhatTheInvokerDoesNotSend(String body) {
        assertThatThrownBy(() -> only(Sent.json(body), Sent.desk())).isInstanceOf(NotUnderstoodException.class);
    }

    private Report only(Delivery delivery, Desk desk) {
        return kind.read(delivery, desk).get(0);
    }
}
