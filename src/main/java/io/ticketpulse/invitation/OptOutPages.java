package io.ticketpulse.invitation;

import jakarta.inject.Singleton;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.ticketpulse.platform.Wording;

/** Writes the pages behind an opt-out link. */
@Singleton
public class OptOutPages {

    /** What the page's own button sends to undo; mail programs send other fields, or none. */
    static final String UNDO = "undo";

    OptOutPages() {
    }

    /**
     * What the page says and what its button does.
     *
     * @param mark  the picture: {@code ask} or {@code done}
     * @param quiet whether the button is for few only
     */
    record OptOutPage(String mark, String heading, String text, boolean quiet, String button, String action) {}

    @CheckedTemplate(basePath = "optout")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance page(Wording t, OptOutPage page);

        static native TemplateInstance closed(Wording t, String kind, String heading, String text);
    }

    /** Somebody who may be asked looks at the page. */
    public String ask(Wording t) {
        return page(t, "opt-out.ask", "ask", "opt-out.button", "opt-out");
    }

    /** Somebody opted out, just now or before. */
    public String optedOut(Wording t) {
        return page(t, "opt-out.done", "done", "opt-out.undo", UNDO);
    }

    /** Somebody undid it. */
    public String optedIn(Wording t) {
        return page(t, "opt-out.undone", "done", "opt-out.button", "opt-out");
    }

    /** A page with nothing to do on it. */
    String closed(Wording t, String key) {
        return Templates.closed(t, key.substring("page.".length()), t.say(key + ".title"), t.say(key + ".text"))
                .render();
    }

    private static String page(Wording t, String key, String mark, String buttonKey, String action) {
        return Templates.page(t, new OptOutPage(mark, t.say(key + ".title"), t.say(key + ".text"),
                mark.equals("done"), t.say(buttonKey), action)).render();
    }
}
