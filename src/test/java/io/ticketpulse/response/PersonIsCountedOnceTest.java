package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who slips, is merely quick, clicks twice, goes back or loses the network is a person, and is counted once. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PersonIsCountedOnceTest {

    @Inject
    Invitees invitees;

    @Inject
    Settling settling;

    private MovableClock clock;
    private Invitee person;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        person = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void aSlipIsCorrectedFromTheThankYouPage() throws Exception {
        Response thanks = answer(1);
        clock.passSeconds(4);

        person.send(5, Invitee.nonce(thanks));

        assertThat(countedScore()).isEqualTo(5);
        assertThat(Invitees.responses(person)).containsExactly("1: 1 SUPERSEDED", "2: 5 ACCEPTED");
    }

    @Test
    void aSlipIsCorrectedFromThePageThatSaysThereIsAnAnswer() throws Exception {
        answer(1);
        String form = Invitee.nonce(person.open());
        clock.passSeconds(4);

        person.send(5, form);

        assertThat(countedScore()).isEqualTo(5);
    }

    @Test
    void aPersonWhoIsMerelyQuickIsCountedOnce() throws Exception {
        Response again = person.send(4, Invitee.nonce(person.open()));
        clock.passSeconds(2);

        person.send(4, Invitee.nonce(again));

        assertThat(countedScore()).isEqualTo(4);
        assertThat(Invitees.responses(person)).hasSize(1);
    }

    @Test
    void aPersonWhoIsQuickTwiceIsAskedTwice() throws Exception {
        String form = Invitee.nonce(person.open());
        clock.pass(Duration.ofMillis(700));
        Response again = person.send(4, form);
        clock.pass(Duration.ofMillis(1200));
        Response onceMore = person.send(4, Invitee.nonce(again));
        clock.pass(Duration.ofMillis(1200));

        person.send(4, Invitee.nonce(onceMore));

        assertThat(onceMore.statusCode()).isEqualTo(400);
        assertThat(countedScore()).isEqualTo(4);
        assertThat(Invitees.responses(person)).hasSize(1);
    }

    @Test
    void aDoubleClickThatIsTooQuickIsCountedOnce() throws Exception {
        String form = Invitee.nonce(person.open());
        clock.pass(Duration.ofMillis(1500));
        Response again = person.send(4, form);
        clock.pass(Duration.ofMillis(300));
        Response onceMore = person.send(4, Invitee.nonce(again));
        clock.passSeconds(2);

        person.send(4, Invitee.nonce(onceMore));

        assertThat(onceMore.statusCode()).isEqualTo(400);
        assertThat(countedScore()).isEqualTo(4);
        assertThat(Invitees.responses(person)).containsExactly("1: 4 ACCEPTED");
    }

    @Test
    void whoForgotToChooseNeedNotWaitAgain() throws Exception {
        String form = Invitee.nonce(person.open());
        clock.passSeconds(5);
        Response again = person.post("nonce=" + form);
        clock.passSeconds(1);

        person.send(4, Invitee.nonce(again));

        assertThat(countedScore()).isEqualTo(4);
    }

    @Test
    void aDoubleClickIsCountedOnce() throws Exception {
        String form = Invitee.nonce(person.open());
        clock.passSeconds(5);
        person.send(4, form);

        person.send(4, form);

        assertThat(countedScore()).isEqualTo(4);
        assertThat(Invitees.responses(person)).hasSize(1);
    }

    @Test
    void whoGoesBackAndChoosesAnotherScoreIsCountedOnce() throws Exception {
        String form = Invitee.nonce(person.open());
        clock.passSeconds(5);
        person.send(4, form);
        clock.passSeconds(3);
        Response again = person.send(2, form);
        clock.passSeconds(3);

        person.send(2, Invitee.nonce(again));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(countedScore()).isEqualTo(2);
    }

    @Test
    void whoLostTheNetworkAndSendsAgainIsCountedOnce() throws Exception {
        String form = Invitee.nonce(person.open());
        clock.passSeconds(5);
        person.send(4, form);
        clock.pass(Duration.ofHours(1));
        settling.settleDue();

        Response thanks = person.send(4, form);

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(Invitees.responses(person)).containsExactly("1: 4 ACCEPTED");
        assertThat(countedScore()).isEqualTo(4);
    }

    private Response answer(int score) {
        String form = Invitee.nonce(person.open());
        clock.passSeconds(3);
        return person.send(score, form);
    }

    /** What the figures are made of, once every window is over. */
    private Integer countedScore() throws SQLException {
        clock.passSeconds(20);
        settling.settleDue();
        return Invitees.countedScore(person);
    }
}
