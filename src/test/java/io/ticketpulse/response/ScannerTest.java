package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scanner and a person share a link: only the person counts, and counts once. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ScannerTest {

    @Inject
    Invitees invitees;

    @Inject
    Settling settling;

    private MovableClock clock;
    private Invitee person;
    private Scanner scanner;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        person = invitees.next();
        scanner = new Scanner(person, List.of(1, 2, 3, 4, 5));
        clock = MovableClock.installed();
    }

    @AfterEach
    void nobodyHasOptedOut() throws Exception {
        assertThat(Invitees.hasOptedOut(person)).isFalse();
    }

    @Test
    void aScannerAloneCountsNowhere() throws Exception {
        List<String> forms = scanner.follow();
        clock.passSeconds(5);

        List<Response> pages = scanner.send(forms);

        assertThat(pages).allMatch(page -> page.statusCode() == 200);
        assertThat(Invitees.responses(person)).hasSize(5).allMatch(response -> response.endsWith("QUARANTINED"));
        assertThat(Invitees.state(person)).isEqualTo("SENT");
        assertThat(countedScore()).isNull();
    }

    @Test
    void aScannerThatInsistsInNoTimeIsSetAside() throws Exception {
        Response again = scanner.send(scanner.follow()).get(0);
        Response onceMore = person.send(1, Invitee.nonce(again));

        Response thanks = person.send(1, Invitee.nonce(onceMore));

        assertThat(onceMore.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(thanks.asString()).select("h1").text()).isEqualTo("Thank you");
        assertThat(Invitees.responses(person)).containsExactly("1: 1 QUARANTINED");
        assertThat(Invitees.state(person)).isEqualTo("SENT");
    }

    @ParameterizedTest
    @CsvSource({"4,2000", "4,4900", "5,2000", "5,3300", "5,4900"})
    void aScannerThatGoesFromLinkToLinkIsSetAside(int links, int millis) throws Exception {
        Response last = null;
        for (int score = 1; score <= links; score++) {
            String form = Invitee.nonce(person.open());
            clock.pass(Duration.ofMillis(millis));
            last = person.send(score, form);
        }

        clock.passSeconds(60);

        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(countedScore()).isNull();
    }

    @Test
    void aScannerThatGoesOnFromPageToPageIsSetAside() throws Exception {
        String form = Invitee.nonce(person.open());
        for (int score = 1; score <= 5; score++) {
            clock.passSeconds(2);
            form = Invitee.nonce(person.send(score, form));
        }

        clock.passSeconds(60);

        assertThat(Invitees.responses(person)).first().isEqualTo("1: 1 QUARANTINED");
        assertThat(countedScore()).isNull();
    }

    @Test
    void aScannerRightBeforeThePerson() throws Exception {
        List<String> forms = scanner.follow();
        clock.passSeconds(5);
        scanner.send(forms);

        answer(4);

        assertThat(countedScore()).isEqualTo(4);
    }

    @Test
    void aScannerLongBeforeThePerson() throws Exception {
        List<String> forms = scanner.follow();
        clock.passSeconds(5);
        scanner.send(forms);
        clock.pass(Duration.ofMinutes(5));

        answer(4);

        assertThat(countedScore()).isEqualTo(4);
    }

    @Test
    void aScannerWhileThePersonReads() throws Exception {
        String form = Invitee.nonce(person.open());
        List<String> forms = scanner.follow();
        clock.passSeconds(5);
        scanner.send(forms);
        clock.passSeconds(3);
        Response again = person.send(4, form);
        clock.passSeconds(3);

        Response thanks = person.send(4, Invitee.nonce(again));

        assertThat(Jsoup.parse(again.asString()).select("[role=alert]").text()).contains("press the button once more");
        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(countedScore()).isEqualTo(4);
    }

    @Test
    void aScannerRightAfterThePerson() throws Exception {
        answer(4);
        List<String> forms = scanner.follow();
        clock.passSeconds(3);

        scanner.send(forms);

        assertThat(Invitees.responses(person)).containsExactly("1: 4 ACCEPTED waits", "2: 1 QUARANTINED",
                "3: 2 QUARANTINED", "4: 3 QUARANTINED", "5: 5 QUARANTINED");
        assertThat(countedScore()).isEqualTo(4);
    }

    @Test
    void aScannerLongAfterThePerson() throws Exception {
        answer(4);
        clock.pass(Duration.ofMinutes(5));
        settling.settleDue();
        List<String> forms = scanner.follow();
        clock.passSeconds(3);

        scanner.send(forms);

        assertThat(countedScore()).isEqualTo(4);
        assertThat(Invitees.state(person)).isEqualTo("RESPONDED");
    }

    @Test
    void aScannerWithFormsFromBeforeThePersonComesLongAfter() throws Exception {
        List<String> forms = scanner.follow();
        answer(4);
        clock.passSeconds(60);

        scanner.send(forms);

        assertThat(Invitees.responses(person)).hasSize(1);
        assertThat(countedScore()).isEqualTo(4);
    }

    @Test
    void aScannerLeavesWhoOptedOutAlone() throws Exception {
        Invitee other = invitees.next();
        given().formParam("List-Unsubscribe", "One-Click").post(other.optOutLink());
        Document page = Jsoup.parse(given().get(other.optOutLink()).asString());
        clock.passSeconds(60);

        // It presses the only button there is, once more where it is led to, and there again.
        for (int press = 0; press < 5; press++) {
            page = Jsoup.parse(other.press(page).asString());
            clock.pass(Duration.ofMillis(100));
        }

        assertThat(Invitees.hasOptedOut(other)).isTrue();
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
