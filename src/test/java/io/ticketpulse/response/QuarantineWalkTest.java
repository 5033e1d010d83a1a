package io.ticketpulse.response;

import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which staff look at what was set aside, in a real browser. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class QuarantineWalkTest extends Walk {

    private static final String PAGE = "/reports/quarantine";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fromAllToOneThatIsReleased(boolean scripts) throws Exception {
        Invitee guest = guests.invited("stars", "en");
        String first = Invitee.nonce(guest.open());
        String second = Invitee.nonce(guest.open());
        clock.passSeconds(5);
        guest.send(1, first, "&comment=%D9%84%D8%A7+%D9%8A%D8%B9%D9%85%D9%84%21+HP-4711");
        guest.send(5, second);
        String ofTicket = "Responses to ticket " + guest.ticketId();
        try (Viewer viewer = viewer("en", scripts)) {
            Page page = viewer.page();
            viewer.login("reader", READER_PASSWORD);
            viewer.follow(PAGE + "?limit=3", 200);
            viewer.sees("quarantine-reader", "Responses in quarantine");
            assertThat(page.locator("form[method=post]").count()).isZero();
            viewer.follow(PAGE + "?ticketId=nobody-asked", 200);
            viewer.sees("quarantine-none", "Responses to ticket nobody-asked");

            viewer.login("admin", ADMIN_PASSWORD);
            viewer.follow(PAGE + "?limit=3", 200);
            viewer.sees("quarantine", "Responses in quarantine");
            page.fill("#ticket", guest.ticketId());
            viewer.arrive(() -> page.click("[role=search] button"), 200);
            viewer.sees("quarantine-ticket", ofTicket);

            page.locator("[name=reason]").last().fill("Äußerst menschlich.");
            page.locator("[name=token]").last().evaluate("token => token.value = 'from yesterday'");
            viewer.arrive(() -> page.locator("form[method=post] button").last().click(), 400);
            assertThat(page.locator("[name=reason]").last().inputValue()).isEqualTo("Äußerst menschlich.");
            viewer.seesAgain("quarantine-refused", ofTicket,
                    "Nothing was changed: this page had been open for too long. Please press the button once more.");

            viewer.arrive(() -> page.locator("form[method=post] button").last().click(), 200);
            viewer.sees("quarantine-released", ofTicket);
        }

        assertThat(Invitees.responses(guest)).containsExactly("1: 1 ACCEPTED", "2: 5 QUARANTINED");
    }
}
