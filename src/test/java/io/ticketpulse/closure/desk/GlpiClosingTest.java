package io.ticketpulse.closure.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlpiClosingTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Desk DESK = desk(Map.of(), List.of());

    private final Glpi glpi = new Glpi();

    private static Desk desk(Map<String, String> fields, List<String> closedStates) {
        return new Desk("acme-glpi", fields, closedStates, ZoneId.of("America/Sao_Paulo"));
    }

    private Report read(String body, Desk desk) {
        return Samples.read(glpi, body.getBytes(UTF_8), RECEIVED, desk);
    }

    private static String update(String members) {
        return "{\"item\":{\"id\":1234," + members + "},\"event\":\"update\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":5,\"name\":\"Solved\"}", "{\"id\":6,\"name\":\"Clos\"}", "{\"id\":\"6\"}", "5"})
    void closesWithSolvedAndWithClosed(String status) {
        Report report = read(update("\"status\":" + status), DESK);

        assertThat(report).isInstanceOf(Report.Closed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "10", "99"})
    void seesAnOpenTicket(String status) {
        Report report = read(update("\"status\":{\"id\":" + status + "},\"date_mod\":\"2026-02-02T10:00:00+00:00\""),
                DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Open.class,
                open -> assertThat(open.at()).isEqualTo("2026-02-02T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"6,5,false", "6,6,true", "Solved,5,true"})
    void closesByTheStatesOfTheSettings(String closedState, String status, boolean closes) {
        Report report = read(update("\"status\":{\"id\":" + status + ",\"name\":\"Solved\"}"),
                desk(Map.of(), List.of(closedState)));

        assertThat(report instanceof Report.Closed).isEqualTo(closes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"item\":{\"id\":1,\"status\":{\"id\":6}},\"event\":\"delete\"}",
            "{\"item\":{\"id\":1,\"status\":{\"id\":6},\"is_deleted\":true},\"event\":\"update\"}",
            "{\"item\":{\"id\":1,\"status\":{\"id\":6},\"is_deleted\":\"1\"},\"event\":\"update\"}"})
    void ignoresWhatWasDeleted(String body) {
        Report report = read(body, DESK);

        assertThat(report).isEqualTo(new Report.Irrelevant(Report.Reason.DELETED));
    }

    @Test
    void ignoresWhatBelongsToATicketAndIsNone() {
        Report report = read("{\"item\":{\"id\":8,\"itemtype\":\"Ticket\",\"items_id\":1},\"event\":\"new\","
                + "\"parent_item\":{\"id\":1,\"status\":{\"id\":6}}}", DESK);

        assertThat(report).isEqualTo(new Report.Irrelevant(Report.Reason.OTHER_EVENT));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-02T10:00:00+01:00,2026-02-02T09:00:00Z", "2026-02-02 10:00:00,2026-02-02T13:00:00Z"})
    void readsATimeWithoutAnOffsetInTheZoneOfTheDesk(String text, Instant at) {
        Report report = read(update("\"status\":{\"id\":6},\"date_mod\":\"" + text + "\""), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(closed.at()).isEqualTo(at));
    }

    @Test
    void takesTheSignedTimestampWhereTheTicketHasNoTime() {
        Delivery delivery = Sending.body(update("\"status\":{\"id\":6}")).header("X-GLPI-timestamp", "1767265200")
                .delivery();

        List<Report> reports = glpi.read(delivery, DESK);

        assertThat(reports).singleElement().isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.at()).isEqualTo("2026-01-01T11:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "{}", "{\"item\":[]}", "{\"item\":{\"status\":{\"id\":6}}}",
            "{\"item\":{\"id\":[],\"status\":{\"id\":6}}}", "{\"item\":{\"id\":1}}",
            "{\"item\":{\"id\":1,\"status\":{}}}"})
    void refusesWhatIsNoTicket(String body) {
        assertThatThrownBy(() -> read(body, DESK)).isInstanceOf(NotUnderstoodException.class);
    }
}
