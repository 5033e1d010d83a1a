package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that lead to no question, and those by which one is asked none. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class NowhereWalkTest extends Walk {

    @EveryWay
    void everyLinkThatLeadsNowhere(String language, boolean scripts) throws Exception {
        Wording t = in(language);
        Invitee guest = guests.invited("stars", language);
        try (Viewer viewer = viewer(language, scripts)) {
            Invitees.update("UPDATE invitation SET expires_at = sent_at WHERE id = ?", guest);
            viewer.follow(guest.link(), 410);
            viewer.sees("expired", t.say("page.expired.title"));

            Invitees.put(guest, "WITHDRAWN");
            viewer.follow(guest.link(), 410);
            viewer.sees("reopened", t.say("page.withdrawn.title"));

            Invitees.put(guest, "CANCELLED");
            viewer.follow(guest.link(), 410);
            viewer.sees("taken-back", t.say("page.over.title"));

            Invitees.put(guest, "NONSENSE");
            viewer.follow(guest.link(), 500);
            viewer.sees("trouble", t.say("page.trouble.title"));

            viewer.follow("/s/somebody-cut-it-off", 404);
            viewer.sees("unknown", t.say("page.unknown.title"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void moreThanWeTake(String language) {
        Wording t = in(language);
        Invitee talkative = thatAnswersTooOften(language);
        for (boolean scripts : List.of(false, true)) {
            try (Viewer viewer = viewer(language, scripts)) {
                viewer.follow(talkative.link(), 200);
                viewer.page().click("summary");
                viewer.page().check("[value='3']");
                clock.passSeconds(15);
                viewer.press(429);
                viewer.sees("too-many", t.say("page.too-many.title"));
            }
        }
    }

    private Invitee thatAnswersTooOften(String language) {
        Invitee guest = guests.invited("stars", language);
        for (int answer = 0; answer < ResponseLimits.MOST_RESPONSES; answer++) {
            String nonce = Invitee.nonce(guest.open());
            clock.passSeconds(15);
            guest.send(answer % 2 + 1, nonce);
        }
        return guest;
    }

    @EveryWay
    void optingOutAndInAgain(String language, boolean scripts) throws Exception {
        Wording t = in(language);
        Invitee guest = guests.invited("stars", language);
        try (Viewer viewer = viewer(language, scripts)) {
            viewer.follow(guest.optOutLink(), 200);
            viewer.sees("opt-out", t.say("opt-out.ask.title"));
            viewer.press(400);
            viewer.seesAgain("opt-out-once-more", t.say("opt-out.ask.title"), t.say("opt-out.once-more"));
            clock.passSeconds(60);
            viewer.press(200);
            viewer.sees("opted-out", t.say("opt-out.done.title"));
            clock.passSeconds(60);
            viewer.press(200);
            viewer.sees("opt-in", t.say("opt-out.again.title"));
            assertThat(Invitees.hasOptedOut(guest)).isTrue();
            clock.passSeconds(60);
            viewer.press(200);
            viewer.sees("opted-in", t.say("opt-out.undone.title"));
            assertThat(Invitees.hasOptedOut(guest)).isFalse();
            viewer.follow("/u/somebody-cut-it-off", 404);
            viewer.sees("opt-out-unknown", t.say("page.unknown.title"));
        }
    }
}
