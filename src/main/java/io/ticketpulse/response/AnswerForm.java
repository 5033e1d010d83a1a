package io.ticketpulse.response;

import java.util.List;
import java.util.stream.IntStream;

import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Scale.Sentiment;
import io.ticketpulse.invitation.Survey;
import io.ticketpulse.platform.Phrase;
import io.ticketpulse.platform.Wording;

/**
 * The form on a page.
 *
 * @param heading  whether the question is the heading of the page
 * @param icon     the picture of a choice, empty if the scale has none
 * @param lowest   what the lowest score means
 * @param highest  what the highest score means
 * @param comment  what was written so far, empty if nothing
 * @param drivers  the reasons that can be picked, in the order in which they are shown
 * @param button   what the button says
 */
record AnswerForm(boolean heading, String kind, String icon, Phrase question, List<Choice> choices, String lowest,
        String highest, String comment, List<Driver> drivers, String nonce, String button) {

    /**
     * One score that can be chosen.
     *
     * @param low whether it makes the page ask what went wrong
     */
    record Choice(int value, String word, boolean chosen, boolean low) {}

    /** One reason that can be picked. */
    record Driver(String name, Phrase phrase, boolean chosen) {}

    /** A form for a first answer. */
    static AnswerForm first(Wording texts, InvitedCustomer customer, SubmittedForm filled, String nonce) {
        return of(texts, customer, filled, nonce, true, "page.send");
    }

    /** A form for another answer in place of the one there is. */
    static AnswerForm correction(Wording texts, InvitedCustomer customer, SubmittedForm filled, String nonce) {
        return of(texts, customer, filled, nonce, false, "page.send.correction");
    }

    private static AnswerForm of(Wording texts, InvitedCustomer customer, SubmittedForm filled, String nonce,
            boolean heading, String buttonKey) {
        Survey survey = customer.survey();
        Scale scale = survey.scale();
        Integer chosen = SubmittedForm.scoreOn(scale, filled.score()).orElse(null);
        List<Choice> choices = IntStream.rangeClosed(scale.min(), scale.max())
                .mapToObj(score -> new Choice(score, word(texts, scale, score), Integer.valueOf(score).equals(chosen),
                        scale.sentimentOf(score) == Sentiment.DISSATISFIED))
                .toList();
        List<Driver> drivers = survey.drivers().shownTo(customer.id()).stream()
                .map(name -> new Driver(name, survey.drivers().in(texts, name), filled.drivers().contains(name)))
                .toList();
        return new AnswerForm(heading, scale.wireName(), icon(scale), survey.questionIn(texts), choices,
                word(texts, scale, scale.min()), word(texts, scale, scale.max()),
                filled.comment() == null ? "" : filled.comment(), drivers, nonce, texts.say(buttonKey));
    }

    /** What a score means in words; empty for scores that have no word of their own. */
    static String word(Wording texts, Scale scale, int score) {
        boolean end = score == scale.min() || score == scale.max();
        return scale == Scale.NPS && !end ? "" : texts.say("page.scale." + scale.wireName() + "." + score);
    }

    private static String icon(Scale scale) {
        return switch (scale) {
            case STARS -> "star";
            case THUMBS -> "thumb";
            case NPS, CES -> "";
        };
    }
}
