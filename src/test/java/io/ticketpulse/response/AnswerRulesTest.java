package io.ticketpulse.response;

import static io.ticketpulse.response.ResponseStanding.ACCEPTED;
import static io.ticketpulse.response.ResponseStanding.QUARANTINED;
import static io.ticketpulse.response.ResponseStanding.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.ticketpulse.response.Nonce.Purpose;
import io.ticketpulse.response.Verdict.Accepted;
import io.ticketpulse.response.Verdict.Burst;
import io.ticketpulse.response.Verdict.Refused;
import io.ticketpulse.response.Verdict.Repeated;
import org.junit.jupiter.api.Test;

/** Seconds are counted from the first response; minimum time 2 s, burst window 10 s, corrections for 12 h. */
class AnswerRulesTest {

    private static final UUID INVITATION = UUID.fromString("0199b3a4-5c00-7000-8000-000000000001");
    private static final UUID USED = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant START = Instant.parse("2026-10-07T08:30:00Z");
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private final AnswerRules rules = new AnswerRules(Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void aFirstAnswerIsAccepted() {
        assertThat(judge(4, nonce(Purpose.ANSWER, 0), 5)).isEqualTo(new Accepted());
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        assertThat(judge(4, null, 5)).isEqualTo(new Refused(Objection.FORM_EXPIRED));
    }

    @Test
    void aFormOfAnotherInvitationIsRefused() {
        Nonce foreign = new Nonce(Purpose.ANSWER, UUID.randomUUID(), START, UUID.randomUUID());

        assertThat(judge(4, foreign, 5)).isEqualTo(new Refused(Objection.FORM_EXPIRED));
    }

    @Test
    void aFormOfYesterdayIsRefused() {
        assertThat(judge(4, nonce(Purpose.ANSWER, 0), 24 * HOUR)).isEqualTo(new Refused(Objection.FORM_EXPIRED));
    }

    @Test
    void aFormSentBeforeTheMinimumTimeIsRefused() {
        assertThat(judge(4, nonce(Purpose.ANSWER, 0), 1)).isEqualTo(new Refused(Objection.TOO_QUICK));
    }

    @Test
    void aFormSentAtTheMinimumTimeIsAccepted() {
        assertThat(judge(4, nonce(Purpose.ANSWER, 0), 2)).isEqualTo(new Accepted());
    }

    @Test
    void theSameFormAgainIsTheSameResponse() {
        assertThat(judge(4, used(Purpose.ANSWER), 1, waiting(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void theSameFormWithAnotherScoreIsRefused() {
        assertThat(judge(5, used(Purpose.ANSWER), 1, waiting(4, 0))).isEqualTo(new Refused(Objection.FORM_USED));
    }

    @Test
    void theSameFormWithAnAddedCommentIsRefusedRatherThanDropped() {
        assertThat(judge(new Answer(4, "Thanks", List.of()), used(Purpose.ANSWER), 1, waiting(4, 0)))
                .isEqualTo(new Refused(Objection.FORM_USED));
    }

    @Test
    void theSameFormWithoutTheCommentIsTheSameResponse() {
        GivenResponse commented = given(1, new Answer(4, "Thanks", List.of()), ACCEPTED, 0, true);

        assertThat(judge(4, used(Purpose.ANSWER), 1, commented))
                .isEqualTo(new Repeated(new Answer(4, "Thanks", List.of())));
    }

    @Test
    void anOldFormSentAgainShowsTheCorrection() {
        GivenResponse first = given(1, score(4), SUPERSEDED, 0, false);
        GivenResponse correction = new GivenResponse(UUID.randomUUID(), 2, UUID.randomUUID(), score(2), ACCEPTED,
                at(MINUTE), null);

        assertThat(judge(4, used(Purpose.ANSWER), HOUR, first, correction)).isEqualTo(new Repeated(score(2)));
    }

    @Test
    void theSameScoreFromAnotherFormIsTheSameResponse() {
        assertThat(judge(4, nonce(Purpose.ANSWER, -30), 1, waiting(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void theSameScoreFromAFormThatIsNotOursIsTheSameResponse() {
        assertThat(judge(4, null, 1, waiting(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void anotherScoreWithinTheWindowIsABurst() {
        assertThat(judge(5, nonce(Purpose.ANSWER, -30), 9, waiting(4, 0))).isEqualTo(new Burst());
    }

    @Test
    void anotherScoreWithinTheWindowIsABurstEvenIfItMayCorrect() {
        assertThat(judge(5, nonce(Purpose.CORRECT, 1), 9, waiting(4, 0))).isEqualTo(new Burst());
    }

    @Test
    void anotherScoreAtTheEndOfTheWindowIsNone() {
        assertThat(judge(5, nonce(Purpose.CORRECT, 1), 10, waiting(4, 0))).isEqualTo(new Accepted());
    }

    @Test
    void aBurstGoesOnWithAThirdScore() {
        assertThat(judge(3, nonce(Purpose.ANSWER, -30), 5, quarantined(4, 0), quarantined(5, 1)))
                .isEqualTo(new Burst());
    }

    @Test
    void aScoreOfTheBurstIsNotKeptTwice() {
        assertThat(judge(5, nonce(Purpose.ANSWER, -30), 5, quarantined(4, 0), quarantined(5, 1)))
                .isEqualTo(new Repeated(score(5)));
    }

    @Test
    void afterTheBurstAPersonIsHeard() {
        assertThat(judge(4, nonce(Purpose.ANSWER, MINUTE), HOUR, quarantined(4, 0), quarantined(5, 1)))
                .isEqualTo(new Accepted());
    }

    @Test
    void afterTheBurstTheThankYouPageStillWorks() {
        assertThat(judge(4, nonce(Purpose.CORRECT, 0), HOUR, quarantined(4, 0), quarantined(5, 1)))
                .isEqualTo(new Accepted());
    }

    @Test
    void aSecondFirstAnswerIsRefused() {
        assertThat(judge(5, nonce(Purpose.ANSWER, -30), HOUR, counting(4, 0)))
                .isEqualTo(new Refused(Objection.ANSWERED_ALREADY));
    }

    @Test
    void aCorrectionIsAccepted() {
        assertThat(judge(5, nonce(Purpose.CORRECT, 1), HOUR, counting(4, 0))).isEqualTo(new Accepted());
    }

    @Test
    void aCommentAddedByACorrectionIsAccepted() {
        assertThat(judge(new Answer(4, "Thanks", List.of()), nonce(Purpose.CORRECT, 1), 5, waiting(4, 0)))
                .isEqualTo(new Accepted());
    }

    @Test
    void aCommentTakenBackByACorrectionIsAccepted() {
        GivenResponse commented = given(1, new Answer(4, "Thanks", List.of()), ACCEPTED, 0, false);

        assertThat(judge(4, nonce(Purpose.CORRECT, 1), HOUR, commented)).isEqualTo(new Accepted());
    }

    @Test
    void aCorrectionWithNothingChangedIsTheSameResponse() {
        assertThat(judge(4, nonce(Purpose.CORRECT, 1), HOUR, counting(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void aCorrectionAfterTwelveHoursIsRefused() {
        assertThat(judge(5, nonce(Purpose.CORRECT, 1), 12 * HOUR, counting(4, 0)))
                .isEqualTo(new Refused(Objection.CORRECTION_OVER));
    }

    @Test
    void correctionsDoNotMakeTheTimeLonger() {
        GivenResponse first = given(1, score(4), SUPERSEDED, 0, false);
        GivenResponse second = new GivenResponse(UUID.randomUUID(), 2, UUID.randomUUID(), score(3), ACCEPTED,
                at(11 * HOUR), null);

        assertThat(judge(5, nonce(Purpose.CORRECT, 11 * HOUR), 12 * HOUR, first, second))
                .isEqualTo(new Refused(Objection.CORRECTION_OVER));
    }

    @Test
    void whatWasSetAsideDoesNotStartTheTimeToCorrect() {
        assertThat(AnswerRules.correctableUntil(List.of(quarantined(1, 0), counting(4, HOUR)), at(2 * HOUR)))
                .isEqualTo(at(13 * HOUR));
    }

    private Verdict judge(int score, Nonce nonce, int second, GivenResponse... history) {
        return judge(score(score), nonce, second, history);
    }

    private Verdict judge(Answer answer, Nonce nonce, int second, GivenResponse... history) {
        return rules.judge(INVITATION, answer, Optional.ofNullable(nonce), List.of(history), at(second));
    }

    private static Answer score(int score) {
        return new Answer(score, null, List.of());
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static Nonce nonce(Purpose purpose, int second) {
        return new Nonce(purpose, INVITATION, at(second), UUID.randomUUID());
    }

    private static Nonce used(Purpose purpose) {
        return new Nonce(purpose, INVITATION, at(-30), USED);
    }

    private static GivenResponse waiting(int score, int second) {
        return given(1, score(score), ACCEPTED, second, true);
    }

    private static GivenResponse counting(int score, int second) {
        return given(1, score(score), ACCEPTED, second, false);
    }

    private static GivenResponse quarantined(int score, int second) {
        return given(1, score(score), QUARANTINED, second, false);
    }

    private static GivenResponse given(int revision, Answer answer, ResponseStanding standing, int second,
            boolean waits) {
        return new GivenResponse(UUID.randomUUID(), revision, USED, answer, standing, at(second),
                waits ? at(second + 10) : null);
    }
}
