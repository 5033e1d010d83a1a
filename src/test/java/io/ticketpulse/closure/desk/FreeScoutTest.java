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

/** The sample is built from the one in the module's documentation, not captured. */
class FreeScoutTest {

    private static final Instant RECEIVED = Instant.parse("2026-04-01T00:00:00Z");
    private static final Desk DESK = desk(Map.of(), List.of());
    private static final String SECRET = "0b1f5a4e9d3c7268f0a1b2c3d4e5f607";
    /** What OpenSSL 3 computes over the sample with that secret. */
    private static final String SIGNATURE = "oJSULgOvduw7Q6mo/LbG4ys3wiM=";

    private final FreeScout freeScout = new FreeScout();

    private static Desk desk(Map<String, String> fields, List<String> closedStates) {
        return new Desk("acme-freescout", fields, closedStates, ZoneId.of("Europe/Paris"));
    }

    private static byte[] sample() {
        try (InputStream in = FreeScoutTest.class
                .getResourceAsStream("/deliveries/freescout/built-status-closed.json")) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Delivery signed(byte[] body, String... signatures) {
        return new Delivery(Map.of("X-FREESCOUT-SIGNATURE", List.of(signatures)), body, RECEIVED);
    }

    private Report read(String event, String body, Desk desk) {
        return freeScout.read(new Delivery(Map.of("X-FreeScout-Event", List.of(event)), body.getBytes(UTF_8), RECEIVED),
                desk).get(0);
    }

    private static String conversation(String members) {
        return "{\"id\":1," + members + "}";
    }

    @Test
    void takesTheVectorOfRfc2202() {
        boolean authentic = freeScout.isAuthentic(
                signed("what do ya want for nothing?".getBytes(UTF_8), "7/zfauXrL6LSdBbV8YTfnCWafHk="), "Jefe");

        assertThat(authentic).isTrue();
    }

    @Test
    void takesASignedSample() {
        boolean authentic = freeScout.isAuthentic(signed(sample(), SIGNATURE), SECRET);

        assertThat(authentic).isTrue();
    }

    @Test
    void refusesAFlippedByte() {
        byte[] body = sample();
        body[6] ^= 1;

        boolean authentic = freeScout.isAuthentic(signed(body, SIGNATURE), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesTheSecretOfAnotherDesk() {
        boolean authentic = freeScout.isAuthentic(signed(sample(), SIGNATURE), "another secret");

        assertThat(authentic).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha1=", "oJSULgOvduw7Q6mo/LbG4ys3wiM", "a0949442e03af76ec3b43a9a8fcb6c6e32b37c223"})
    void refusesWhatIsNoSuchSignature(String signature) {
        boolean authentic = freeScout.isAuthentic(signed(sample(), signature), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void refusesASignatureThatWasSentTwice() {
        boolean authentic = freeScout.isAuthentic(signed(sample(), SIGNATURE, SIGNATURE), SECRET);

        assertThat(authentic).isFalse();
    }

    @Test
    void readsTheBuiltSample() {
        Report report = read("convo.status", new String(sample(), UTF_8), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo("2026-03-16T14:07:23Z");
            assertThat(closed.ticket().data()).hasToString("""
                    {"ticketId":"1","ticketNumber":"3","summary":"Refund","openedAt":"2026-03-15T22:46:22Z",\
                    "requester":{"id":"91","name":"Rodney Robertson","email":"rodney@example.org"},\
                    "assignee":{"id":"9","name":"John Doe","email":"john@example.org"}}""");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"convo.status", "convo.agent.reply.created", "convo.note.created", "workflow.any", ""})
    void closesWhateverEventTellsIt(String event) {
        Report report = read(event, conversation("\"status\":\"closed\",\"closedAt\":\"2026-03-16T14:07:23Z\""), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class,
                closed -> assertThat(closed.at()).isEqualTo("2026-03-16T14:07:23Z"));
    }

    @ParameterizedTest
    @CsvSource({
            "convo.status,       2026-03-16T14:07:23Z, 2026-03-16T14:07:23Z, 2026-03-16T14:07:23Z",
            "convo.status,       2026-03-16T14:07:23Z, 2026-03-20T08:00:00Z, 2026-03-20T08:00:00Z",
            "convo.status,       2026-03-16T14:07:23Z, 2026-03-01T08:00:00Z, 2026-03-16T14:07:23Z",
            "convo.note.created, 2026-03-16T14:07:23Z, 2026-03-20T08:00:00Z, 2026-03-16T14:07:23Z",
            "convo.status,       none,                 2026-03-20T08:00:00Z, 2026-03-20T08:00:00Z",
            "convo.status,       none,                 none,                 2026-03-21T00:00:00Z"})
    void doesNotTakeTheClosingOfAPersonForALaterOneOfAnAutomation(String event, String closedAt, String changedAt,
            Instant at) {
        Report report = read(event, conversation("\"status\":\"closed\",\"closedAt\":\"" + closedAt
                + "\",\"userUpdatedAt\":\"" + changedAt + "\",\"updatedAt\":\"2026-03-21T00:00:00Z\""), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(closed.at()).isEqualTo(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "pending", "Active"})
    void seesAnOpenConversation(String status) {
        Report report = read("convo.customer.reply.created", conversation("\"status\":\"" + status
                + "\",\"closedAt\":\"2026-03-16T14:07:23Z\",\"updatedAt\":\"2026-03-17T09:00:00Z\""), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Open.class,
                open -> assertThat(open.at()).isEqualTo("2026-03-17T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spam", "anything"})
    void ignoresWhatIsNeitherOpenNorClosed(String status) {
        Report report = read("convo.status", conversation("\"status\":\"" + status + "\""), DESK);

        assertThat(report).isEqualTo(new Report.Irrelevant(Report.Reason.OTHER_STATE));
    }

    @ParameterizedTest
    @CsvSource({"convo.deleted,published", "convo.deleted_forever,published", "convo.note.created,deleted"})
    void ignoresWhatWasDeleted(String event, String state) {
        Report report = read(event, conversation("\"status\":\"closed\",\"state\":\"" + state + "\""), DESK);

        assertThat(report).isEqualTo(new Report.Irrelevant(Report.Reason.DELETED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.created", "customer.updated"})
    void ignoresCustomers(String event) {
        Report report = read(event, "{\"id\":91,\"firstName\":\"Rodney\"}", DESK);

        assertThat(report).isEqualTo(new Report.Irrelevant(Report.Reason.OTHER_EVENT));
    }

    @Test
    void readsTheNamesOfOlderVersions() {
        Report report = read("convo.status", conversation("\"status\":\"closed\",\"customer\":"
                + "{\"id\":91,\"first\":\"Rodney\",\"last\":\"Robertson\"},\"assignee\":{\"first\":\"John\"}"), DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(closed.ticket().data())
                .hasToString(
                        """
                                {"ticketId":"1","requester":{"id":"91","name":"Rodney Robertson"},"assignee":{"name":"John"}}"""));
    }

    @Test
    void takesTheTeamFromACustomField() {
        Report report = read("convo.status", new String(sample(), UTF_8),
                desk(Map.of("assignmentGroup", "customFields.0.text"), List.of()));

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> assertThat(
                closed.ticket().data().path("assignmentGroup").asText()).isEqualTo("Billing"));
    }

    @Test
    void leavesOutWhatIsOfTheWrongType() {
        Report report = read("convo.status",
                conversation("\"status\":\"closed\",\"state\":[],\"number\":{},\"subject\":[],"
                        + "\"customer\":[],\"assignee\":null,\"createdAt\":1,\"closedAt\":{},\"userUpdatedAt\":false,"
                        + "\"updatedAt\":\"\""),
                DESK);

        assertThat(report).isInstanceOfSatisfying(Report.Closed.class, closed -> {
            assertThat(closed.at()).isEqualTo(RECEIVED);
            assertThat(closed.ticket().data()).hasToString("{\"ticketId\":\"1\"}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"status\":\"closed\"}", "{\"id\":{},\"status\":\"closed\"}",
            "{\"id\":1}", "{\"id\":1,\"status\":[]}"})
    void refusesWhatIsNoConversation(String body) {
        assertThatThrownBy(() -> read("convo.status", body, DESK)).isInstanceOf(NotUnderstoodException.class);
    }
}
