package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scale, in narrow windows and few colours too; long words and other scripts. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class LooksWalkTest extends Walk {

    @EveryWay
    void everyScale(String language, boolean scripts) {
        try (Viewer viewer = viewer(language, scripts)) {
            everyScale(viewer, language);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNarrowest(boolean scripts) {
        try (Viewer viewer = viewer("de", scripts, List.of(Manner.NARROW.get(scripts ? 1 : 0)))) {
            everyScale(viewer, "de");
        }
    }

    @Test
    void thePlainest() {
        try (Viewer viewer = viewer("en", false, Manner.PLAIN)) {
            everyScale(viewer, "en");
        }
    }

    private void everyScale(Viewer viewer, String language) {
        Wording t = in(language);
        looksAt(viewer, t, "stars", "2", t.say("page.question.stars"));
        looksAt(viewer, t, "nps", "6", t.say("page.question.nps"));
        looksAt(viewer, t, "ces", "3", t.say("page.question.ces"));
        looksAt(viewer, t, "thumbs", "0", "Was <b>it</b> \"fine\" & quick?");
    }

    /** The highest of the low scores, and the one above it. */
    private void looksAt(Viewer viewer, Wording t, String scale, String low, String question) {
        Invitee guest = guests.invited(scale, t.language());
        Page page = viewer.page();
        viewer.follow(guest.link(), 200);
        viewer.sees("open-" + scale, question);
        viewer.follow(guest.link() + "?score=" + low, 200);
        page.check("[value=empathy]");
        assertThat(page.locator(".comment label").innerText()).startsWith(t.say("page.comment.low"));
        viewer.sees("low-" + scale, question);
        page.check("[name=score][value='" + (Integer.parseInt(low) + 1) + "']");
        assertThat(page.locator(".comment label").innerText()).startsWith(t.say("page.comment"));
    }

    @ParameterizedTest
    @CsvSource({"de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja", "zh"})
    void longWordsAndOtherScripts(String language) {
        Invitee guest = guests.invited("stars", language);
        try (Viewer viewer = viewer(language, false, List.of(Manner.PHONE))) {
            viewer.follow(guest.link() + "?score=2", 200);
            viewer.sees("low", in(language).say("page.question.stars"));
        }
    }
}
