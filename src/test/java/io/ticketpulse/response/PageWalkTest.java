package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.invitation.OptOutLinks;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.Chromium;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state of the pages in a real browser: on phone and desktop, by day and by night, with and without scripts, in
 * Arabic. Pictures are in target/screenshots.
 */
@QuarkusTest
@TestProfile(JobsByHand.class)
class PageWalkTest {

    private static final String STARS = "How satisfied are you with how we handled your request?";
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** People whose pages are only looked at, by survey. */
    private static final Map<String, Invitee> IDLE = new HashMap<>();

    private static Chromium chromium;

    @TestHTTPResource("/")
    String address;

    @Inject
    Guests guests;

    @Inject
    OptOutLinks optOutLinks;

    private MovableClock clock;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void timeStandsStill() {
        clock = MovableClock.installed();
    }

    static List<Manner> manners() {
        return Manner.all().toList();
    }

    static List<Manner> special() {
        return List.of(Manner.narrow().get(0), Manner.narrow().get(1), Manner.PHONE.withForcedColours(),
                Manner.PHONE.withForcedColours().byNight());
    }

    @ParameterizedTest
    @MethodSource("manners")
    void everyStateFromTheQuestionToTheEnd(Manner manner) throws Exception {
        Invitee guest = guests.invited("stars", "en");
        try (Viewer viewer = new Viewer(chromium.browser(), address, manner)) {
            Page page = viewer.page();
            page.navigate(guest.link());
            viewer.sees("open-stars", STARS);
            assertThat(page.locator("[name=score]:checked").count()).isZero();

            page.navigate(guest.link() + "?score=4");
            viewer.sees("preselected", STARS);
            assertThat(page.locator(".comment label").innerText()).startsWith("Anything you would like to add?");

            page.navigate(guest.link());
            page.check("[name=score][value='2']");
            viewer.sees("low", STARS);
            assertThat(page.locator(".comment label").innerText()).startsWith("We are sorry to hear that. What went");

            page.check("[value=responsiveness]");
            page.fill("textarea", "It took <b>three</b> calls.");
            page.click("button");
            viewer.sees("press-once-more", STARS);
            assertThat(page.inputValue("textarea")).isEqualTo("It took <b>three</b> calls.");

            clock.pass(A_WHILE);
            page.click("button");
            viewer.sees("thanks", "Thank you");

            page.click("summary");
            viewer.sees("correct-again", "Thank you");
            clock.pass(A_WHILE);
            page.check("[name=score][value='4']");
            page.click("button");
            viewer.sees("thanks-for-correction", "Thank you");

            page.navigate(guest.link());
            viewer.sees("answered", "We have your answer");
            Invitees.update("UPDATE response SET responded_at = responded_at - INTERVAL 12 HOUR"
                    + " WHERE invitation_id = ?", guest);
            page.navigate(guest.link());
            viewer.sees("answered-for-good", "We have your answer");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void everyLinkThatLeadsNowhere(Manner manner) throws Exception {
        Invitee guest = guests.invited("stars", "en");
        try (Viewer viewer = new Viewer(chromium.browser(), address, manner)) {
            Page page = viewer.page();
            Invitees.update("UPDATE invitation SET expires_at = sent_at WHERE id = ?", guest);
            page.navigate(guest.link());
            viewer.sees("expired", "This question has closed");

            Invitees.put(guest, "WITHDRAWN");
            page.navigate(guest.link());
            viewer.sees("reopened", "Your ticket is open again");

            Invitees.put(guest, "CANCELLED");
            page.navigate(guest.link());
            viewer.sees("taken-back", "This question is no longer open");

            page.navigate("/s/somebody-cut-it-off");
            viewer.sees("unknown", "We do not know this link");
            Invitees.put(guest, "NONSENSE");
            page.navigate(guest.link());
            viewer.sees("trouble", "That did not work");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void optingOutAndInAgain(Manner manner) {
        String link = optOutLinks.of(guests.invited("stars", "en").invitation());
        try (Viewer viewer = new Viewer(chromium.browser(), address, manner)) {
            Page page = viewer.page();
            page.navigate(link);
            viewer.sees("opt-out", "Shall we stop asking?");
            page.click("button");
            viewer.sees("opt-out-once-more", "Shall we stop asking?");
            clock.pass(A_WHILE);
            page.click("button");
            viewer.sees("opted-out", "We will not ask you any more");
            clock.pass(A_WHILE);
            page.click("button");
            viewer.sees("opted-in", "Thank you, we may ask you again");
            page.navigate("/u/somebody-cut-it-off");
            viewer.sees("opt-out-unknown", "We do not know this link");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void theOtherScales(Manner manner) {
        try (Viewer viewer = new Viewer(chromium.browser(), address, manner)) {
            looksAt(viewer, "nps", "6", "How likely are you to recommend our service desk to a colleague?");
            looksAt(viewer, "ces", "3",
                    "“The service desk made it easy to get my issue solved.” How much do you agree?");
            looksAt(viewer, "thumbs", "0", "Was <b>it</b> \"fine\" & quick?");
        }
    }

    private void looksAt(Viewer viewer, String scale, String low, String question) {
        Invitee guest = IDLE.computeIfAbsent(scale, survey -> guests.invited(survey, "en"));
        Page page = viewer.page();
        page.navigate(guest.link());
        viewer.sees("open-" + scale, question);
        page.navigate(guest.link() + "?score=" + low);
        viewer.sees("low-" + scale, question);
        assertThat(page.locator(".comment label").innerText()).startsWith("We are sorry");
        page.check("[name=score][value='" + (Integer.parseInt(low) + 1) + "']");
        assertThat(page.locator(".comment label").innerText()).startsWith("Anything");
    }

    @ParameterizedTest
    @MethodSource("special")
    void theNarrowestAndThePlainest(Manner manner) {
        try (Viewer viewer = new Viewer(chromium.browser(), address, manner)) {
            Page page = viewer.page();
            page.navigate(guests.invited("stars", "de").link() + "?score=2");
            page.check("[value=empathy]");
            viewer.sees("low-stars", "Wie zufrieden sind Sie damit, wie wir Ihr Anliegen bearbeitet haben?");
            looksAt(viewer, "nps", "6", "How likely are you to recommend our service desk to a colleague?");
            looksAt(viewer, "ces", "3",
                    "“The service desk made it easy to get my issue solved.” How much do you agree?");
            looksAt(viewer, "thumbs", "0", "Was <b>it</b> \"fine\" & quick?");
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void fromRightToLeft(Manner manner) throws Exception {
        Invitee guest = guests.invited("stars", "ar-EG");
        try (Viewer viewer = new Viewer(chromium.browser(), address, manner)) {
            Page page = viewer.page();
            page.navigate(guest.link());
            String question = page.locator("h1").innerText();
            viewer.sees("arabic-open", question);
            assertThat(page.locator("[value='1']").boundingBox().x)
                    .isGreaterThan(page.locator("[value='5']").boundingBox().x);
            page.check("[value='2']");
            page.check("[value=empathy]");
            page.fill("textarea", "Printer: HP-4711 لا يعمل");
            viewer.sees("arabic-low", question);
            page.click("button");
            viewer.sees("arabic-press-once-more", question);
            clock.pass(A_WHILE);
            page.click("button");
            viewer.sees("arabic-thanks", page.locator("h1").innerText());
            page.click("summary");
            viewer.sees("arabic-correct-again", page.locator("h1").innerText());
            page.navigate(guests.invited("nps", "ar").link() + "?score=9");
            viewer.sees("arabic-nps", page.locator("h1").innerText());
            page.navigate(optOutLinks.of(guest.invitation()));
            viewer.sees("arabic-opt-out", page.locator("h1").innerText());
        }
    }

    @ParameterizedTest
    @CsvSource({"de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja", "zh"})
    void longWordsAndOtherScripts(String language) {
        Invitee guest = guests.invited("stars", language);
        try (Viewer viewer = new Viewer(chromium.browser(), address, Manner.PHONE)) {
            Page page = viewer.page();
            page.navigate(guest.link() + "?score=2");
            viewer.sees("low-" + language, page.locator("h1").innerText());
        }
    }
}
