package io.ticketpulse.invitation;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ticketpulse.platform.Phrase;
import io.ticketpulse.platform.Wording;

/**
 * What a mail says, before it is text or HTML.
 *
 * @param ticket  which ticket it is about, with its number
 * @param summary what the ticket was about; null if the desk did not say
 * @param rows    the scale; what stands in one row, also on a telephone
 * @param ends    what the lowest and the highest score mean; empty where every score says so itself
 */
record MailContent(String subject, String intro, String ticket, String summary, Phrase question,
        List<List<Choice>> rows, List<String> ends, String link, String optOutLink) {

    /** Eleven buttons that a thumb can hit do not fit beside each other on a telephone. */
    private static final int MOST_IN_A_ROW = 7;
    private static final int FIRST_OF_TWO_ROWS = 6;

    /**
     * One score of the scale as a link that preselects it.
     *
     * @param symbol what is drawn on its button; may be empty
     * @param face   what is written on its button
     * @param label  what a screen reader says instead; may be empty
     * @param line   what stands above the link in plain text
     */
    record Choice(String symbol, String face, String label, String line, String url) {

        static Choice of(Scale scale, int score, Wording t, String url) {
            String number = String.valueOf(score);
            String word = word(t, scale, score);
            return switch (scale) {
                case STARS -> new Choice("★", number, number + ": " + word, "★".repeat(score) + " " + word, url);
                case THUMBS -> {
                    String thumb = score == 1 ? "👍" : "👎";
                    yield new Choice(thumb, word, "", thumb + " " + word, url);
                }
                case NPS, CES -> word.isEmpty()
                        ? new Choice("", number, "", number, url)
                        : new Choice("", number, number + ": " + word, number + " " + word, url);
            };
        }
    }

    /** Which of the mails about one ticket it is. */
    enum Kind {
        INVITATION, REMINDER;

        /** The word in keys of texts and in Message-IDs. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static MailContent of(Kind kind, InvitedCustomer customer, Wording t, String link, String optOutLink) {
        Scale scale = customer.survey().scale();
        String number = DeskText.number(customer.closure().ticketNumber())
                .or(() -> DeskText.number(customer.closure().ticketId())).orElse("");
        List<Choice> choices = IntStream.rangeClosed(scale.min(), scale.max())
                .mapToObj(score -> Choice.of(scale, score, t, link + "?score=" + score))
                .toList();
        return new MailContent(
                t.say("mail." + kind.word() + ".subject", "number", number),
                t.say("mail." + kind.word() + ".intro"),
                t.say("page.ticket", "number", number),
                DeskText.summary(customer.closure().summary()).orElse(null),
                customer.survey().questionIn(t),
                rows(choices),
                scale == Scale.THUMBS
                        ? List.of()
                        : Stream.of(scale.min(), scale.max()).map(score -> word(t, scale, score)).toList(),
                link, optOutLink);
    }

    private static List<List<Choice>> rows(List<Choice> choices) {
        return choices.size() <= MOST_IN_A_ROW
                ? List.of(choices)
                : List.of(choices.subList(0, FIRST_OF_TWO_ROWS), choices.subList(FIRST_OF_TWO_ROWS, choices.size()));
    }

    private static String word(Wording t, Scale scale, int score) {
        boolean hasWord = scale != Scale.NPS || score == scale.min() || score == scale.max();
        return hasWord ? t.say("page.scale." + scale.wireName() + "." + score) : "";
    }
}
