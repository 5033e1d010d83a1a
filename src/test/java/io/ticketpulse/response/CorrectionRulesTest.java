package io.ticketpulse.response;

import static io.ticketpulse.response.ResponseStanding.ACCEPTED;
import static io.ticketpulse.response.ResponseStanding.QUARANTINED;
import static io.ticketpulse.response.ResponseStanding.SUPERSEDED;
import static io.ticketpulse.response.Told.HOUR;
import static io.ticketpulse.response.Told.INVITATION;
import static io.ticketpulse.response.Told.MINUTE;
import static io.ticketpulse.response.Told.at;
import static io.ticketpulse.response.Told.counting;
import static io.ticketpulse.response.Told.given;
import static io.ticketpulse.response.Told.knowing;
import static io.ticketpulse.response.Told.quarantined;
import static io.ticketpulse.response.Told.question;
import static io.ticketpulse.response.Told.repeated;
import static io.ticketpulse.response.Told.revision;
import static io.ticketpulse.response.Told.score;
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

/** Answers where there is one already. Corrections are taken for 12 h. Minimum time 2 s, burst window 10 s. */
class CorrectionRulesTest {

    private final AnswerRules rules = new AnswerRules(Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void aSecondFirstAnswerIsRefused() {
        assertThat(judge(5, question(-30), HOUR, counting(4, 0)))
                .isEqualTo(new Refused(Objection.ANSWERED_ALREADY));
    }

    @Test
    void aCorrectionIsAccepted() {
        assertThat(judge(5, knowing(1, 1), HOUR, counting(4, 0))).isEqualTo(new Accepted());
    }

    @Test
    void aCommentAddedByACorrectionIsAccepted() {
        assertThat(judge(new Answer(Scale.STARS, 4, "Thanks", List.of()), knowing(1, 1), 5, waiting(4, 0)))
                .isEqualTo(new Accepted());
    }

    @Test
    void aCommentTakenBackByACorrectionIsAccepted() {
        GivenResponse commented = given(1, new Answer(Scale.STARS, 4, "Thanks", List.of()), ACCEPTED, 0, false);

        assertThat(judge(4, knowing(1, 1), HOUR, commented)).isEqualTo(new Accepted());
    }

    @Test
    void aCorrectionWithNothingChangedIsTheSameResponse() {
        assertThat(judge(4, knowing(1, 1), HOUR, counting(4, 0))).isEqualTo(new Repeated(score(4)));
    }

    @Test
    void aCorrectionAfterTwelveHoursIsRefused() {
        assertThat(judge(5, knowing(1, 1), 12 * HOUR, counting(4, 0)))
                .isEqualTo(new Refused(Objection.CORRECTION_OVER));
    }

    @Test
    void correctionsDoNotMakeTheTimeLonger() {
        GivenResponse first = given(1, score(4), SUPERSEDED, 0, false);
        GivenResponse second = new GivenResponse(UUID.randomUUID(), 2, UUID.randomUUID(), score(3), ACCEPTED,
                at(11 * HOUR), null, null);

        assertThat(judge(5, knowing(2, 11 * HOUR), 12 * HOUR, first, second))
                .isEqualTo(new Refused(Objection.CORRECTION_OVER));
    }

    @Test
    void whatWasSetAsideDoesNotStartTheTimeToCorrect() {
        assertThat(AnswerRules.correctableUntil(List.of(quarantined(1, 0), counting(4, HOUR)), at(2 * HOUR)))
                .isEqualTo(at(13 * HOUR));
    }

    @Test
    void aSlipIsCorrectedWithinTheWindow() {
        assertThat(judge(5, knowing(1, 1), 4, waiting(1, 0))).isEqualTo(new Accepted());
    }

    @Test
    void aCorrectionAtOnceIsAMachines() {
        GivenResponse first = waiting(1, 0);

        assertThat(judge(5, knowing(1, 0), 1, first)).isEqualTo(new Quarantined(List.of(first)));
    }

    @Test
    void aMachineOnThePageWithTheAnswerLeavesTheAnswerAlone() {
        GivenResponse tried = revision(2, 1, ACCEPTED, 6, true);

        assertThat(judge(2, knowing(1, 3), 6, waiting(4, 0), tried)).isEqualTo(new Quarantined(List.of(tried)));
    }

    @Test
    void aMachineThatIsTooQuickLeavesTheAnswerAlone() {
        assertThat(judge(1, knowing(1, 5), 6, waiting(4, 0))).isEqualTo(new Refused(Objection.TOO_QUICK));
    }

    @Test
    void aThirdScoreWithinTheWindowIsAMachinesFromWhicheverPage() {
        GivenResponse first = waiting(1, 0);
        GivenResponse second = revision(2, 2, ACCEPTED, 3, true);

        assertThat(judge(3, knowing(2, 3), 6, first, second)).isEqualTo(new Quarantined(List.of(first, second)));
    }

    @Test
    void aMachineThatRepeatsTheAnswerFirstLeavesItAlone() {
        assertThat(judge(5, knowing(1, MINUTE), MINUTE + 4, repeated(4, 0, MINUTE + 4)))
                .isEqualTo(new Quarantined(List.of()));
    }

    @Test
    void aMachineThatRepeatsAnAnswerWhichWaitsLeavesItAlone() {
        GivenResponse first = new GivenResponse(UUID.randomUUID(), 1, UUID.randomUUID(), score(4), ACCEPTED, at(0),
                at(10), at(6));

        assertThat(judge(5, knowing(1, 3), 6, first)).isEqualTo(new Quarantined(List.of()));
    }

    @Test
    void whoCorrectsAPageFromBeforeAMachineRepeatedTheAnswerIsAskedOnceMore() {
        assertThat(judge(5, knowing(1, MINUTE), MINUTE + 7, repeated(4, 0, MINUTE + 4)))
                .isEqualTo(new Refused(Objection.NOT_ALONE));
    }

    @Test
    void whoRepeatsTheAnswerAndCorrectsItThenIsAPerson() {
        assertThat(judge(5, knowing(1, MINUTE), MINUTE + 3, repeated(4, 0, MINUTE))).isEqualTo(new Accepted());
    }

    @Test
    void whereThereAreTwoScoresNobodyGivesBothWithinTheWindow() {
        GivenResponse first = given(1, thumb(0), ACCEPTED, 0, true);

        assertThat(judge(thumb(1), knowing(1, 3), 9, first)).isEqualTo(new Refused(Objection.TOO_QUICK));
    }

    @Test
    void whereThereAreTwoScoresASlipIsCorrectedAfterTheWindow() {
        GivenResponse first = given(1, thumb(0), ACCEPTED, 0, false);

        assertThat(judge(thumb(1), knowing(1, 3), 10, first)).isEqualTo(new Accepted());
    }

    @Test
    void aPersonCorrectsAfterAMachine() {
        GivenResponse first = counting(4, 0);
        GivenResponse tried = revision(2, 1, QUARANTINED, MINUTE, false);

        assertThat(judge(5, knowing(2, MINUTE), MINUTE + 3, first, tried)).isEqualTo(new Accepted());
    }

    @Test
    void aPageFromBeforeACorrectionCorrectsNothing() {
        GivenResponse first = given(1, score(4), SUPERSEDED, 0, false);

        assertThat(judge(1, knowing(1, 1), HOUR, first, revision(2, 5, ACCEPTED, MINUTE, false)))
                .isEqualTo(new Refused(Objection.ANSWERED_ALREADY));
    }

    private static Answer thumb(int score) {
        return new Answer(Scale.THUMBS, score, null, List.of());
    }

    private Verdict judge(int score, Nonce nonce, int second, GivenResponse... history) {
        return judge(score(score), nonce, second, history);
    }

    private Verdict judge(Answer answer, Nonce nonce, int second, GivenResponse... history) {
        return rules.judge(INVITATION, answer, Optional.ofNullable(nonce), List.of(history), at(second));
    }
}
