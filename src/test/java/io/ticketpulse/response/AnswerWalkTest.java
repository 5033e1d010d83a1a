package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.JobsByHand;

/** From the question to the end, by all the ways there are. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class AnswerWalkTest extends Walk {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final String TWELVE_HOURS_LATER = "UPDATE response SET responded_at = responded_at - INTERVAL 12 HOUR"
            + " WHERE invitation_id = ?";

    @EveryWay
    void toTheEndAndBack(String language, boolean scripts) throws Exception {
        Wording t = in(language);
        String question = t.say("page.question.stars");
        String thanks = t.say("page.thanks.title");
        Invitee guest = guests.invited("stars", language);
        try (Viewer viewer = viewer(language, scripts)) {
            Page page = viewer.page();
            viewer.follow(guest.link(), 200);
            assertThat(page.locator("[name=score]:checked").count()).isZero();
            viewer.sees("open", question);

            viewer.follow(guest.link() + "?score=4", 200);
            assertThat(label(page)).startsWith(t.say("page.comment"));
            viewer.sees("preselected", question);

            viewer.follow(guest.link(), 200);
            page.check("[name=score][value='2']");
            page.check("[value=responsiveness]");
            page.fill("textarea", "<b>HP-4711</b>: لا يعمل");
            assertThat(label(page)).startsWith(t.say("page.comment.low"));
            viewer.sees("low", question);
            viewer.press(400);
            assertThat(page.inputValue("textarea")).isEqualTo("<b>HP-4711</b>: لا يعمل");
            viewer.seesAgain("press-once-more", question, t.say("page.objection.too-quick"));

            clock.pass(A_WHILE);
            viewer.press(200);
            viewer.sees("thanks", thanks);
            page.click("summary");
            viewer.sees("correct-again", thanks);
            clock.pass(A_WHILE);
            page.check("[name=score][value='4']");
            viewer.press(200);
            assertThat(page.locator(".given strong").innerText())
                    .isEqualTo(t.say("page.answer.score", "score", 4, "max", 5));
            viewer.sees("thanks-for-correction", thanks);
            viewer.follow(guest.link(), 200);
            viewer.sees("answered", t.say("page.answered.title"));

            page.click("summary");
            page.check("[name=score][value='5']");
            Invitees.update(TWELVE_HOURS_LATER, guest);
            clock.pass(A_WHILE);
            viewer.press(400);
            viewer.seesAgain("correction-over", t.say("page.answered.title"), t.say("page.objection.correction-over"));
            viewer.follow(guest.link(), 200);
            viewer.sees("answered-for-good", t.say("page.answered.title"));
        }
    }

    @EveryWay
    void whileAMachineIsThere(String language, boolean scripts) throws Exception {
        Wording t = in(language);
        Invitee person = guests.invited("stars", language);
        Invitee takenForOne = guests.invited("stars", language);
        try (Viewer viewer = viewer(language, scripts)) {
            Page page = viewer.page();
            viewer.follow(person.link() + "?score=4", 200);
            aMachineSends(person, 1, 5);
            clock.passSeconds(3);
            viewer.press(400);
            viewer.seesAgain("not-alone", t.say("page.question.stars"), t.say("page.objection.not-alone"));
            clock.pass(A_WHILE);
            viewer.press(200);
            String thanks = withoutNumbers(page);

            viewer.follow(takenForOne.link() + "?score=4", 200);
            aMachineSends(takenForOne, 1);
            viewer.press(200);
            viewer.sees("in-quarantine", t.say("page.thanks.title"));
            assertThat(withoutNumbers(page)).isEqualTo(thanks);
        }

        assertThat(Invitees.responses(person)).last().isEqualTo("3: 4 ACCEPTED waits");
        assertThat(Invitees.responses(takenForOne)).containsExactly("1: 1 QUARANTINED", "2: 4 QUARANTINED");
    }

    private void aMachineSends(Invitee guest, int... scores) {
        String[] forms = new String[scores.length];
        for (int i = 0; i < scores.length; i++) {
            forms[i] = Invitee.nonce(guest.open());
        }
        clock.passSeconds(5);
        for (int i = 0; i < scores.length; i++) {
            guest.send(scores[i], forms[i]);
        }
    }

    private static String label(Page page) {
        return page.locator(".comment label").innerText();
    }

    private static String withoutNumbers(Page page) {
        return page.locator("main").innerText().replaceAll("\\d+", "");
    }
}
