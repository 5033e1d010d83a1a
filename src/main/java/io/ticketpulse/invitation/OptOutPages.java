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

    /** What the button sends by which somebody who opted out asks for the way back. */
    static final String UNDO = "undo";

    /** What the button at the end of that way sends. */
    static final String OPT_IN = "opt-in";

    private enum State {
        ASK("opt-out.ask.title", "opt-out.ask.text", "ask", "opt-out.button", OPT_OUT),
        OPTED_OUT("opt-out.done.title", "opt-out.done.text", "done", "opt-out.undo", UNDO),
        ASK_AGAIN("opt-out.again.title", "opt-out.undone.text", "ask", "opt-out.again.button", OPT_IN);

        private final String title;
        private final String text;
        private final String mark;
        private final String button;
        private final String action;

        State(String title, String text, String mark, String button, String action) {
            this.title = title;
            this.text = text;
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

    /** Somebody who opted out asks for the way back: one button more, so that nobody is led there by a second click. */
    public String askAgain(Wording t, String nonce) {
        return page(t, State.ASK_AGAIN, false, nonce);
    }

    /** Somebody went the whole way back. There is no button, on which a second click would fall. */
    public String optedIn(Wording t) {
        return Templates.closed(t, "done", t.say("opt-out.undone.title"), t.say("opt-out.undone.text")).render();
    }

    /** Whether to opt out, again: the button may have been pressed by a machine. */
    public String onceMore(Wording t, String nonce) {
        return page(t, State.ASK, true, nonce);
    }

    /** A page with nothing to do on it. */
    String closed(Wording t, String key) {
        return Templates.closed(t, key.substring("page.".length()), t.say(key + ".title"), t.say(key + ".text"))
                .render();
    }

    private static String page(Wording t, State state, boolean again, String nonce) {
        String heading = t.say(state.title);
        return Templates.page(t, new OptOutPage(again ? t.say("page.again", "title", heading) : heading, state.mark,
                heading, t.say(state.text), again ? t.say("opt-out.once-more") : "",
                state == State.OPTED_OUT, t.say(state.button), state.action, nonce)).render();
    }
}
