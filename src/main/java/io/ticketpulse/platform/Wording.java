package io.ticketpulse.platform;

import java.text.Bidi;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of one language. Placeholders have names, such as {@code {number}}; nothing else in a text is special. */
public final class Wording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final Locale locale;
    private final Map<String, String> texts;

    Wording(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = Map.copyOf(texts);
    }

    /** The language, for dates and numbers within texts. */
    public Locale locale() {
        return locale;
    }

    /** The language as a BCP 47 tag, for the {@code lang} attribute of a page. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** Where lines begin, for the {@code dir} attribute of a page: {@code ltr} or {@code rtl}. */
    public String direction() {
        return say("direction");
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    Set<String> keys() {
        return texts.keySet();
    }

    /**
     * A text with its placeholders filled in. Where lines begin on the right, each value is isolated from the text
     * around it; otherwise the ticket 2024-0042 would be shown there as 0042-2024. So is one that is read from the right
     * where lines begin on the left; it would draw what follows it to its wrong side.
     *
     * @param namesAndValues the placeholders' names, each followed by its value
     * @throws IllegalArgumentException if there is no such text, or a placeholder of it gets no value
     */
    public String say(String key, Object... namesAndValues) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no text " + key + " in " + language());
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        return PLACEHOLDER.matcher(text).replaceAll(placeholder -> {
            String value = values.get(placeholder.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "The text " + key + " in " + language() + " needs a value for {" + placeholder.group(1) + "}");
            }
            return Matcher.quoteReplacement(isolated(value));
        });
    }

    private String isolated(String value) {
        char[] characters = value.toCharArray();
        return "rtl".equals(texts.get("direction")) || Bidi.requiresBidi(characters, 0, characters.length)
                ? FIRST_STRONG_ISOLATE + value + POP_DIRECTIONAL_ISOLATE
                : value;
    }

    /** The placeholders of a text, with their braces. */
    static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a text has a brace that belongs to no placeholder. */
    static boolean hasStrayBrace(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("").matches("(?s).*[{}].*");
    }
}
