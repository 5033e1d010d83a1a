package io.ticketpulse.closure.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample and its signatures were derived from GLPI's source, not captured. */
class GlpiTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Desk DESK = desk(Map.of(), List.of());
    private static final Payload VECTORS = Payload.parse(sample("derived-signature-vectors.json"));
    private static final String SECRET = VECTORS.text("secret");
    private static final String TIMESTAMP = VECTORS.text("x-glpi-timestamp");
    private static final String SIGNATURE = VECTORS.text("x-glpi-signature");

    private final Glpi glpi = new Glpi();

    private static Desk desk(Map<String, String> fields, List<String> closedStates) {
        return new Desk("acme-glpi", fields, closedStates, ZoneId.of("America/Sao_Paulo"));
    }

    private static byte[] sample(String name) {
        try (InputStream in = GlpiTest.class.getResourceAsStream("/deliveries/glpi/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] body() {
        return sample("derived-ticket-update-closed.body.json");
    }

    private static Delivery delivery(byte[] body, List<String> timestamps, List<String> signatures) {
        return new Delivery(Map.of("X-GLPI-timestamp", timestamps, "X-GLPI-signature", signatures), body, RECEIVED);
    }

    private static Delivery signed(byte[] body) {
        return delivery(body, List.of(TIMESTAMP), List.of(SIGNATURE));
    }

    private Report read(String body, Desk desk) {
        return glpi.read(delivery(body.getBytes(UTF_8), List.of(), List.of()), desk).get(0);
    }

    private static String update(String members) {
        return "{\"item\":{\"id\":1234," + members + "},\"event\":\"update\"}";
    }

    @Test
    void takesTheDerivedVectorHoweverOldItsTimestampIs() {
        boolean authentic = glpi.isAuthentic(signed(body()), SECRET);

        assertThat(authentic).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        byte[] body = body();
        body[60] ^= 1;

        boolean authentic = glpi.isAuthentic(signed(body), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesAnotherTimestamp() {
        boolean authentic = glpi.isAuthentic(delivery(body(), List.of("1767265201"), List.of(SIGNATURE)), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesASignatureOverTheSameBytesThatAreDividedElsewhere() {
        byte[] whole = body();
        byte[] shorter = Arrays.copyOf(whole, whole.length - 1);

        boolean authentic = glpi.isAuthentic(delivery(shorter, List.of("}" + TIMESTAMP), List.of(SIGNATURE)), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        boolean authentic = glpi.isAuthentic(signed(body()), "another secret");

        assertThat(authentic).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "25d65af443cab8d88e0eb6510bbc8286df54cc7a5bc283166d01c2492a95e8a"})
    void refusesWhatIsNoSuchSignature(String signature) {
        boolean authentic = glpi.isAuthentic(delivery(body(), List.of(TIMESTAMP), List.of(signature)), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesASignatureThatWasSentTwice() {
        boolean authentic = glpi.isAuthentic(delivery(body(), List.of(TIMESTAMP), List.of(SIGNATURE, SIGNATURE)),
                SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesATimestampThatWasSentTwice() {
        boolean authentic = glpi.isAuthentic(delivery(body(), List.of(TIMESTAMP, TIMESTAMP), List.of(SIGNATURE)),
                SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void answersTheChallenge() {
        String challenge = VECTORS.text("cra.request").replaceFirst(".*crc_token=", "");

        Optional<String> answer = glpi.answerChallenge(challenge, SECRET);

        assertThat(answer).contains(VECTORS.text("cra.expected_response_body"));
    }

    @Test
    void doesNotAnswerTheChallengeOfAnotherSecret() {
        String challenge = VECTORS.text("cra.request").replaceFirst(".*crc_token=", "");

        Optional<String> answer = glpi.answerChallenge(challenge, "another secret");

        assertThat(answer).isEmpty();
    }

    @Test
    void signsNothingThatAStrangerHandsIn() {
        String delivery = new String(body(), UTF_8) + TIMESTAMP;

        Optional<String> answer = glpi.answerChallenge(delivery, SECRET);

        assertThat(answer).isEmpty();
    }

    @Test
    void readsTheDerivedSample() {
        List<Report> reports = glpi.read(signed(body()), DESK);

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
        Delivery delivery = delivery(update("\"status\":{\"id\":6}").getBytes(UTF_8), List.of(TIMESTAMP), List.of());

        List<Report> reports = glpi.read(delivery, DESK);

        assertThat(reports).singleElement().isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.at()).isEqualTo("2026-01-01T11:00:00Z"));
    }

    @Test
    void takesFieldsFromWhereTheSettingsSay() {
        List<Report> reports = glpi.read(signed(body()), desk(Map.of("requester.location", "location"), List.of()));

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

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "{}", "{\"item\":[]}", "{\"item\":{\"status\":{\"id\":6}}}",
            "{\"item\":{\"id\":[],\"status\":{\"id\":6}}}", "{\"item\":{\"id\":1}}",
            "{\"item\":{\"id\":1,\"status\":{}}}"})
    void refusesWhatIsNoTicket(String body) {
        assertThatThrownBy(() -> read(body, DESK)).isInstanceOf(NotUnderstoodException.class);
    }
}
