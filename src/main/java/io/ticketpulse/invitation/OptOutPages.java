package io.ticketpulse.invitation;

import jakarta.inject.Singleton;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.ticketpulse.platform.Wording;

/** Writes the pages behind an opt-out link. */
@Singleton
public class OptOutPages {

    /** What the page's own button sends; mail programs send other fields. */
    static final String OPT_OUT = "opt-out";

    /** What the page's own button sends to undo. */
    static final String UNDO = "undo";

    private enum State {
        ASK("opt-out.ask", "ask", "opt-out.button", OPT_OUT),
        OPTED_OUT("opt-out.done", "done", "opt-out.undo", UNDO),
        OPTED_IN("opt-out.undone", "done", "opt-out.button", OPT_OUT);

        private final String key;
        private final String mark;
        private final String button;
        private final String action;

        State(String key, String mark, String button, String action) {
            this.key = key;
            this.mark = mark;
            this.button = button;
            this.action = action;
        }
    }

    OptOutPages() {
    }

    /**
     * What the page says and what its button does.
     *
     * @param mark   the picture: {@code ask} or {@code done}
     * @param notice why the page comes again; empty if it does not
     * @param quiet  whether the button is for few only
     * @param nonce  the hidden field of {@link OptOutForms}
     */
    record OptOutPage(String title, String mark, String heading, String text, String notice, boolean quiet,
            String button, String action, String nonce) {}

    @CheckedTemplate(basePath = "optout")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance page(Wording t, OptOutPage page);

        static native TemplateInstance closed(Wording t, String kind, String heading, String text);
    }

    /** Somebody who may be asked looks at the page. */
    public String ask(Wording t, String nonce) {
        return page(t, State.ASK, false, nonce);
    }

    /** Somebody opted out, just now or before. */
    public String optedOut(Wording t, String nonce) {
        return page(t, State.OPTED_OUT, false, nonce);
    }

    /** Somebody undid it. */
    public String optedIn(Wording t, String nonce) {
        return page(t, State.OPTED_IN, false, nonce);
    }

    /** The page again, for a form that may have been a machine's. */
    public String onceMore(Wording t, boolean optedOut, String nonce) {
        return page(t, optedOut ? State.OPTED_OUT : State.ASK, true, nonce);
    }

    /** A page with nothing to do on it. */
    String closed(Wording t, String key) {
        return Templates.closed(t, key.substring("page.".length()), t.say(key + ".title"), t.say(key + ".text"))
                .render();
    }

    private static String page(Wording t, State state, boolean again, String nonce) {
        String heading = t.say(state.key + ".title");
        return Templates.page(t, new OptOutPage(again ? t.say("page.again", "title", heading) : heading, state.mark,
                heading, t.say(state.key + ".text"), again ? t.say("opt-out.once-more") : "",
                state != State.ASK, t.say(state.button), state.action, nonce)).render();
    }
}
