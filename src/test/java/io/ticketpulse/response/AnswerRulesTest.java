package io.ticketpulse.response;

import static io.ticketpulse.response.ResponseStanding.ACCEPTED;
import static io.ticketpulse.response.ResponseStanding.QUARANTINED;
import static io.ticketpulse.response.ResponseStanding.SUPERSEDED;
import static io.ticketpulse.response.Told.HOUR;
import static io.ticketpulse.response.Told.INVITATION;
import static io.ticketpulse.response.Told.MINUTE;
import static io.ticketpulse.response.Told.START;
import static io.ticketpulse.response.Told.at;
import static io.ticketpulse.response.Told.counting;
import static io.ticketpulse.response.Told.given;
import static io.ticketpulse.response.Told.knowing;
import static io.ticketpulse.response.Told.quarantined;
import static io.ticketpulse.response.Told.question;
import static io.ticketpulse.response.Told.revision;
import static io.ticketpulse.response.Told.score;
import static io.ticketpulse.response.Told.used;
import static io.ticketpulse.response.Told.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.response.Verdict.Accepted;
import io.ticketpulse.response.Verdict.Quarantined;
import io.ticketpulse.response.Verdict.Refused;
import io.ticketpulse.response.Verdict.Repeated;
import org.junit.jupiter.api.Test;

/** First answers. Minimum time 2 s, burst window 10 s. */
class AnswerRulesTest {

    private final AnswerRules rules = new AnswerRules(Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void aFirstAnswerIsAccepted() {
        assertThat(judge(4, question(0), 5)).isEqualTo(new Accepted());
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        assertThat(judge(4, null, 5)).isEqualTo(new Refused(Objection.FORM_EXPIRED));
    }

    @Test
    void aFormOfAnotherInvitationIsRefused() {
        Nonce foreign = Nonce.fresh(UUID.randomUUID(), 0, 0, START);

        assertThat(judge(4, foreign, 5)).isEqualTo(new Refused(Objection.FORM_EXPIRED));
    }

    @Test
    void aFormOfYesterdayIsRefused() {
        assertThat(judge(4, question(0), 24 * HOUR)).isEqualTo(new Refused(Objection.FORM_EXPIRED));
    }

    @Test
    void aFormSentBeforeTheMinimumTimeIsRefused() {
        assertThat(judge(4, question(0), 1)).isEqualTo(new Refused(Objection.TOO_QUICK));
    }

    @Test
    void aFormSentAtTheMinimumTimeIsAccepted() {
        assertThat(judge(4, question(0), 2)).isEqualTo(new Accepted());
    }

    @Test
    void theSameFormAgainIsTheSameResponse() {
        assertThat(judge(4, used(), 1, waiting(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void anotherScoreFromAFormThatIsNotOursIsNoBurst() {
        assertThat(judge(5, null, 1, waiting(4, 0))).isEqualTo(new Refused(Objection.FORM_EXPIRED));
    }

    @Test
    void anotherScoreFromAFormOfAnotherInvitationIsNoBurst() {
        Nonce foreign = Nonce.fresh(UUID.randomUUID(), 0, 0, START);

        assertThat(judge(5, foreign, 1, waiting(4, 0))).isEqualTo(new Refused(Objection.FORM_EXPIRED));
    }

    @Test
    void theSameFormWithAnotherScoreLaterIsRefused() {
        assertThat(judge(5, used(), 10, counting(4, 0))).isEqualTo(new Refused(Objection.FORM_USED));
    }

    @Test
    void theSameFormWithAnAddedCommentIsRefusedRatherThanDropped() {
        assertThat(judge(new Answer(Scale.STARS, 4, "Thanks", List.of()), used(), 1, waiting(4, 0)))
                .isEqualTo(new Refused(Objection.FORM_USED));
    }

    @Test
    void theSameFormWithoutTheCommentIsTheSameResponse() {
        GivenResponse commented = given(1, new Answer(Scale.STARS, 4, "Thanks", List.of()), ACCEPTED, 0, true);

        assertThat(judge(4, used(), 1, commented))
                .isEqualTo(new Repeated(new Answer(Scale.STARS, 4, "Thanks", List.of())));
    }

    @Test
    void anOldFormSentAgainShowsTheCorrection() {
        GivenResponse first = given(1, score(4), SUPERSEDED, 0, false);
        GivenResponse correction = new GivenResponse(UUID.randomUUID(), 2, UUID.randomUUID(), score(2), ACCEPTED,
                at(MINUTE), null, null);

        assertThat(judge(4, used(), HOUR, first, correction)).isEqualTo(new Repeated(score(2)));
    }

    @Test
    void theSameScoreFromAnotherFormIsTheSameResponse() {
        assertThat(judge(4, question(-30), 1, waiting(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void theSameScoreFromAFormThatIsNotOursIsTheSameResponse() {
        assertThat(judge(4, null, 1, waiting(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void theSameFormWithAnotherScoreAtOnceIsAMachines() {
        GivenResponse first = waiting(4, 0);

        assertThat(judge(5, used(), 1, first)).isEqualTo(new Quarantined(List.of(first)));
    }

    @Test
    void goingBackToAnotherScoreIsNoMachines() {
        assertThat(judge(5, used(), 2, waiting(4, 0))).isEqualTo(new Refused(Objection.FORM_USED));
    }

    @Test
    void anotherScoreOfAnotherPageWithinTheWindowIsAMachines() {
        GivenResponse first = waiting(4, 0);

        assertThat(judge(5, question(-30), 9, first)).isEqualTo(new Quarantined(List.of(first)));
    }

    @Test
    void anotherScoreOfAnotherPageAfterTheWindowIsTooLate() {
        assertThat(judge(5, question(-30), 10, waiting(4, 0))).isEqualTo(new Refused(Objection.ANSWERED_ALREADY));
    }

    @Test
    void aThirdScoreAtOnceIsKeptToo() {
        assertThat(judge(3, question(-30), 2, quarantined(4, 0), revision(2, 5, QUARANTINED, 1, false)))
                .isEqualTo(new Quarantined(List.of()));
    }

    @Test
    void aScoreThatWasSetAsideIsNotKeptTwice() {
        assertThat(judge(5, question(-30), 2, quarantined(4, 0), revision(2, 5, QUARANTINED, 1, false)))
                .isEqualTo(new Repeated(score(5)));
    }

    @Test
    void aScoreThatWasSetAsideAndComesAgainIsNoAnswer() {
        assertThat(judge(4, question(-30), 1, quarantined(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void whoWasReadingWhileAMachineWasHereIsAskedOnceMore() {
        assertThat(judge(5, question(-30), 3, quarantined(4, 0), revision(2, 5, QUARANTINED, 1, false)))
                .isEqualTo(new Refused(Objection.NOT_ALONE));
    }

    @Test
    void whoComesRightAfterAMachineIsHeard() {
        assertThat(judge(3, knowing(2, 1), 4, quarantined(4, 0), revision(2, 5, QUARANTINED, 1, false)))
                .isEqualTo(new Accepted());
    }

    @Test
    void theThankYouPageOfAMachineCanBeCorrectedLater() {
        assertThat(judge(4, knowing(1, 0), HOUR, quarantined(4, 0), revision(2, 5, QUARANTINED, 1, false)))
                .isEqualTo(new Accepted());
    }

    @Test
    void aFourthScoreFromPageToPageIsAMachines() {
        assertThat(judge(4, knowing(3, 6), 8, quarantined(1, 0), revision(2, 2, QUARANTINED, 2, false),
                revision(3, 3, QUARANTINED, 4, false))).isEqualTo(new Quarantined(List.of()));
    }

    @Test
    void whoComesAfterAMachineThatGoesFromPageToPageIsAskedOnceMore() {
        assertThat(judge(3, knowing(3, 6), 9, quarantined(1, 0), revision(2, 2, QUARANTINED, 2, false),
                revision(3, 3, QUARANTINED, 4, false))).isEqualTo(new Refused(Objection.NOT_ALONE));
    }

    @Test
    void whoComesLongAfterAMachineThatGoesFromPageToPageIsHeard() {
        assertThat(judge(3, knowing(3, 6), 12, quarantined(1, 0), revision(2, 2, QUARANTINED, 2, false),
                revision(3, 3, QUARANTINED, 4, false))).isEqualTo(new Accepted());
    }

    private Verdict judge(int score, Nonce nonce, int second, GivenResponse... history) {
        return judge(score(score), nonce, second, history);
    }

    private Verdict judge(Answer answer, Nonce nonce, int second, GivenResponse... history) {
        return rules.judge(INVITATION, answer, Optional.ofNullable(nonce), List.of(history), at(second));
    }
}
