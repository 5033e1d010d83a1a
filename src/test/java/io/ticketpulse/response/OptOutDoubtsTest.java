package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

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

/** The button of an opt-out page that was open while an answer came by the same mail. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OptOutDoubtsTest {

    @Inject
    Invitees invitees;

    private MovableClock clock;
    private Invitee person;
    private Scanner scanner;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        person = invitees.next();
        scanner = new Scanner(person, List.of(1, 2, 3, 4, 5));
        clock = MovableClock.installed();
    }

    @Test
    void aMachineIsAskedToPressItOnceMore() throws Exception {
        Scanner.Found forms = scanner.follow();
        clock.passSeconds(5);
        scanner.send(forms);

        Response again = person.press(forms.optOut());

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(again.asString()).select("[role=alert]").text()).contains("press the button once more");
        assertThat(Invitees.hasOptedOut(person)).isFalse();
    }

    @Test
    void aPersonWhoHasAnsweredInTheMeantimePressesItOnceMore() throws Exception {
        Document page = openOptOut();
        clock.passSeconds(3);
        answer(4);
        Response again = person.press(page);
        clock.passSeconds(1);

        person.press(Jsoup.parse(again.asString()));

        assertThat(Invitees.hasOptedOut(person)).isTrue();
    }

    @Test
    void aPersonOptsOutAfterTheAnswer() throws Exception {
        answer(1);
        clock.passSeconds(1);
        Document page = openOptOut();
        clock.passSeconds(3);

        person.press(page);

        assertThat(Invitees.hasOptedOut(person)).isTrue();
    }

    @Test
    void aPersonOptsOutAfterAMachine() throws Exception {
        Scanner.Found forms = scanner.follow();
        clock.passSeconds(5);
        scanner.send(forms);
        clock.passSeconds(1);
        Document page = openOptOut();
        clock.passSeconds(3);

        person.press(page);

        assertThat(Invitees.hasOptedOut(person)).isTrue();
    }

    private Document openOptOut() {
        return Jsoup.parse(given().get(person.optOutLink()).asString());
    }

    private void answer(int score) {
        String form = Invitee.nonce(person.open());
        clock.passSeconds(3);
        person.send(score, form);
    }
}
