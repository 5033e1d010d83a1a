package io.ticketpulse.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

/** What customers read, by language, from {@code texts/{language}.properties} in UTF-8. */
@Singleton
public class Texts {

    private static final Locale FALLBACK = Locale.ENGLISH;
    private static final List<Locale> LANGUAGES = List.of(FALLBACK);

    private final Map<String, Wording> wordings = LANGUAGES.stream().map(Texts::load)
            .collect(Collectors.toUnmodifiableMap(Wording::language, Function.identity()));

    /** The texts in the language of a locale, in English where we do not speak it or it is null. */
    public Wording in(Locale locale) {
        Wording fallback = wordings.get(FALLBACK.getLanguage());
        return locale == null ? fallback : wordings.getOrDefault(locale.getLanguage(), fallback);
    }

    private static Wording load(Locale language) {
        String name = "/texts/" + language.getLanguage() + ".properties";
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
            Properties properties = new Properties();
            properties.load(reader);
            return new Wording(language, properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(Function.identity(), properties::getProperty)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
