package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;

/** Somebody who clicks twice wherever there is a button, so that the second click may fall on the page that comes. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class DoubleClickWalkTest extends Walk {

    private static final String BUTTON = "form[method=post] button";

    @Test
    void answeringTwiceIsOneAnswer() throws Exception {
        Invitee guest = guests.invited("stars", "en");
        try (Viewer viewer = viewer("en", false)) {
            Page page = viewer.page();
            page.navigate(guest.link() + "?score=4");
            clock.passSeconds(60);

            page.dblclick(BUTTON);

            page.waitForSelector(".given");
        }

        assertThat(Invitees.responses(guest)).containsExactly("1: 4 ACCEPTED waits");
    }

    @Test
    void optingOutTwiceIsNotOptingInAgain() throws Exception {
        Invitee guest = guests.invited("stars", "en");
        try (Viewer viewer = viewer("en", false)) {
            Page page = viewer.page();
            page.navigate(guest.optOutLink());
            clock.passSeconds(60);

            page.dblclick(BUTTON);

            page.waitForSelector(".quiet");
        }

        assertThat(Invitees.hasOptedOut(guest)).isTrue();
    }
}
