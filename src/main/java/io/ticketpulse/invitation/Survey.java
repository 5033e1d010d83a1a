package io.ticketpulse.invitation;

import java.util.Map;

import io.ticketpulse.platform.Phrase;
import io.ticketpulse.platform.Wording;

/**
 * A named one-question survey as the later rooms know it.
 *
 * @param name           matches {@code [a-z0-9]+(-[a-z0-9]+)*}
 * @param question       the question in the operator's own words; null for the one that goes with the scale
 * @param questions      the same by language, as BCP 47 tags; a language that is not among them gets {@code question}
 * @param alertAtOrBelow the score from which downwards a response raises an alert
 * @param drivers        the reasons that can be picked
 */
public record Survey(String name, Scale scale, String question, Map<String, String> questions, int alertAtOrBelow,
        Drivers drivers) {

    public Survey {
        questions = Map.copyOf(questions);
    }

    /** A survey that asks the same in every language, with {@link Drivers#RATER}. */
    public Survey(String name, Scale scale, String question, int alertAtOrBelow) {
        this(name, scale, question, Map.of(), alertAtOrBelow, Drivers.RATER);
    }

    /** The question for somebody who reads these texts. */
    public Phrase questionIn(Wording t) {
        String own = questions.get(t.language());
        if (own != null) {
            return Phrase.ofTexts(own);
        }
        return question == null
                ? Phrase.ofTexts(t.say("page.question." + scale.wireName()))
                : Phrase.ofSetting(question);
    }
}
