package io.ticketpulse.closure.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZammadFieldsTest {

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

    @Test
    void readsTheCapturedSample() {
        List<Report> reports = zammad.read(Sending.sample("zammad/state-closed-no-article.json").delivery(), DESK);

        assertThat(reports).singleElement().isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo("2025-03-02T09:39:50Z");
            assertThat(closed.ticket().data()).hasToString("""
                    {"ticketId":"123","ticketNumber":"13374321","summary":"Test Ticket Title",\
                    "openedAt":"2025-03-02T09:39:50Z","assignmentGroup":"TestHelpdesk",\
                    "requester":{"name":"Cookie Monster"},"assignee":{"name":"Kermit TheFrog"}}""");
        });
    }

    @Test
    void readsEveryFieldOfTheBuiltSample() {
        List<Report> reports = zammad.read(Sending.sample("zammad/built-closed-after-sla.json").delivery(), DESK);

        assertThat(reports).singleElement().isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo("2026-02-03T10:15:30.442Z");
            assertThat(closed.ticket().data()).hasToString("""
                    {"ticketId":"81","ticketNumber":"10081","summary":"Grinder is silent",\
                    "openedAt":"2026-02-03T06:09:11.282Z","priority":"2 normal","assignmentGroup":"Service Desk",\
                    "requester":{"id":"8","name":"Emily Adams","email":"emily@example.com",\
                    "department":"Barista training","vip":true},"slaMet":false,\
                    "assignee":{"id":"5","name":"Emma Taylor","email":"emma@example.com"}}""");
        });
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "17,true", "null,", "true,", "1.5,"})
    void knowsByTheMinutesLeftWhetherTheSolutionTimeWasMet(String left, Boolean met) {
        Report report = read(ticket("\"state\":\"closed\",\"close_at\":\"2026-02-03T10:15:31.002Z\","
                + "\"last_close_at\":\"2026-02-03T10:15:30.999Z\",\"close_diff_in_min\":" + left), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(
                closed.ticket().data().path("slaMet").asText("")).isEqualTo(met == null ? "" : met.toString()));
    }

    @Test
    void doesNotTakeTheSolutionTimeOfTheFirstClosingForThatOfALaterOne() {
        Report report = read(ticket("\"state\":\"closed\",\"close_at\":\"2026-02-03T10:15:31Z\","
                + "\"last_close_at\":\"2026-02-09T08:00:00Z\",\"close_diff_in_min\":17"), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo("2026-02-09T08:00:00Z");
            assertThat(closed.ticket().data().has("slaMet")).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"login\":\"-\",\"firstname\":\"-\",\"lastname\":\"\",\"email\":\"\"}",
            "{\"login\":\"-\"}", "{\"firstname\":\"-\"}", "\"-\"", "{}", "null"})
    void takesTheUserThatOwnsWhatNobodyOwnsForNobody(String owner) {
        Report report = read(ticket("\"state\":\"closed\",\"owner\":" + owner), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().data().has("assignee")).isFalse());
    }

    @Test
    void takesTheTeamFromWhereTheSettingsSay() {
        Report report = read(ticket("\"state\":\"closed\",\"group\":{\"name\":\"Users\"},\"team\":\"Blue\""),
                desk(Map.of("assignmentGroup", "team"), List.of()));

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(closed.ticket().data())
                .hasToString("{\"ticketId\":\"123\",\"assignmentGroup\":\"Blue\"}"));
    }

    @Test
    void takesTheResultOfTheServiceLevelFromWhereTheSettingsSay() {
        Report report = read(ticket("\"state\":\"closed\",\"in_time\":true"),
                desk(Map.of(Ticket.SLA, "in_time"), List.of()));

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(closed.ticket().data())
                .hasToString("{\"ticketId\":\"123\",\"slaMet\":true}"));
    }

    @Test
    void leavesOutWhatIsOfTheWrongType() {
        Report report = read(ticket("\"state\":\"closed\",\"number\":[],\"title\":{},\"group\":[],\"priority\":null,"
                + "\"customer\":\"x\",\"owner\":7,\"created_at\":5,\"last_close_at\":{},\"updated_at\":\"soon\""),
                DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo(RECEIVED);
            assertThat(closed.ticket().data()).hasToString("{\"ticketId\":\"123\"}");
        });
    }
}
