package io.ticketpulse.satisfaction;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.ticketpulse.closure.Tickets;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.response.Answers;
import io.ticketpulse.response.Somebody;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a month when its time is up: for each test one that is older, so that none meets what another sealed. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class RetentionTest {

    private static final AtomicInteger DAYS_AGO = new AtomicInteger(900);
    private static final int MORE_THAN_A_MONTH = 40;

    @Inject
    Retention retention;

    @Inject
    RetentionJob job;

    @Inject
    MonthSealing sealing;

    @Inject
    Answers answers;

    @Inject
    MeterRegistry meters;

    private MovableClock clock;
    private Somebody somebody;
    private YearMonth month;

    @BeforeEach
    void somebodyAnsweredLongAgo() {
        clock = MovableClock.installed();
        clock.pass(Duration.ofDays(-DAYS_AGO.getAndAdd(MORE_THAN_A_MONTH)));
        somebody = Somebody.unheardOf();
        answers.given(somebody, clock);
        month = YearMonth.from(clock.instant().minus(Duration.ofDays(2)).atZone(ZoneOffset.UTC));
    }

    @Test
    void nothingIsLeftOfAClosureButWhatWasCounted() throws Exception {
        somebody.ruledOn();
        closeAgain("incident", clock.instant());
        timeIsUp();
        assertThat(WholeDatabase.tablesWith(somebody.ticketId())).contains("ticket", "ticket_closure", "ticket_closing",
                "response");

        retention.run();

        assertThat(WholeDatabase.tablesWith(somebody.ticketId())).containsOnly("outbox");
        assertThat(WholeDatabase.tablesWith(somebody.word())).isEmpty();
        assertThat(somebody.reader("/api/v1/responses").getList("items")).isEmpty();
        assertThat(somebody.reader("/api/v1/decisions").getList("items")).isEmpty();
        assertThat(figures().getList("items.counts.responded", Integer.class)).isNotEmpty().allMatch(n -> n > 0);
    }

    @Test
    void figuresStayAsTheyWereSealedAlsoIfTheProcessDiesInBetween() throws Exception {
        timeIsUp();
        sealing.seal(new SurveyMonth("incident", month));
        List<Object> sealed = figures().getList("items");

        retention.run();

        assertThat(figures().getList("items")).isEqualTo(sealed).isNotEmpty();
        assertThat(figures().getList("items.status")).doesNotContain("running");
        assertThat(WholeDatabase.tablesWith(somebody.word())).isEmpty();
    }

    @Test
    void everythingStaysOneMomentEarlier() throws Exception {
        timeIsUp();
        clock.pass(Duration.ofMillis(-1));

        retention.run();

        assertThat(somebody.reader("/api/v1/responses").getList("items")).hasSize(1);
    }

    @Test
    void severalAtOnceDeleteEverythingOnce() throws Exception {
        timeIsUp();
        double before = purged("responses");

        CompletableFuture<?>[] runs = {CompletableFuture.runAsync(retention::run),
                CompletableFuture.runAsync(retention::run), CompletableFuture.runAsync(retention::run)};
        CompletableFuture.allOf(runs).join();

        assertThat(WholeDatabase.tablesWith(somebody.ticketId())).containsOnly("outbox");
        assertThat(WholeDatabase.tablesWith(somebody.word())).isEmpty();
        assertThat(purged("responses")).isEqualTo(before + 1);
    }

    @Test
    void publishedAgainTheStoredFiguresAreSentAsTheyAre() {
        timeIsUp();
        retention.run();

        JsonPath published = publish();

        assertThat(published.getMap("")).isEqualTo(Map.of("month", month.toString(), "computed",
                figures().getList("items").size(), "changed", 0));
    }

    @Test
    void whatComesLateForASealedMonthChangesNoFigureAndGoesWithTheNextRun() throws Exception {
        timeIsUp();
        retention.run();
        List<Object> sealed = figures().getList("items");
        String late = "late-" + somebody.ticketId();
        somebody.closes(late, "incident", month.atDay(3).atStartOfDay().toInstant(ZoneOffset.UTC));
        Tickets.eventually().until(() -> !Somebody.decisions(late).isEmpty());
        assertThat(Somebody.decisions(late)).containsExactly("TOO_OLD");
        publish();
        assertThat(figures().getList("items")).isEqualTo(sealed);

        retention.run();

        assertThat(Somebody.decisions(late)).isEmpty();
    }

    @Test
    void aTicketKeepsItsCyclesAsLongAsItHasAClosure() {
        reopen(clock.instant());
        clock.pass(Duration.ofDays(60));
        closeAgain("incident", clock.instant());
        timeIsUp();

        retention.run();

        assertThat(Tickets.recorded(Somebody.DESK, somebody.ticketId())).extracting(Tickets.Recorded::cycle)
                .containsExactly(1);
        reopen(clock.instant());
        closeAgain("incident", clock.instant().plusSeconds(60));
        assertThat(Tickets.recorded(Somebody.DESK, somebody.ticketId())).extracting(Tickets.Recorded::cycle)
                .containsExactly(1, 2);
    }

    @Test
    void closuresThatNoSurveyTookGoByAge() {
        String other = "other-" + somebody.ticketId();
        somebody.closes(other, "nobody-asks", clock.instant().minus(Duration.ofDays(2)));
        Tickets.eventually().until(() -> !Somebody.decisions(other).isEmpty());
        timeIsUp();

        retention.run();

        assertThat(Tickets.recorded(Somebody.DESK, other)).isEmpty();
    }

    @Test
    void aTicketOfWhichNothingIsKnownButAReopeningGoesByAge() throws Exception {
        String other = "other-" + somebody.ticketId();
        Tickets.sendBinary("io.ticketpulse.ticket.reopened.v1",
                Tickets.reopened(Somebody.DESK, other, clock.instant()));
        Tickets.eventually().until(() -> WholeDatabase.tablesWith(other).contains("ticket_reopening"));
        timeIsUp();

        retention.run();

        assertThat(WholeDatabase.tablesWith(other)).isEmpty();
    }

    @Test
    void whatIsDeletedIsCounted() {
        double before = purged("closures");
        timeIsUp();

        job.run();

        assertThat(purged("closures")).isGreaterThan(before);
        assertThat(meters.get(RetentionMetrics.LAST_RUN).gauge().value()).isEqualTo(clock.instant().getEpochSecond());
    }

    /** To the first instant at which the month may be deleted. */
    private void timeIsUp() {
        publish();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        clock.pass(Duration.between(clock.instant(), end.plus(Duration.ofDays(400))));
    }

    private void closeAgain(String type, Instant at) {
        String next = "next-" + at.toEpochMilli();
        somebody.closes(somebody.ticketId(), type, at);
        somebody.closes(next, "nobody-asks", at);
        // Of the same partition, and so after it.
        Tickets.eventually().until(() -> !Tickets.recorded(Somebody.DESK, next).isEmpty());
    }

    private void reopen(Instant at) {
        Tickets.sendBinary("io.ticketpulse.ticket.reopened.v1",
                Tickets.reopened(Somebody.DESK, somebody.ticketId(), at));
        Tickets.eventually().until(() -> Tickets.recorded(Somebody.DESK, somebody.ticketId()).stream()
                .allMatch(Tickets.Recorded::reopened));
    }

    private double purged(String kind) {
        return meters.counter(RetentionMetrics.PURGED, "kind", kind).count();
    }

    private JsonPath publish() {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD)
                .post("/api/v1/satisfaction/" + month + "/publish").jsonPath();
    }

    private JsonPath figures() {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD)
                .queryParams("survey", "incident", "from", month.toString(), "to", month.toString(), "limit", 500)
                .get("/api/v1/satisfaction").jsonPath();
    }
}
