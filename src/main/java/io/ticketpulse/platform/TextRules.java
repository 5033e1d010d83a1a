package io.ticketpulse.platform;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What texts in another language must have in common with the English ones, and what not. */
final class TextRules {

    /** Texts that may be the same in another language as in English: they hold no words, or words that languages share. */
    static final Set<String> MAY_EQUAL_ENGLISH = Set.of("direction", "page.format.day", "page.format.moment",
            "page.ticket", "page.scale.thumbs.0");

    /** Texts an operator may add: the words for a driver of a survey's settings. */
    private static final Pattern ADDED = Pattern.compile("page\\.driver\\.[a-z0-9]+(-[a-z0-9]+)*");

    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl");
    private static final String FORMATS = "page.format.";

    private final Map<String, String> english;

    TextRules(Map<String, String> english) {
        this.english = english;
    }

    /** What is wrong with texts of a language, each in a sentence that begins with the text's key. */
    List<String> objections(Locale language, Map<String, String> texts) {
        return texts.keySet().stream().sorted()
                .flatMap(key -> objection(language, key, texts.get(key)).map(objection -> key + " " + objection)
                        .stream())
                .toList();
    }

    /** Which texts a language lacks; nothing if it is complete. */
    Optional<String> missing(Map<String, String> texts) {
        Set<String> missing = new TreeSet<>(english.keySet());
        missing.removeAll(texts.keySet());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", missing)
                        + (missing.size() == 1 ? " is missing" : " are missing")
                        + "; a language that is not built in needs every text");
    }

    private Optional<String> objection(Locale language, String key, String text) {
        if (!english.containsKey(key) && !ADDED.matcher(key).matches()) {
            return Optional.of("is no text of ours");
        }
        String original = english.getOrDefault(key, "");
        return Stream.of(empty(text), placeholders(original, text), direction(key, text), format(language, key, text),
                untranslated(language, key, original, text)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> empty(String text) {
        return objection(text.isBlank(), "is empty");
    }

    private static Optional<String> placeholders(String original, String text) {
        Set<String> wanted = Wording.placeholders(original);
        return objection(!Wording.placeholders(text).equals(wanted) || Wording.hasStrayBrace(text),
                wanted.isEmpty()
                        ? "has braces, and there is nothing to fill in"
                        : "must have the placeholders " + String.join(", ", wanted) + " and no other braces");
    }

    private static Optional<String> direction(String key, String text) {
        return objection(key.equals("direction") && !DIRECTIONS.contains(text), "must be ltr or rtl");
    }

    private static Optional<String> format(Locale language, String key, String text) {
        if (!key.startsWith(FORMATS)) {
            return Optional.empty();
        }
        try {
            DateTimeFormatter.ofPattern(text, language).format(ZonedDateTime.of(2026, 10, 3, 21, 30, 0, 0,
                    ZoneOffset.UTC));
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException noPattern) {
            return Optional.of("is no pattern for a date: " + noPattern.getMessage());
        }
    }

    private static Optional<String> untranslated(Locale language, String key, String original, String text) {
        return objection(text.equals(original) && !language.getLanguage().equals(Locale.ENGLISH.getLanguage())
                && !MAY_EQUAL_ENGLISH.contains(key), "is the English text");
    }

    private static Optional<String> objection(boolean applies, String sentence) {
        return applies ? Optional.of(sentence) : Optional.empty();
    }
}
