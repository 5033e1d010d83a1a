package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who has a keyboard and nothing else, and a browser without scripts. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class KeyboardWalkTest extends Walk {

    @Inject
    Settling settling;

    /** Up the scale is to the right, or to the left where one reads from right to left. */
    @ParameterizedTest
    @CsvSource({"en,ArrowRight", "ar,ArrowLeft"})
    void anAnswerIsGivenAndCounted(String language, String up) throws Exception {
        Invitee guest = guests.invited("stars", language);
        try (Viewer viewer = viewer(language, false)) {
            Page page = viewer.page();
            page.navigate(guest.link());
            press(page, "Tab", up);
            assertThat(page.inputValue(":focus")).isEqualTo("2");

            List<String> stops = stops(page, 7);
            assertThat(stops.subList(0, 5)).containsExactlyInAnyOrder("input driver reliability",
                    "input driver responsiveness", "input driver assurance", "input driver empathy",
                    "input driver tangibles");
            assertThat(stops.subList(5, 7)).containsExactly("textarea comment", "button");
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
        try (Viewer viewer = viewer("en", false)) {
            Page page = viewer.page();
            page.navigate(guest.link() + "?score=9");
            press(page, "Tab", "Enter");
            page.waitForSelector("[role=alert]");
            clock.passSeconds(60);
            assertThat(stops(page, 8)).startsWith("input score").endsWith("button");
            press(page, "Enter");
            page.waitForSelector("summary");

            press(page, "Tab", "Enter", "Tab");
            assertThat(page.inputValue(":focus")).isEqualTo("9");
            clock.passSeconds(60);
            press(page, "ArrowLeft", "Enter");
            page.waitForSelector("details:not([open])");
            clock.passSeconds(60);
            settling.settleDue();
        }

        assertThat(Invitees.responses(guest)).containsExactly("1: 9 SUPERSEDED", "2: 8 ACCEPTED");
    }

    @Test
    void optingOut() throws Exception {
        Invitee guest = guests.invited("stars", "en");
        try (Viewer viewer = viewer("en", false)) {
            Page page = viewer.page();
            page.navigate(guest.optOutLink());
            clock.passSeconds(60);

            press(page, "Tab", "Enter");

            page.waitForSelector(".quiet");
        }

        assertThat(Invitees.hasOptedOut(guest)).isTrue();
    }

    private static void press(Page page, String... keys) {
        List.of(keys).forEach(key -> page.keyboard().press(key));
    }

    private static List<String> stops(Page page, int number) {
        List<String> stops = new ArrayList<>();
        IntStream.range(0, number).forEach(stop -> {
            press(page, "Tab");
            stops.add(new Inspection(page).focused());
        });
        return stops;
    }
}
