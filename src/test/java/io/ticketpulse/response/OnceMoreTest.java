package io.ticketpulse.response;

import static io.ticketpulse.response.Told.INVITATION;
import static io.ticketpulse.response.Told.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.ticketpulse.response.Verdict.Accepted;
import io.ticketpulse.response.Verdict.Quarantined;
import io.ticketpulse.response.Verdict.Refused;
import org.junit.jupiter.api.Test;

/** Forms that are to be sent once more. Minimum time 2 s. */
class OnceMoreTest {

    private static final Verdict TOO_QUICK = new Refused(Objection.TOO_QUICK);

    private final AnswerRules rules = new AnswerRules(Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void whoIsQuickIsTakenWhenTheTimeOfTheFirstFormIsOver() {
        assertThat(judge(after(question(), 1000), 2000)).isEqualTo(new Accepted());
    }

    @Test
    void whoIsQuickAndThenNotSlowEnoughIsAskedAgain() {
        assertThat(judge(after(question(), 1000), 1400)).isEqualTo(TOO_QUICK);
    }

    @Test
    void aDoubleClickIsAskedAgain() {
        assertThat(judge(after(question(), 1000), 1399)).isEqualTo(TOO_QUICK);
    }

    @Test
    void afterADoubleClickTheTimeBeginsAnew() {
        assertThat(judge(after(after(question(), 1000), 1300), 3299)).isEqualTo(TOO_QUICK);
    }

    @Test
    void whoObeysAfterADoubleClickIsTaken() {
        assertThat(judge(after(after(question(), 1000), 1300), 3300)).isEqualTo(new Accepted());
    }

    @Test
    void whoInsistsTwiceInNoTimeIsAMachine() {
        assertThat(judge(after(after(question(), 1000), 1300), 1600)).isEqualTo(new Quarantined(List.of()));
    }

    @Test
    void whoWasRefusedForAnotherReasonNeedNotWait() {
        assertThat(judge(after(question(), 5000), 5000)).isEqualTo(new Accepted());
    }

    @Test
    void whoWasRefusedAfterADayNeedNotWait() {
        int day = 24 * 60 * 60 * 1000;

        assertThat(judge(after(question(), day), day)).isEqualTo(new Accepted());
    }

    @Test
    void theFormOfAnotherInvitationIsWorthNothing() {
        Nonce foreign = Nonce.fresh(UUID.randomUUID(), 0, 0, START);
        Nonce fresh = Nonce.fresh(INVITATION, 0, 0, at(5000));

        assertThat(rules.onceMore(Optional.of(foreign), fresh)).isEqualTo(fresh);
    }

    private static Nonce question() {
        return Nonce.fresh(INVITATION, 0, 0, START);
    }

    /** What is handed out in the place of one that was refused then. */
    private Nonce after(Nonce refused, int millis) {
        return rules.onceMore(Optional.of(refused), Nonce.fresh(INVITATION, 0, 0, at(millis)));
    }

    private Verdict judge(Nonce nonce, int millis) {
        return rules.judge(INVITATION, Told.score(4), Optional.of(nonce), List.of(), at(millis));
    }

    private static Instant at(int millis) {
        return START.plusMillis(millis);
    }
}
