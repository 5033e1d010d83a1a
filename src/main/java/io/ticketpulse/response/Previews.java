package io.ticketpulse.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.MailPreview;
import io.ticketpulse.invitation.OptOutPages;
import io.ticketpulse.platform.ClientLimit;
import io.ticketpulse.platform.Wording;

/** Every mail and every state of every page that customers meet, in the order in which they may. */
@Singleton
class Previews {

    /** Objections that somebody meets who has answered before. */
    private static final Set<Objection> AFTER_THE_ANSWER = EnumSet.of(Objection.FORM_USED, Objection.ANSWERED_ALREADY,
            Objection.CORRECTION_OVER);

    /** Objections to forms in which nothing was chosen, or nothing could be read. */
    private static final Set<Objection> WITHOUT_A_CHOICE = EnumSet.of(Objection.UNREADABLE, Objection.NO_SCORE,
            Objection.NOT_ON_SCALE);

    /** Opens nothing. */
    private static final String SAMPLE_FIELD = "sample";

    private final AnswerPages pages;
    private final List<PreviewState> states = new ArrayList<>();

    Previews(AnswerPages pages, MailPreview mails, OptOutPages optOuts, ClientLimit limit) {
        this.pages = pages;
        addMails(mails);
        addQuestions();
        addAnswers();
        for (Objection objection : Objection.values()) {
            String name = objection.name().toLowerCase(Locale.ROOT);
            add(name.replace('_', '-'), "Form comes back", label(name), sample -> AFTER_THE_ANSWER.contains(objection)
                    ? answered(sample, objection)
                    : question(sample, WITHOUT_A_CHOICE.contains(objection) ? SubmittedForm.EMPTY : sample.filled(),
                            objection));
        }
        addClosed(limit);
        add("opt-out", "Opt out", "Asked whether", sample -> optOuts.ask(sample.t(), SAMPLE_FIELD));
        add("opt-out-again", "Opt out", "Once more", sample -> optOuts.onceMore(sample.t(), SAMPLE_FIELD));
        add("opted-out", "Opt out", "Done", sample -> optOuts.optedOut(sample.t(), SAMPLE_FIELD));
        add("opt-in", "Opt out", "Asked whether to undo it", sample -> optOuts.askAgain(sample.t(), SAMPLE_FIELD));
        add("opted-in", "Opt out", "Undone", sample -> optOuts.optedIn(sample.t()));
    }

    @CheckedTemplate(basePath = "preview")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance text(Wording t, String subject, String text);
    }

    List<PreviewState> states() {
        return List.copyOf(states);
    }

    private void addMails(MailPreview mails) {
        addMail("invitation", "Invitation", mails::invitation);
        addMail("reminder", "Reminder", mails::reminder);
    }

    private void addMail(String name, String label, Function<InvitedCustomer, MailPreview.Shown> mail) {
        Function<PreviewSample, String> subject = sample -> mail.apply(sample.customer()).subject();
        states.add(new PreviewState(name, "Mail", label, sample -> mail.apply(sample.customer()).html(), subject));
        states.add(new PreviewState(name + "-text", "Mail", label + " as text",
                sample -> text(sample, mail.apply(sample.customer())), subject));
    }

    private void addQuestions() {
        add("question", "Question", "Open", sample -> question(sample, SubmittedForm.EMPTY, null));
        add("preselected", "Question", "Chosen in the mail",
                sample -> question(sample, sample.preselected(sample.answer().score()), null));
        add("preselected-low", "Question", "Low score chosen in the mail",
                sample -> question(sample, sample.preselected(sample.survey().scale().min()), null));
    }

    private void addAnswers() {
        add("thanks", "Answer", "Thanks", sample -> pages.thanks(sample.t(), sample.customer(), sample.answer(),
                sample.now().plus(AnswerRules.CORRECTABLE_FOR), sample.nonce()));
        add("answered", "Answer", "Answered before", sample -> answered(sample, null));
        add("answered-for-good", "Answer", "Answered long before",
                sample -> answered(sample, null, sample.now()));
    }

    private void addClosed(ClientLimit limit) {
        addClosed("expired", "Expired");
        addClosed("withdrawn", "Ticket reopened");
        addClosed("over", "Taken back");
        addClosed("unknown", "Unknown link");
        addClosed("too-many", "Too many answers");
        addClosed("too-large", "Too large");
        add("busy", "No question", "Too many requests", sample -> limit.page(sample.t()));
        addClosed("trouble", "Fault of ours");
    }

    private void addClosed(String name, String label) {
        add(name, "No question", label, sample -> pages.closed(sample.t(), "page." + name));
    }

    private void add(String name, String group, String label, Function<PreviewSample, String> html) {
        states.add(new PreviewState(name, group, label, html, page -> ""));
    }

    private String question(PreviewSample sample, SubmittedForm filled, Objection objection) {
        return pages.question(sample.t(), sample.customer(), filled, objection, sample.nonce());
    }

    private String answered(PreviewSample sample, Objection objection) {
        return answered(sample, objection, objection == Objection.CORRECTION_OVER
                ? sample.now()
                : sample.now().plus(AnswerRules.CORRECTABLE_FOR));
    }

    private String answered(PreviewSample sample, Objection objection, Instant correctableUntil) {
        return pages.answered(sample.t(), sample.customer(), sample.answer(), sample.filled(), objection,
                correctableUntil, sample.nonce());
    }

    private static String text(PreviewSample sample, MailPreview.Shown mail) {
        return Templates.text(sample.t(), mail.subject(), mail.text()).render();
    }

    private static String label(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1).replace('_', ' ');
    }
}
