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

class ZammadClosingTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Desk DESK = desk(Map.of(), List.of());

    private final Zammad zammad = new Zammad();

    private static Desk desk(Map<String, String> fields, List<String> closedStates) {
        return new Desk("acme-zammad", fields, closedStates, ZoneId.of("Europe/Berlin"));
    }

    private Report read(String body, Desk desk) {
        return Samples.read(zammad, body.getBytes(UTF_8), RECEIVED, desk);
    }

    private static String ticket(String members) {
        return "{\"ticket\":{\"id\":123," + members + "},\"article\":{}}";
    }

    @ParameterizedTest
    @CsvSource({
            "last_close_at;updated_at;close_at, 2026-02-01T00:00:00Z",
            "updated_at;close_at, 2026-02-02T00:00:00Z",
            "close_at, 2026-02-03T00:00:00Z",
            "created_at, 2026-03-01T00:00:00Z"})
    void findsTheTimeOfTheClosing(String names, Instant at) {
        Map<String, String> times = Map.of("last_close_at", "2026-02-01T00:00:00.000Z", "updated_at",
                "2026-02-02T00:00:00.000Z", "close_at", "2026-02-03T00:00:00.000Z", "created_at",
                "2026-01-01T00:00:00Z");
        StringBuilder members = new StringBuilder("\"state\":\"Closed\"");
        for (String name : names.split(";")) {
            members.append(",\"").append(name).append("\":\"").append(times.get(name)).append('"');
        }

        Report report = read(ticket(members.toString()), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(closed.at()).isEqualTo(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "open", "pending reminder", "pending close", "waiting for parts"})
    void seesAnOpenTicket(String state) {
        Report report = read(ticket("\"state\":\"" + state + "\",\"last_close_at\":\"2026-02-01T00:00:00Z\","
                + "\"updated_at\":\"2026-02-02T07:00:00.120Z\""), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Open.class,
                open -> assertThat(open.at()).isEqualTo("2026-02-02T07:00:00.120Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merged", "Merged", "removed"})
    void ignoresWhatIsNeitherOpenNorClosed(String state) {
        Report report = read(ticket("\"state\":\"" + state + "\""), DESK);

        assertThat(report).isEqualTo(new Report.Irrelevant(Report.Reason.OTHER_STATE));
    }

    @Test
    void closesByTheStatesOfTheSettings() {
        Report report = read(ticket("\"state\":\"Closed successful\""),
                desk(Map.of(), List.of("closed successful", "closed unsuccessful")));

        assertThat(report).isInstanceOf(Report.Closed.class);
    }

    @Test
    void readsTheStateOfACustomPayloadThatSendsItAsAnObject() {
        Report report = read(ticket("\"state\":{\"id\":4,\"name\":\"closed\"}"), DESK);

        assertThat(report).isInstanceOf(Report.Closed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"ticket\":null}", "{\"ticket\":{\"state\":\"closed\"}}",
            "{\"ticket\":{\"id\":{},\"state\":\"closed\"}}", "{\"ticket\":{\"id\":1}}",
            "{\"ticket\":{\"id\":1,\"state\":[[]]}}",
            "{\"ticket\":{\"id\":1,\"state\":\"\"}}"})
    void refusesWhatIsNoTicket(String body) {
        assertThatThrownBy(() -> read(body, DESK)).isInstanceOf(NotUnderstoodException.class);
    }
}
