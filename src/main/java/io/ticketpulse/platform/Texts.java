package io.ticketpulse.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

/**
 * What customers read, by language: the built-in texts with the operator's own ones over them. A language is looked up
 * as RFC 4647, section 3.4 says: the texts for {@code pt-BR} are those in {@code pt}, where there are no closer ones.
 * Who reads Chinese in traditional characters gets texts in these where there are any, and else those in simplified ones,
 * which are nearer to them than any other language (Unicode Technical Standard 35, language matching).
 */
@Singleton
@Startup
public class Texts {

    private static final int LONGEST_HEADER = 500;
    private static final int MOST_RANGES = 20;
    /** A language tag may have 35 characters (RFC 5646, section 4.4.1), and a quality follows. */
    private static final int LONGEST_RANGE = 45;
    /** Where Chinese is written in traditional characters without a tag saying so (CLDR, likely subtags). */
    private static final Pattern TRADITIONAL = Pattern.compile("^zh-(?=(?:tw|hk|mo)\\b)");

    /** By language tag, with its script, in lower case. */
    private final Map<String, Wording> wordings;
    private final Wording fallback;

    /** @throws IllegalStateException naming the file and the text, or the setting, that cannot be meant */
    Texts(TextsSettings settings) {
        Map<Locale, Wording> texts = settings.overrides().map(TextFiles::mergedWith).orElseGet(TextFiles::builtIn);
        this.wordings = texts.values().stream()
                .collect(Collectors.toMap(wording -> withScript(wording.language()), Function.identity(),
                        (one, same) -> one));
        this.fallback = texts.get(Locale.forLanguageTag(settings.language()));
        if (fallback == null) {
            throw new IllegalStateException("ticketpulse.texts.language is " + settings.language()
                    + ", in which there are no texts; there are " + String.join(", ", languages()));
        }
    }

    /** The languages there are texts in, as BCP 47 tags. */
    public SortedSet<String> languages() {
        SortedSet<String> tags = new TreeSet<>();
        wordings.values().forEach(wording -> tags.add(wording.language()));
        return tags;
    }

    /** The languages that have no such text, as BCP 47 tags. */
    public SortedSet<String> languagesWithout(String key) {
        SortedSet<String> tags = new TreeSet<>();
        wordings.values().stream().filter(wording -> !wording.has(key))
                .forEach(wording -> tags.add(wording.language()));
        return tags;
    }

    /** The keys of texts in any language. */
    public Set<String> keysBeginningWith(String prefix) {
        return wordings.values().stream().flatMap(wording -> wording.keys().stream())
                .filter(key -> key.startsWith(prefix)).collect(Collectors.toSet());
    }

    /** The texts for a locale; those in the language of the settings where there are none, or it is null. */
    public Wording in(Locale requester) {
        return in(requester, null);
    }

    /**
     * The texts for somebody of whom two things may be known: the locale, and what the browser prefers.
     *
     * @param requester      wins where there are texts for it; null for unknown
     * @param acceptLanguage the header of RFC 9110, section 12.5.4; null for none
     */
    public Wording in(Locale requester, String acceptLanguage) {
        return closest(requester == null ? null : requester.toLanguageTag())
                .or(() -> closest(acceptLanguage)).orElse(fallback);
    }

    private Optional<Wording> closest(String ranges) {
        if (ranges == null) {
            return Optional.empty();
        }
        List<LanguageRange> wanted;
        try {
            wanted = LanguageRange.parse(sane(ranges)).stream()
                    .map(range -> new LanguageRange(withScript(range.getRange()), range.getWeight())).toList();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return Optional.ofNullable(Locale.lookupTag(wanted, wordings.keySet())).map(wordings::get);
    }

    private static String withScript(String tag) {
        return TRADITIONAL.matcher(tag.toLowerCase(Locale.ROOT)).replaceFirst("zh-hant-");
    }

    /** Looking up a range of many parts takes a time that doubles with each; no browser and no desk sends one. */
    private static String sane(String ranges) {
        return ranges.length() > LONGEST_HEADER
                ? "*"
                : Arrays.stream(ranges.split(",")).filter(range -> range.strip().length() <= LONGEST_RANGE)
                        .limit(MOST_RANGES).collect(Collectors.joining(","));
    }
}
