package io.ticketpulse.platform;

/**
 * Words of ours or of the operator. Those whose language nobody knows are marked with an empty {@code lang}, so that a
 * screen reader does not read them as if they were in the language of the page (WCAG 2.2, success criterion 3.1.2).
 *
 * @param ofUnknownLanguage whether a setting says them in every language
 */
public record Phrase(String words, boolean ofUnknownLanguage) {

    /** Words in the language of the texts around them. */
    public static Phrase ofTexts(String words) {
        return new Phrase(words, false);
    }

    /** Words of a setting that holds in every language. */
    public static Phrase ofSetting(String words) {
        return new Phrase(words, true);
    }
}
