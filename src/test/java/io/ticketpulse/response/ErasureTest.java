package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketpulse.closure.Tickets;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.platform.Outbox;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of somebody who is erased, in every room. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ErasureTest {

    @Inject
    Answers answers;

    @Inject
    Outbox outbox;

    @Inject
    CloudEventJson events;

    @Inject
    ObjectMapper mapper;

    private MovableClock clock;
    private Somebody somebody;

    @BeforeEach
    void theClockStandsStill() {
        clock = MovableClock.installed();
        somebody = Somebody.unheardOf();
    }

    @Test
    void nothingPersonalIsLeftInAnyTable() throws Exception {
        leaveTracesEverywhere();
        assertThat(WholeDatabase.tablesWith(somebody.word())).containsExactly("invitation", "opt_out_change", "outbox",
                "requester_look_up", "response", "response_ruling", "ticket_closing");

        Response done = somebody.erased();

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(WholeDatabase.tablesWith(somebody.word())).isEmpty();
        assertThat(WholeDatabase.tablesWith(somebody.word().substring(0, 8))).isEmpty();
        assertThat(done.jsonPath().getMap("")).isEqualTo(Map.of("invitations", 1, "cancelled", 0, "comments", 1,
                "reasons", 3, "closings", 2, "events", 2));
    }

    @Test
    void anotherTimeThereIsNothingToErase() throws Exception {
        leaveTracesEverywhere();
        somebody.erased();

        Response again = somebody.erased();

        assertThat(again.jsonPath().getMap("").values()).containsOnly(0);
    }

    @Test
    void ofOthersEverythingStays() throws Exception {
        leaveTracesEverywhere();

        Somebody.unheardOf().erased();

        assertThat(WholeDatabase.tablesWith(somebody.word())).hasSize(7);
    }

    @Test
    void figuresStay() throws Exception {
        answered();
        publish();
        List<Object> before = figures();

        somebody.erased();

        assertThat(publish()).isZero();
        assertThat(figures()).isEqualTo(before);
        assertThat(before).isNotEmpty();
    }

    @Test
    void thatThereWasACommentIsStillCountedAfterARuling() throws Exception {
        answered();
        int commented = commented();
        somebody.erased();

        somebody.ruledOn();

        assertThat(commented()).isEqualTo(commented);
    }

    @Test
    void whatIsPendingIsCancelledAndCountedAsSuch() {
        somebody.closes(somebody.ticketId(), "incident", clock.instant());
        awaitClosure(somebody.ticketId());
        publish();
        int cancelled = given().auth().preemptive().basic("admin", ADMIN_PASSWORD)
                .queryParams("survey", "incident", "dimension", "all", "from", month().toString())
                .get("/api/v1/satisfaction").jsonPath().getInt("items[0].counts.cancelled");

        Response done = somebody.erased();

        publish();
        assertThat(done.jsonPath().getInt("cancelled")).isOne();
        assertThat(somebody.reader("/api/v1/decisions").getMap("items[0].invitation"))
                .containsEntry("state", "CANCELLED").containsEntry("reason", "ERASED");
        assertThat(given().auth().preemptive().basic("admin", ADMIN_PASSWORD)
                .queryParams("survey", "incident", "dimension", "all", "from", month().toString())
                .get("/api/v1/satisfaction").jsonPath().getInt("items[0].counts.cancelled")).isEqualTo(cancelled + 1);
    }

    @Test
    void aClosingThatTurnsOutToBeOneOfItsOwnHasNoAddress() throws Exception {
        leaveTracesEverywhere();
        somebody.erased();

        Tickets.sendBinary("io.ticketpulse.ticket.reopened.v1",
                Tickets.reopened(Somebody.DESK, somebody.ticketId(), hoursAgo(40)));

        Tickets.eventually().until(() -> Tickets.recorded(Somebody.DESK, somebody.ticketId()).size() == 2);
        assertThat(Somebody.decisions(somebody.ticketId())).containsExactly("RESPONDED", "NO_ADDRESS");
    }

    private void leaveTracesEverywhere() throws Exception {
        answered();
        somebody.ruledOn();
        somebody.optedOutByStaff();
        // RFC 5322 lets an address have a comment; it is the same address.
        Tickets.sendBare(somebody.closing(somebody.ticketId(), "incident", hoursAgo(30))
                .replace("@Example", "(at work)@Example"));
        somebody.closes("skipped-" + somebody.ticketId(), "incident", hoursAgo(30));
        awaitClosure("skipped-" + somebody.ticketId());
        somebody.resolvesOneWhoseRequesterIsLookedUp();
        keep("itsm.tickets", Somebody.DESK + "/kept", mapper.readTree(
                somebody.closing("kept", "incident", clock.instant())));
        keep("itsm.survey-responses", "incident/" + Somebody.DESK + "/" + somebody.ticketId() + "/0",
                Map.of("comment", "I say " + somebody.word()));
    }

    /** As while Kafka is away. */
    private void keep(String topic, String key, Object data) {
        byte[] event = events.structured(UUID.randomUUID().toString(), "/test", "test", key, Instant.now(), data);
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(new OutboxMessage(topic, key, event))));
    }

    private Invitee answered() {
        return answers.askedAndGiven(somebody, clock);
    }

    private static void awaitClosure(String ticket) {
        Tickets.eventually().until(() -> !Somebody.decisions(ticket).isEmpty());
    }

    private Instant hoursAgo(int hours) {
        return clock.instant().minus(Duration.ofHours(hours));
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    private int commented() {
        publish();
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD)
                .queryParams("survey", "incident", "dimension", "all").get("/api/v1/satisfaction").jsonPath()
                .getList("items.counts.commented", Integer.class).stream().mapToInt(Integer::intValue).sum();
    }

    /** Publishes the two months in question; how many figures changed. */
    private int publish() {
        int changed = 0;
        for (YearMonth month : List.of(month().minusMonths(1), month())) {
            changed += given().auth().preemptive().basic("admin", ADMIN_PASSWORD)
                    .post("/api/v1/satisfaction/" + month + "/publish").jsonPath().getInt("changed");
        }
        return changed;
    }

    private List<Object> figures() {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD)
                .queryParams("survey", "incident", "limit", 500)
                .get("/api/v1/satisfaction").jsonPath().getList("items");
    }
}
