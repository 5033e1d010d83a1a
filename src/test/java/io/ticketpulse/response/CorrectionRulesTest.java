package io.ticketpulse.response;

import static io.ticketpulse.response.ResponseStanding.ACCEPTED;
import static io.ticketpulse.response.ResponseStanding.SUPERSEDED;
import static io.ticketpulse.response.Told.HOUR;
import static io.ticketpulse.response.Told.INVITATION;
import static io.ticketpulse.response.Told.at;
import static io.ticketpulse.response.Told.counting;
import static io.ticketpulse.response.Told.given;
import static io.ticketpulse.response.Told.nonce;
import static io.ticketpulse.response.Told.quarantined;
import static io.ticketpulse.response.Told.score;
import static io.ticketpulse.response.Told.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.response.Nonce.Purpose;
import io.ticketpulse.response.Verdict.Accepted;
import io.ticketpulse.response.Verdict.Refused;
import io.ticketpulse.response.Verdict.Repeated;
import org.junit.jupiter.api.Test;

/** Answers where there is one already. Corrections are taken for 12 h. */
class CorrectionRulesTest {

    private final AnswerRules rules = new AnswerRules(Duration.ofSeconds(2), Duration.ofSeconds(10));

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
        assertThat(judge(new Answer(Scale.STARS, 4, "Thanks", List.of()), nonce(Purpose.CORRECT, 1), 5, waiting(4, 0)))
                .isEqualTo(new Accepted());
    }

    @Test
    void aCommentTakenBackByACorrectionIsAccepted() {
        GivenResponse commented = given(1, new Answer(Scale.STARS, 4, "Thanks", List.of()), ACCEPTED, 0, false);

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
}
