package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.JobsByHand;

/**
 * Forms that are not taken, from browsers that are old, or changed by somebody. But for what they say these pages are
 * those that {@link AnswerWalkTest} walks in every way.
 */
@QuarkusTest
@TestProfile(JobsByHand.class)
class FormWalkTest extends Walk {

    @EveryWay
    void comeBackBeforeTheAnswer(String language, boolean scripts) throws Exception {
        Wording t = in(language);
        String question = t.say("page.question.stars");
        Invitee guest = guests.invited("stars", language);
        try (Viewer viewer = viewer(language, scripts, Manner.HALF)) {
            Page page = viewer.page();
            viewer.follow(guest.link(), 200);
            page.evaluate("() => document.forms[0].noValidate = true");
            viewer.press(400);
            viewer.seesAgain("no-score", question, t.say("page.objection.no-score"));

            change(page, "[value='4']", "it => { it.checked = true; it.value = '9'; }");
            viewer.press(400);
            viewer.seesAgain("not-on-scale", question, t.say("page.objection.not-on-scale"));

            change(page, "form", "it => it.insertAdjacentHTML('beforeend', '<input name=score value=1>'.repeat(2))");
            page.check("[name=score][value='4']");
            viewer.press(400);
            viewer.seesAgain("unreadable", question, t.say("page.objection.unreadable"));

            page.check("[name=score][value='4']");
            change(page, "[value=empathy]", "it => { it.checked = true; it.value = 'weather'; }");
            viewer.press(400);
            viewer.seesAgain("unknown-driver", question, t.say("page.objection.unknown-driver"));

            page.fill("textarea", "It is a long story. ".repeat(101));
            viewer.press(400);
            viewer.seesAgain("comment-too-long", question, t.say("page.objection.comment-too-long"));

            page.fill("textarea", "It is a long story.");
            change(page, "[name=nonce]", "it => it.value = ''");
            viewer.press(400);
            viewer.seesAgain("form-expired", question, t.say("page.objection.form-expired"));

            Invitees.put(guest, "PENDING");
            viewer.press(400);
            viewer.seesAgain("not-sent-yet", question, t.say("page.objection.not-sent-yet"));
            assertThat(page.inputValue("textarea")).isEqualTo("It is a long story.");
        }
    }

    @EveryWay
    void comeBackAfterIt(String language, boolean scripts) {
        Wording t = in(language);
        String answered = t.say("page.answered.title");
        Invitee guest = guests.invited("stars", language);
        String before = Invitee.nonce(guest.open());
        try (Viewer viewer = viewer(language, scripts, Manner.HALF)) {
            Page page = viewer.page();
            viewer.follow(guest.link() + "?score=4", 200);
            String used = page.inputValue("[name=nonce]");
            clock.pass(Duration.ofMinutes(1));
            viewer.press(200);
            clock.pass(Duration.ofMinutes(1));

            correct(page, used);
            viewer.press(400);
            viewer.seesAgain("form-used", answered, t.say("page.objection.form-used"));

            correct(page, before);
            viewer.press(400);
            viewer.seesAgain("answered-already", answered, t.say("page.objection.answered-already"));

            page.fill("textarea", "x".repeat(70_000));
            viewer.press(413);
            viewer.sees("too-large", t.say("page.too-large.title"));
        }
    }

    private static void correct(Page page, String nonce) {
        page.locator("details").evaluate("it => it.open = true");
        page.check("[name=score][value='2']");
        change(page, "[name=nonce]", "it => it.value = '" + nonce + "'");
    }

    private static void change(Page page, String what, String how) {
        page.locator(what).first().evaluate(how);
    }
}
