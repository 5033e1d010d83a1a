package io.ticketpulse.closure.desk;

import java.util.Locale;
import java.util.stream.Stream;

/** Languages as desks write them: as a tag such as {@code de-CH} or {@code de_CH}, or by name, such as {@code German}. */
public final class DeskLanguage {

    /** Longer is no name of a language. */
    private static final int LONGEST_NAME = 100;
    private static final String TAG = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}";

    private DeskLanguage() {
    }

    /**
     * Reads a language.
     *
     * @param text a tag, or a name in English or in the language itself, with or without something in brackets behind it;
     *             null is none
     * @return a tag of BCP 47; null if it is no language known to this platform
     */
    public static String tag(String text) {
        if (text == null || text.length() > LONGEST_NAME) {
            return null;
        }
        if (text.matches(TAG)) {
            String tag = Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag();
            return "und".equals(tag) ? null : tag;
        }
        int bracket = text.indexOf('(');
        String name = (bracket < 0 ? text : text.substring(0, bracket)).strip();
        return Stream.of(Locale.getISOLanguages()).map(Locale::forLanguageTag)
                .filter(language -> language.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)
                        || language.getDisplayLanguage(language).equalsIgnoreCase(name))
                .map(Locale::toLanguageTag).findFirst().orElse(null);
    }
}
