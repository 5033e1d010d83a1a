package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.invitation.AnswerLink;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page over HTTP: who gets what, and what nobody can break. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AnswerResourceTest {

    @Inject
    Invitees invitees;

    @Inject
    AnswerLink links;

    @Inject
    AnswerPages pages;

    @Inject
    Texts texts;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void followingTheLinkRecordsNothing() throws Exception {
        given().get(invitee.link() + "?score=1").then().statusCode(200);

        assertThat(Invitees.responses(invitee)).isEmpty();
        assertThat(Invitees.state(invitee)).isEqualTo("SENT");
    }

    @Test
    void lookingAtItsHeadRecordsNothing() throws Exception {
        // The document describes GET only; HEAD is part of it (RFC 9110, section 9.3.2).
        given().noFilters().head(invitee.link()).then().statusCode(200);

        assertThat(Invitees.responses(invitee)).isEmpty();
    }

    @Test
    void theLinkOfAValueMarksIt() {
        Document page = Jsoup.parse(given().get(invitee.link() + "?score=4").asString());

        assertThat(page.select("input[checked]").val()).isEqualTo("4");
    }

    @Test
    void anAnswerIsTakenAndThankedFor() throws Exception {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);

        Response thanks = invitee.send(4, nonce, "&comment=Quick+and+kind&driver=empathy&driver=reliability");

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(thanks.asString()).select("h1").text()).isEqualTo("Thank you");
        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED waits");
        assertThat(Invitees.state(invitee)).isEqualTo("RESPONDED");
    }

    @Test
    void theLinkShowsTheAnswerFromThenOn() {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(4, nonce, "&comment=Quick+and+kind");

        Document page = invitee.open();

        assertThat(page.select("h1").text()).isEqualTo("We have your answer");
        assertThat(page.select(".given dd").eachText()).containsExactly("4 of 5 Satisfied", "Quick and kind");
    }

    @Test
    void aFormSentInNoTimeIsToBeSentOnceMore() throws Exception {
        clock.passSeconds(1);

        Response again = invitee.send(4, Invitee.nonce(invitee.open()), "&comment=Hi");

        Document page = Jsoup.parse(again.asString());
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(page.select("[role=alert]").text()).contains("press the button once more");
        assertThat(page.select("input[checked]").val()).isEqualTo("4");
        assertThat(page.select("textarea").val()).isEqualTo("Hi");
        assertThat(Invitees.responses(invitee)).isEmpty();
    }

    @Test
    void theFreshFormIsTaken() throws Exception {
        Response again = invitee.send(4, Invitee.nonce(invitee.open()));
        clock.passSeconds(2);

        Response thanks = invitee.send(4, Invitee.nonce(again));

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(Invitees.responses(invitee)).containsExactly("1: 4 ACCEPTED waits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "comment=Hi|choose one of the answers",
            "score=6|not one of those",
            "score=4&driver=%3Cb%3E|one of the reasons",
            "score=%zz|could not read",
            "score=4&score=5|could not read",
            "score=4&nonce=AAAA|open for too long",
            "score=4|open for too long"})
    void whatIsWrongIsSaid(String body, String notice) throws Exception {
        Response again = invitee.post(body);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(again.asString()).select("[role=alert]").text()).contains(notice);
        assertThat(Invitees.responses(invitee)).isEmpty();
    }

    @Test
    void anythingButAFormIsNotUnderstood() {
        assertThat(given().contentType("application/json").body("{}").post(invitee.link()).statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED,This question has closed", "WITHDRAWN,Your ticket is open again",
            "CANCELLED,This question is no longer open"})
    void aLinkThatIsOverIsGone(String state, String heading) throws Exception {
        Invitees.put(invitee, state);

        Response page = given().get(invitee.link());

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(Jsoup.parse(page.asString()).select("h1").text()).isEqualTo(heading);
    }

    @Test
    void theLinkIsOverWhenItsTimeIsUp() throws Exception {
        String nonce = Invitee.nonce(invitee.open());
        clock.pass(Duration.ofDays(15));

        Response page = invitee.send(4, nonce);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(Invitees.responses(invitee)).isEmpty();
    }

    @Test
    void aForgedLinkIsUnknown() {
        assertThat(given().get("/s/" + invitee.token().substring(0, 42) + "~").statusCode()).isEqualTo(404);
    }

    @Test
    void aFormSentToAForgedLinkIsUnknown() {
        assertThat(given().contentType("application/x-www-form-urlencoded").body("score=4").post("/s/forged")
                .statusCode()).isEqualTo(404);
    }

    @Test
    void aForgedLinkCostsNoQuery() {
        AnswerResource withoutDatabase = new AnswerResource(links, null, pages, texts, clock);

        assertThat(withoutDatabase.show("forged", null, null).getStatus()).isEqualTo(404);
    }
}
