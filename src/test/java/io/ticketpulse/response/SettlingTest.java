package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.response.ResponsesCounted.Standing;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When responses begin to count, and what is said about it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SettlingTest {

    @Inject
    Invitees invitees;

    @Inject
    CountedResponses counted;

    @Inject
    Settling settling;

    @Inject
    MeterRegistry meters;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void nothingCountsWithinTheWindow() throws Exception {
        answer(4, "");
        clock.pass(Duration.ofMillis(9_999));

        settling.settleDue();

        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED waits");
        assertThat(counted.of(invitee)).isEmpty();
    }

    @Test
    void aResponseCountsAfterTheWindow() throws Exception {
        answer(2, "&comment=Slow&driver=responsiveness&driver=empathy");
        clock.passSeconds(10);

        settling.settleDue();

        assertThat(Invitees.responses(invitee)).containsExactly("1: 2 ACCEPTED");
        assertThat(counted.of(invitee)).containsExactly(
                new Standing(invitee.closure(), Scale.STARS, 2, true, List.of("responsiveness", "empathy"), false));
    }

    @Test
    void theEventSaysWhatCountsAndNotWhoSaidIt() {
        answer(2, "&comment=Slow&driver=responsiveness&driver=empathy");
        clock.passSeconds(10);

        settling.settleDue();

        JsonNode event = eventsAbout(1).get(0);
        assertThat(event.toString()).doesNotContain("Slow").doesNotContain("@example.org");
        assertThat(event.path("score").asInt()).isEqualTo(2);
        assertThat(event.path("previousScore").isNull()).isTrue();
        assertThat(event.path("sentiment").asText()).isEqualTo("dissatisfied");
        assertThat(event.path("counted").asBoolean()).isTrue();
        assertThat(event.path("alert").asText()).isEqualTo("raised");
        assertThat(event.path("drivers").toString()).isEqualTo("[\"responsiveness\",\"empathy\"]");
        assertThat(event.path("service").asText()).isEqualTo("Workplace");
        assertThat(event.path("category").isNull()).isTrue();
        assertThat(event.path("department").asText()).isEqualTo("Sales");
        assertThat(event.path("slaMet").asBoolean()).isTrue();
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItCorrects() throws Exception {
        answer(2, "");
        clock.passSeconds(10);
        settling.settleDue();
        correct(5);
        clock.passSeconds(10);

        settling.settleDue();

        assertThat(Invitees.responses(invitee)).containsExactly("1: 2 SUPERSEDED", "2: 5 ACCEPTED");
        assertThat(counted.of(invitee)).extracting(Standing::score).containsExactly(2, 5);
        JsonNode correction = eventsAbout(2).get(1);
        assertThat(correction.path("revision").asInt()).isEqualTo(2);
        assertThat(correction.path("previousScore").asInt()).isEqualTo(2);
        assertThat(correction.path("alert").asText()).isEqualTo("cleared");
    }

    @Test
    void theFirstResponseCountsUntilTheCorrectionDoes() throws Exception {
        answer(2, "");
        clock.passSeconds(10);
        settling.settleDue();
        correct(5);

        settling.settleDue();

        assertThat(Invitees.responses(invitee)).containsExactly("1: 2 ACCEPTED", "2: 5 ACCEPTED waits");
        assertThat(counted.of(invitee)).extracting(Standing::score).containsExactly(2);
    }

    @Test
    void aBurstOfCorrectionsChangesNothingThatCounts() throws Exception {
        answer(4, "");
        clock.passSeconds(10);
        settling.settleDue();
        String one = Invitee.nonce(invitee.open());
        String other = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(1, one);
        invitee.send(2, other);
        clock.passSeconds(10);

        settling.settleDue();

        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED", "2: 1 QUARANTINED",
                "3: 2 QUARANTINED");
        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
        assertThat(counted.of(invitee)).last()
                .isEqualTo(new Standing(invitee.closure(), Scale.STARS, 4, false, List.of(), true));
    }

    @Test
    void afterTwelveHoursTheAnswerIsOnlyShown() {
        answer(4, "");

        clock.pass(Duration.ofHours(12));

        assertThat(invitee.open().select("form")).isEmpty();
    }

    @Test
    void oneThatCannotBeSettledKeepsNobodyElseWaiting() throws Exception {
        Invitee broken = invitee;
        answer(4, "");
        invitee = invitees.next();
        answer(5, "");
        Invitees.update("UPDATE response SET standing = 'BROKEN' WHERE invitation_id = ?", broken);
        double unsettled = meters.counter(ResponseMetrics.UNSETTLED).count();
        clock.passSeconds(10);

        settling.settleDue();

        assertThat(Invitees.responses(invitee)).containsExactly("1: 5 ACCEPTED");
        assertThat(meters.counter(ResponseMetrics.UNSETTLED).count()).isGreaterThan(unsettled);
        assertThat(isDue(broken)).isFalse();
        Invitees.update("UPDATE response SET standing = 'ACCEPTED' WHERE invitation_id = ?", broken);
    }

    @Test
    void aResponseWhoseSurveyIsGoneMakesRoomForOthers() throws Exception {
        answer(4, "");
        Invitees.update("UPDATE invitation SET survey = 'gone' WHERE id = ?", invitee);
        clock.passSeconds(10);

        settling.settleDue();

        assertThat(isDue(invitee)).isFalse();
        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED waits");
    }

    @Test
    void itCountsOnceItsSurveyIsBack() throws Exception {
        answer(4, "");
        Invitees.update("UPDATE invitation SET survey = 'gone' WHERE id = ?", invitee);
        clock.passSeconds(10);
        settling.settleDue();
        Invitees.update("UPDATE invitation SET survey = 'incident' WHERE id = ?", invitee);
        clock.passSeconds(60);

        settling.settleDue();

        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED");
    }

    private boolean isDue(Invitee invitee) throws Exception {
        try (Connection database = RealServers.database()) {
            return ResponseTable.dueToSettle(database, clock.instant(), 500).contains(invitee.invitation());
        }
    }

    @Test
    void manyJobsAtOnceSettleOnce() throws Exception {
        answer(4, "");
        clock.passSeconds(10);

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(settling::settleDue)).limit(8)
                .toArray(CompletableFuture[]::new)).join();

        assertThat(counted.of(invitee)).hasSize(1);
        assertThat(eventsAbout(1)).hasSize(1);
    }

    private void answer(int score, String more) {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(score, nonce, more);
    }

    private void correct(int score) {
        answer(score, "");
    }

    private List<JsonNode> eventsAbout(int atLeast) {
        try (Topic topic = new Topic()) {
            return await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> topic.about(invitee),
                    events -> events.size() >= atLeast);
        }
    }
}
