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

/** The sample and its signatures were derived from GLPI's source, not captured. */
class GlpiFieldsTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Desk DESK = desk(Map.of(), List.of());
    private static final String SAMPLE = "glpi/derived-ticket-update-closed.body.json";

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

    @Test
    void readsTheDerivedSample() {
        List<Report> reports = glpi.read(Sending.sample(SAMPLE).delivery(), DESK);

        assertThat(reports).singleElement().isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo("2026-01-01T11:00:00Z");
            assertThat(closed.ticket().data()).hasToString("""
                    {"ticketId":"1234","ticketNumber":"1234","ticketType":"incident","summary":"Crash",\
                    "priority":"High","category":"Bug","requester":{"id":"1","name":"alice"}}""");
        });
    }

    @Test
    void readsTheTeam() {
        Report report = read(update("\"status\":{\"id\":5},\"team\":["
                + "{\"id\":0,\"name\":\"\",\"type\":\"User\",\"role\":\"requester\"},"
                + "{\"id\":9,\"name\":\"Customers\",\"type\":\"Group\",\"role\":\"requester\"},"
                + "{\"id\":7,\"name\":\"carol\",\"type\":\"User\",\"role\":\"requester\"},"
                + "{\"id\":8,\"name\":\"dave\",\"type\":\"User\",\"role\":\"requester\"},"
                + "{\"id\":4,\"name\":\"Vendor\",\"type\":\"Supplier\",\"role\":\"assigned\"},"
                + "{\"id\":2,\"name\":\"bob\",\"type\":\"User\",\"role\":\"assigned\"},"
                + "{\"id\":3,\"name\":\"Network\",\"type\":\"Group\",\"role\":\"assigned\"},"
                + "{\"id\":6,\"name\":\"Second level\",\"type\":\"Group\",\"role\":\"assigned\"},"
                + "{\"id\":5,\"name\":\"erin\",\"type\":\"User\",\"role\":\"observer\"}]"), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(closed.ticket().data())
                .hasToString("""
                        {"ticketId":"1234","ticketNumber":"1234","requester":{"id":"7","name":"carol"},\
                        "assignee":{"id":"2","name":"bob"},"assignmentGroup":"Network"}"""));
    }

    @ParameterizedTest
    @CsvSource({"1,Very low", "2,Low", "3,Medium", "4,High", "5,Very high", "6,Major", "7,7", "\"P1\",P1"})
    void namesPrioritiesAsThePeopleOfTheDeskDo(String priority, String name) {
        Report report = read(update("\"status\":{\"id\":6},\"priority\":" + priority), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().data().path("priority").asText()).isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource({"1,incident", "2,request", "3,''", "null,''", "\"2\",request", "\"project\",project"})
    void namesTypes(String type, String name) {
        Report report = read(update("\"status\":{\"id\":6},\"type\":" + type), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.ticket().data().path("ticketType").asText()).isEqualTo(name));
    }

    @Test
    void takesFieldsFromWhereTheSettingsSay() {
        List<Report> reports = glpi.read(Sending.sample(SAMPLE).delivery(),
                desk(Map.of("requester.location", "location"), List.of()));

        assertThat(reports).singleElement().isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(
                closed.ticket().data().at("/requester/location").asText()).isEqualTo("HQ"));
    }

    @Test
    void leavesOutWhatIsOfTheWrongType() {
        Report report = read(update("\"status\":{\"id\":6,\"name\":{}},\"name\":[],\"type\":{},\"priority\":[],"
                + "\"category\":\"x\",\"team\":[7,null,{\"role\":{},\"type\":[]},{\"role\":\"requester\",\"type\":\"User\"}],"
                + "\"date\":true,\"date_mod\":{},\"is_deleted\":[]"), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo(RECEIVED);
            assertThat(closed.ticket().data()).hasToString("{\"ticketId\":\"1234\",\"ticketNumber\":\"1234\"}");
        });
    }
}
