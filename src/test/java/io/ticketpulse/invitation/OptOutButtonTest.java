package io.ticketpulse.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People press the button of the opt-out page, and machines that press every button they find. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class OptOutButtonTest {

    private static final String ONCE_MORE = "Please press the button once more";

    @Inject
    OptOutLinks links;

    @Inject
    OptOuts optOuts;

    private MovableClock clock;
    private Customer customer;
    private String link;

    @BeforeEach
    void somebodyIsInvited() {
        customer = Customer.closed("incident", Instant.now());
        link = links.of(customer.invitation().id());
        clock = MovableClock.installed();
    }

    @Test
    void itOptsOut() {
        Document page = open();
        clock.passSeconds(2);

        Response done = press(page);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(heading(done)).isEqualTo("We will not ask you any more");
        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void itCancelsWhatIsPending() {
        Document page = open();
        clock.passSeconds(2);

        press(page);

        assertThat(customer.invitation().state()).isEqualTo("CANCELLED");
        assertThat(customer.invitation().reason()).isEqualTo("OPTED_OUT");
    }

    @Test
    void pressedInNoTimeItIsToBePressedOnceMore() {
        Document page = open();
        clock.pass(Duration.ofMillis(1999));

        Response again = press(page);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(heading(again)).isEqualTo("Shall we stop asking?");
        assertThat(notice(again)).startsWith(ONCE_MORE);
        assertThat(Jsoup.parse(again.asString()).title()).isEqualTo("Please check: Shall we stop asking?");
        assertThat(hasOptedOut()).isFalse();
    }

    @Test
    void pressedOnceMoreItIsAPersons() {
        Document page = open();
        clock.passSeconds(1);
        Response again = press(page);
        clock.passSeconds(1);

        press(Jsoup.parse(again.asString()));

        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void pressedAgainAndAgainInNoTimeItIsAMachines() {
        Document page = open();

        for (int i = 0; i < 30; i++) {
            clock.pass(Duration.ofMillis(100));
            page = Jsoup.parse(press(page).asString());
        }

        assertThat(hasOptedOut()).isFalse();
    }

    @Test
    void aDoubleClickChangesNothing() {
        Document page = open();
        clock.passSeconds(5);
        press(page);

        Response done = press(page);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void aDoubleClickThatFallsOnTheNextPageChangesNothing() {
        Document page = open();
        clock.passSeconds(5);
        Document done = Jsoup.parse(press(page).asString());
        clock.pass(Duration.ofMillis(200));

        Response again = press(done);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(heading(again)).isEqualTo("We will not ask you any more");
        assertThat(notice(again)).isEmpty();
        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void aPageThatWasOpenForADayOptsOut() {
        Document page = open();
        clock.pass(Duration.ofHours(24));

        press(page);

        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void thePageOfSomebodyElseComesAgain() {
        String other = links.of(Customer.closed("incident", Instant.now()).invitation().id());
        Document page = Jsoup.parse(given().get(other).asString());
        clock.passSeconds(5);

        Response again = press(page);

        assertThat(notice(again)).startsWith(ONCE_MORE);
        assertThat(hasOptedOut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "action=opt-out", "action=opt-out&nonce=", "action=opt-out&nonce=AAAA",
            "List-Unsubscribe=1"})
    void whatIsNeitherOurButtonNorAMailProgramChangesNothing(String body) {
        Response again = given().noFilters().contentType("application/x-www-form-urlencoded").body(body).post(link);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(hasOptedOut()).isFalse();
    }

    @Test
    void whoOptedOutIsShownTheWayBack() {
        optOuts.optOut(customer.person());

        assertThat(open().select("input[name=action]").val()).isEqualTo("undo");
    }

    @Test
    void theWayBackAsksFirst() {
        optOuts.optOut(customer.person());
        Document page = open();
        clock.passSeconds(2);

        Response question = press(page);

        assertThat(heading(question)).isEqualTo("Do you want to be asked again?");
        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void theWayBackLeadsBack() {
        optOuts.optOut(customer.person());
        Document question = askedWhetherToUndo();
        clock.passSeconds(2);

        Response back = press(question);

        assertThat(heading(back)).isEqualTo("Thank you, we may ask you again");
        assertThat(Jsoup.parse(back.asString()).select("button")).isEmpty();
        assertThat(hasOptedOut()).isFalse();
    }

    @Test
    void theWayBackIsForPeopleToo() {
        optOuts.optOut(customer.person());

        Response again = press(open());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(heading(again)).isEqualTo("We will not ask you any more");
        assertThat(notice(again)).isEmpty();
        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void aDoubleClickOnTheWayBackIsAskedAllTheSame() {
        optOuts.optOut(customer.person());
        Document question = askedWhetherToUndo();
        clock.pass(Duration.ofMillis(200));

        Response again = press(question);

        assertThat(heading(again)).isEqualTo("Do you want to be asked again?");
        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void theWayBackOfSomebodyElseLeadsNowhere() {
        String other = links.of(Customer.closed("incident", Instant.now()).invitation().id());
        Document page = Jsoup.parse(given().get(other).asString());
        optOuts.optOut(customer.person());
        clock.passSeconds(5);

        given().formParams(Map.of("action", "opt-in", "nonce", page.select("input[name=nonce]").val())).post(link)
                .then().statusCode(200);

        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void whatWasCancelledStaysCancelled() {
        optOuts.optOut(customer.person());
        Document question = askedWhetherToUndo();
        clock.passSeconds(2);

        press(question);

        assertThat(customer.invitation().state()).isEqualTo("CANCELLED");
    }

    private Document askedWhetherToUndo() {
        Document page = open();
        clock.passSeconds(2);
        return Jsoup.parse(press(page).asString());
    }

    private Document open() {
        return Jsoup.parse(given().get(link).asString());
    }

    private Response press(Document page) {
        return given().formParams(Map.of("action", page.select("input[name=action]").val(), "nonce",
                page.select("input[name=nonce]").val())).post(link);
    }

    private boolean hasOptedOut() {
        return optOuts.hasOptedOut(customer.person());
    }

    private static String heading(Response page) {
        return Jsoup.parse(page.asString()).select("h1").text();
    }

    private static String notice(Response page) {
        return Jsoup.parse(page.asString()).select("[role=alert]").text();
    }
}
