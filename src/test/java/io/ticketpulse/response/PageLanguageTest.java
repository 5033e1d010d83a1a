package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.platform.Spoken;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which language a page comes over HTTP, and how it says so. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PageLanguageTest {

    @Inject
    Invitees invitees;

    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
    }

    @Test
    void nothingIsKnownOfTheLanguage() {
        assertIn("en", given().get(invitee.link()));
    }

    @Test
    void theBrowserNamesOne() {
        assertIn("ar", given().header("Accept-Language", "da, ar-EG;q=0.8, en;q=0.5").get(invitee.link()));
    }

    @Test
    void theTicketNamesAnother() throws Exception {
        reads("pt_BR");

        assertIn("pt", given().header("Accept-Language", "de").get(invitee.link()));
    }

    @Test
    void theTicketNamesOneThatWeDoNotSpeak() throws Exception {
        reads("tlh");

        assertIn("de", given().header("Accept-Language", "de").get(invitee.link()));
    }

    @Test
    void thePageThatComesAgainIsInItToo() throws Exception {
        reads("ja");

        assertIn("ja", invitee.post("score=6"));
    }

    @Test
    void anUnknownLinkKnowsTheBrowserOnly() {
        assertIn("zh", given().header("Accept-Language", "zh-Hans-CN").get("/s/forged"));
    }

    @Test
    void anUnreadableHeaderIsNone() {
        assertIn("en", given().header("Accept-Language", "de;q=,,;").get(invitee.link()));
    }

    @Test
    void aFaultOfOursIsToldInTheBrowsersLanguage() throws Exception {
        Invitees.update("UPDATE invitation SET state = 'NONSENSE', next_action_at = NULL WHERE id = ?", invitee);

        // The document promises nothing about faults of ours.
        assertIn("nl", given().noFilters().header("Accept-Language", "nl").get(invitee.link()));
    }

    private void reads(String locale) throws Exception {
        Invitees.update("UPDATE invitation SET locale = '" + locale + "' WHERE id = ?", invitee);
    }

    private static void assertIn(String language, Response page) {
        assertThat(page.headers().getValues("Content-Language")).containsExactly(language);
        Spoken.in(language, page.asString());
    }
}
