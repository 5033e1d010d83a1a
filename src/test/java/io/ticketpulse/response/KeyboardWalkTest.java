package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who has a keyboard and nothing else, and a browser without scripts. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class KeyboardWalkTest {

    /** What has the focus, whether that can be seen (WCAG 2.2, 2.4.7), and nothing lies over it (2.4.11). */
    private static final String FOCUSED = """
            () => {
                const it = document.activeElement, box = it.getBoundingClientRect();
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return [it.localName, it.name, it.type === 'radio' ? it.value : ''].filter(word => word).join(' ')
                    + (parseFloat(getComputedStyle(it).outlineWidth) >= 2 ? '' : ' unseen')
                    + (top === it ? '' : ' covered');
            }""";

    private static Chromium chromium;

    @TestHTTPResource("/")
    String address;

    @Inject
    Guests guests;

    @Inject
    OptOutLinks optOutLinks;

    @Inject
    Settling settling;

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

    /** Up the scale is to the right, or to the left where one reads from right to left. */
    @ParameterizedTest
    @CsvSource({"en,ArrowRight", "ar,ArrowLeft"})
    void anAnswerIsGivenAndCounted(String language, String up) throws Exception {
        Invitee guest = guests.invited("stars", language);
        try (Viewer viewer = new Viewer(chromium.browser(), address, Manner.PHONE)) {
            Page page = viewer.page();
            page.navigate(guest.link());
            press(page, "Tab", up);
            assertThat(focused(page)).isEqualTo("input score 2");

            List<String> stops = stops(page, 7);
            assertThat(stops).containsExactly("input driver", "input driver", "input driver", "input driver",
                    "input driver", "textarea comment", "button");
            press(page, "Shift+Tab", "Shift+Tab", "Space", "Tab");
            page.keyboard().type("Slow");
            clock.passSeconds(60);
            press(page, "Tab", "Enter");
            page.waitForSelector(".given");
            clock.passSeconds(60);
            settling.settleDue();
        }

        assertThat(Invitees.responses(guest)).containsExactly("1: 2 ACCEPTED");
    }

    @Test
    void tooQuickPressedOnceMoreAndCorrected() throws Exception {
        Invitee guest = guests.invited("nps", "en");
        try (Viewer viewer = new Viewer(chromium.browser(), address, Manner.PHONE)) {
            Page page = viewer.page();
            page.navigate(guest.link() + "?score=9");
            press(page, "Tab", "Enter");
            page.waitForSelector("[role=alert]");
            clock.passSeconds(60);
            assertThat(stops(page, 8)).startsWith("input score 9").endsWith("button");
            press(page, "Enter");
            page.waitForSelector("summary");

            press(page, "Tab", "Enter", "Tab");
            assertThat(focused(page)).isEqualTo("input score 9");
            clock.passSeconds(60);
            press(page, "ArrowLeft", "Enter");
            page.waitForSelector("details:not([open])");
            clock.passSeconds(60);
            settling.settleDue();
        }

        assertThat(Invitees.responses(guest)).containsExactly("1: 9 SUPERSEDED", "2: 8 ACCEPTED");
    }

    @Test
    void optingOut() {
        String link = optOutLinks.of(guests.invited("stars", "en").invitation());
        try (Viewer viewer = new Viewer(chromium.browser(), address, Manner.PHONE)) {
            Page page = viewer.page();
            page.navigate(link);
            clock.passSeconds(60);

            press(page, "Tab", "Enter");

            page.waitForSelector(".quiet");
        }
    }

    private static void press(Page page, String... keys) {
        List.of(keys).forEach(key -> page.keyboard().press(key));
    }

    private static List<String> stops(Page page, int number) {
        List<String> stops = new ArrayList<>();
        IntStream.range(0, number).forEach(stop -> {
            press(page, "Tab");
            stops.add(focused(page));
        });
        return stops;
    }

    private static String focused(Page page) {
        return (String) page.evaluate(FOCUSED);
    }
}
