package io.ticketpulse.closure.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZammadTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Desk DESK = desk(Map.of(), List.of());
    /** What OpenSSL 3 computes over the captured sample with the key "zammad-token". */
    private static final String SIGNATURE = "sha1=127aaf312236a33988779900abed4ea3601460fc";

    private final Zammad zammad = new Zammad();

    private static Desk desk(Map<String, String> fields, List<String> closedStates) {
        return new Desk("acme-zammad", fields, closedStates, ZoneId.of("Europe/Berlin"));
    }

    private static byte[] sample(String name) {
        try (InputStream in = ZammadTest.class.getResourceAsStream("/deliveries/zammad/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Delivery delivery(byte[] body, String... signatures) {
        return new Delivery(Map.of("x-hub-signature", List.of(signatures)), body, RECEIVED);
    }

    private Report read(String body, Desk desk) {
        return zammad.read(delivery(body.getBytes(UTF_8)), desk).get(0);
    }

    private static String ticket(String members) {
        return "{\"ticket\":{\"id\":123," + members + "},\"article\":{}}";
    }

    @Test
    void takesTheVectorOfRfc2202() {
        boolean authentic = zammad.isAuthentic(delivery("what do ya want for nothing?".getBytes(UTF_8),
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"), "Jefe");

        assertThat(authentic).isTrue();
    }

    @Test
    void takesASignedSample() {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json"), SIGNATURE),
                "zammad-token");

        assertThat(authentic).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        byte[] body = sample("state-closed-no-article.json");
        body[40] ^= 1;

        boolean authentic = zammad.isAuthentic(delivery(body, SIGNATURE), "zammad-token");

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json"), SIGNATURE),
                "other-token");

        assertThat(authentic).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha1=", "127aaf312236a33988779900abed4ea3601460fc",
            "sha256=127aaf312236a33988779900abed4ea3601460fc", "sha1=127aaf312236a33988779900abed4ea3601460f"})
    void refusesWhatIsNoSuchSignature(String signature) {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json"), signature),
                "zammad-token");

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesASignatureThatWasSentTwice() {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json"), SIGNATURE, SIGNATURE),
                "zammad-token");

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesADeliveryWithoutASignature() {
        boolean authentic = zammad.isAuthentic(delivery(sample("state-closed-no-article.json")), "zammad-token");

        assertThat(authentic).isFalse();
    }

    @Test
    void readsTheCapturedSample() {
        List<Report> reports = zammad.read(delivery(sample("state-closed-no-article.json")), DESK);

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
        List<Report> reports = zammad.read(delivery(sample("built-closed-after-sla.json")), DESK);

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

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"ticket\":null}", "{\"ticket\":{\"state\":\"closed\"}}",
            "{\"ticket\":{\"id\":{},\"state\":\"closed\"}}", "{\"ticket\":{\"id\":1}}",
            "{\"ticket\":{\"id\":1,\"state\":[[]]}}",
            "{\"ticket\":{\"id\":1,\"state\":\"\"}}"})
    void refusesWhatIsNoTicket(String body) {
        assertThatThrownBy(() -> read(body, DESK)).isInstanceOf(NotUnderstoodException.class);
    }
}
