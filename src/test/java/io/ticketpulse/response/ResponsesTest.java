package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that come twice, or from machines, against a real database. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ResponsesTest {

    @Inject
    Invitees invitees;

    @Inject
    CountedResponses counted;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void whoIsSetAsideSeesTheSamePage() {
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        Document accepted = Jsoup.parse(invitee.send(4, first).asString());

        Document setAside = Jsoup.parse(invitee.send(2, second).asString());

        assertThat(setAside.select("h1, header p, summary, .until, button").eachText())
                .isEqualTo(accepted.select("h1, header p, summary, .until, button").eachText());
        assertThat(setAside.select(".given").text()).isEqualTo("Your answer 2 of 5 Dissatisfied");
    }

    @Test
    void aPersonIsHeardAfterAMachine() throws Exception {
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(1, first);
        invitee.send(5, second);
        clock.passSeconds(60);
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);

        Response thanks = invitee.send(4, nonce);

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(Invitees.responses(invitee)).first().isEqualTo("1: 1 QUARANTINED");
        assertThat(Invitees.responses(invitee)).last().asString().startsWith("3: 4 ACCEPTED");
        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
    }

    @Test
    void goingBackToAnotherScoreAsksToCorrect() throws Exception {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(4, nonce);
        clock.passSeconds(10);

        Response again = invitee.send(5, nonce);

        Document page = Jsoup.parse(again.asString());
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(page.select("[role=alert]").text()).contains("answered from this page before");
        assertThat(page.select("details[open] input[checked]").val()).isEqualTo("5");
        assertThat(Invitees.responses(invitee)).hasSize(1);
    }

    @Test
    void oneFormWithEveryScoreIsSetAsideAndThankedFor() throws Exception {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(1, nonce);

        Response thanks = invitee.send(2, nonce);

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(thanks.asString()).select(".given").text()).isEqualTo("Your answer 2 of 5 Dissatisfied");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 1 QUARANTINED");
        assertThat(Invitees.state(invitee)).isEqualTo("SENT");
    }

    @Test
    void formsSentAsTheyAreShownAreSetAsideTogether() throws Exception {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        Response thanks = invitee.send(1, nonce);

        invitee.send(2, Invitee.nonce(thanks));

        assertThat(Invitees.responses(invitee)).containsExactly("1: 1 QUARANTINED", "2: 2 QUARANTINED");
    }

    @Test
    void whoSetAsideAMachinesAnswerIsStillReminded() throws Exception {
        String due = Invitees.column("next_action_at", invitee);

        burst();

        assertThat(Invitees.column("next_action_at", invitee)).isEqualTo(due)
                .isNotEqualTo(Invitees.column("expires_at", invitee));
    }

    @Test
    void nobodyIsRemindedTwice() throws Exception {
        Invitees.update("UPDATE invitation SET reminded_at = sent_at WHERE id = ?", invitee);

        burst();

        assertThat(Invitees.column("next_action_at", invitee)).isEqualTo(Invitees.column("expires_at", invitee));
    }

    @Test
    void aBurstAfterTheTicketWasReopenedEndsTheInvitation() throws Exception {
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(1, first);
        Invitees.update("""
                UPDATE ticket_closure SET reopened_at = closed_at
                WHERE id = (SELECT closure_id FROM invitation WHERE id = ?)""", invitee);

        invitee.send(5, second);

        assertThat(Invitees.state(invitee)).isEqualTo("WITHDRAWN");
        assertThat(Invitees.column("asked_at", invitee)).isNull();
        assertThat(Invitees.column("next_action_at", invitee)).isNull();
    }

    private void burst() {
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(1, first);
        invitee.send(5, second);
    }

    @Test
    void goingBackToAddACommentLosesNothing() throws Exception {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(4, nonce);
        Response again = invitee.send(4, nonce, "&comment=And+kind");
        clock.passSeconds(2);

        Response thanks = invitee.send(4, Invitee.nonce(again), "&comment=And+kind");

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(thanks.asString()).select(".given .words").text()).isEqualTo("And kind");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED waits", "2: 4 ACCEPTED waits");
    }

    @Test
    void aSecondFirstAnswerIsNotTaken() throws Exception {
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(4, first);
        clock.passSeconds(60);

        Response again = invitee.send(1, second);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Invitees.responses(invitee)).hasSize(1);
    }

    @Test
    void anotherCustomersFormIsNotTaken() throws Exception {
        String foreign = Invitee.nonce(invitees.next().open());
        clock.passSeconds(5);

        Response again = invitee.send(4, foreign);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Invitees.responses(invitee)).isEmpty();
    }
}
