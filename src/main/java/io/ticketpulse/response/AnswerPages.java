package io.ticketpulse.response;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.ticketpulse.invitation.DeskText;
import io.ticketpulse.invitation.Drivers;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.Phrase;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Wording;

/** Writes the pages behind a link. */
@Singleton
class AnswerPages {

    private final Nonces nonces;
    private final ReportingZone reportingZone;

    AnswerPages(Nonces nonces, ReportingZone reportingZone) {
        this.nonces = nonces;
        this.reportingZone = reportingZone;
    }

    /** What is asked about, in no more detail than a mail scanner may know. */
    record About(String ticket, String closed) {}

    /** The open question. */
    record QuestionPage(String title, About about, String notice, String hint, AnswerForm form) {}

    /**
     * An answer that was given.
     *
     * @param form null if it can no longer be corrected
     */
    record AnsweredPage(String title, About about, boolean thanked, String heading, String text, String notice,
            GivenView given, AnswerForm form, String until) {}

    /** An answer as it is shown. */
    record GivenView(List<Boolean> stars, String score, String word, List<Phrase> reasons, String comment) {}

    @CheckedTemplate(basePath = "answer")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance question(Wording t, QuestionPage page);

        static native TemplateInstance answered(Wording t, AnsweredPage page);

        static native TemplateInstance closed(Wording t, String kind, String heading, String text);
    }

    /** The question, with what was filled in so far; {@code objection} null unless the form was sent. */
    String question(Wording t, InvitedCustomer customer, SubmittedForm filled, Objection objection, Nonce next) {
        String title = t.say("page.title");
        boolean preselected = objection == null
                && SubmittedForm.scoreOn(customer.survey().scale(), filled.score()).isPresent();
        return Templates.question(t, new QuestionPage(
                objection == null ? title : t.say("page.again", "title", title), about(t, customer),
                objection == null ? "" : t.say(objection.textKey()),
                preselected ? t.say("page.preselected") : "",
                AnswerForm.first(t, customer, filled, nonces.write(next))))
                .render();
    }

    /** The thanks for an answer, whatever became of it: machines learn nothing from this page. */
    String thanks(Wording t, InvitedCustomer customer, Answer answer, Instant correctableUntil, Nonce next) {
        return answered(t, customer, answer, asForm(answer, customer), true, null, correctableUntil, next);
    }

    /** The answer that stands, with what was filled in to correct it; {@code objection} null unless it was sent. */
    String answered(Wording t, InvitedCustomer customer, Answer answer, SubmittedForm filled, Objection objection,
            Instant correctableUntil, Nonce next) {
        return answered(t, customer, answer, filled, false, objection, correctableUntil, next);
    }

    private String answered(Wording t, InvitedCustomer customer, Answer answer, SubmittedForm filled,
            boolean thanked, Objection objection, Instant correctableUntil, Nonce next) {
        String key = thanked ? "page.thanks" : "page.answered";
        String heading = t.say(key + ".title");
        AnswerForm form = next.openedAt().isBefore(correctableUntil)
                ? AnswerForm.correction(t, customer, filled, nonces.write(next))
                : null;
        return Templates.answered(t, new AnsweredPage(
                objection == null ? heading : t.say("page.again", "title", heading), about(t, customer), thanked,
                heading, objection == null ? t.say(key + ".text") : "",
                objection == null ? "" : t.say(objection.textKey()),
                given(t, customer.survey().drivers(), answer), form,
                inWords(t, "page.format.moment", customer, correctableUntil))).render();
    }

    /** A page with nothing to do on it. */
    String closed(Wording t, String key) {
        return Templates.closed(t, key.substring("page.".length()), t.say(key + ".title"), t.say(key + ".text"))
                .render();
    }

    /** The answer as it would be filled in again; a score on another scale than now is left to be chosen. */
    static SubmittedForm asForm(Answer answer, InvitedCustomer customer) {
        boolean sameScale = answer.scale() == customer.survey().scale();
        return new SubmittedForm(sameScale ? String.valueOf(answer.score()) : null, answer.readableComment(),
                answer.drivers(),
                null);
    }

    private static GivenView given(Wording t, Drivers drivers, Answer answer) {
        Scale scale = answer.scale();
        List<Boolean> stars = scale == Scale.STARS
                ? IntStream.rangeClosed(1, scale.max()).mapToObj(star -> star <= answer.score()).toList()
                : List.of();
        String word = AnswerForm.word(t, scale, answer.score());
        String score = t.say("page.answer.score", "score", answer.score(), "max", scale.max());
        // A reason that the settings no longer name has no words any more.
        List<Phrase> reasons = answer.drivers().stream().filter(drivers.names()::contains)
                .map(name -> drivers.in(t, name)).toList();
        return scale == Scale.THUMBS
                ? new GivenView(stars, word, "", reasons, answer.readableComment())
                : new GivenView(stars, score, word, reasons, answer.readableComment());
    }

    private About about(Wording t, InvitedCustomer customer) {
        return new About(DeskText.number(customer.closure().ticketNumber()).orElse(null),
                inWords(t, "page.format.day", customer, customer.closure().closedAt()));
    }

    private String inWords(Wording t, String formatKey, InvitedCustomer customer, Instant instant) {
        return DateTimeFormatter.ofPattern(t.say(formatKey), t.locale()).format(at(customer, instant));
    }

    /** In the requester's zone, where we know it. */
    private ZonedDateTime at(InvitedCustomer customer, Instant instant) {
        String zone = customer.closure().requester().timeZone();
        try {
            return instant.atZone(zone == null ? reportingZone.id() : ZoneId.of(zone));
        } catch (DateTimeException notAZone) {
            return instant.atZone(reportingZone.id());
        }
    }
}
