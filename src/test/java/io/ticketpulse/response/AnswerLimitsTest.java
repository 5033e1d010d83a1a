package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long an answer may be, and how many of them a link takes. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AnswerLimitsTest {

    @Inject
    Invitees invitees;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void aCommentMayHaveTwoThousandCharactersOfAnyScript() {
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(5);

        Response thanks = invitee.send(4, nonce, "&comment=" + "%F0%9F%91%8D".repeat(2000));

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(thanks.asString()).select(".words").text()).isEqualTo("\uD83D\uDC4D".repeat(2000));
    }

    @Test
    void aCommentThatIsTooLongComesBackWhole() {
        String comment = "x".repeat(2001);

        Response again = invitee.post("score=4&comment=" + comment);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(again.asString()).select("textarea").val()).isEqualTo(comment);
    }

    @Test
    void aBodyLargerThanAnyAnswerIsTooLarge() {
        assertThat(invitee.post("comment=" + "x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void moreAnswersThanAnybodyNeedsAreTooMany() throws Exception {
        for (int i = 0; i < ResponseLimits.MOST_RESPONSES; i++) {
            String nonce = Invitee.nonce(invitee.open());
            clock.passSeconds(15);
            assertThat(invitee.send(i % 5 + 1, nonce).statusCode()).isEqualTo(200);
        }
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(15);

        Response refused = invitee.send(1, nonce);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isCloseTo(24 * 3600 - 50 * 15, within(1));
        assertThat(Jsoup.parse(refused.asString()).select("h1").text()).isEqualTo("That is a lot of answers");
        assertThat(Invitees.responses(invitee)).hasSize(ResponseLimits.MOST_RESPONSES);
    }

    @Test
    void aMachineDoesNotUseUpALink() throws Exception {
        Scanner scanner = new Scanner(invitee, List.of(1, 2, 3, 4, 5));
        for (int visit = 0; visit < 12; visit++) {
            List<String> forms = scanner.follow();
            clock.passSeconds(15);
            assertThat(scanner.send(forms)).noneMatch(page -> page.statusCode() == 429);
        }
        String nonce = Invitee.nonce(invitee.open());
        clock.passSeconds(15);

        Response thanks = invitee.send(4, nonce);

        assertThat(thanks.statusCode()).isEqualTo(200);
        // Four visits fill the quarantine; of the others only what was taken first is kept.
        assertThat(Invitees.responses(invitee)).hasSize(20 + 8 + 1).last().asString().endsWith("4 ACCEPTED waits");
    }
}
