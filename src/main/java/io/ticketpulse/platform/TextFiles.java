package io.ticketpulse.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads texts from {@code texts/{language}.properties} in UTF-8, and the operator's from a folder of such files. */
final class TextFiles {

    /** The languages that are built in. */
    static final List<Locale> LANGUAGES = Stream
            .of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja", "zh", "ar").map(Locale::forLanguageTag)
            .toList();

    private static final String SUFFIX = ".properties";

    private TextFiles() {
    }

    /** The texts that are built in, by language. */
    static Map<Locale, Wording> builtIn() {
        return wordings(LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), TextFiles::builtIn)));
    }

    /** The texts of one language that is built in. */
    static Map<String, String> builtIn(Locale language) {
        String name = "/texts/" + language.toLanguageTag() + SUFFIX;
        try (InputStream file = TextFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return read(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The texts that are built in, with those of the operator over them.
     *
     * @throws IllegalStateException naming every file and text that cannot be meant
     */
    static Map<Locale, Wording> mergedWith(Path folder) {
        TextRules rules = new TextRules(builtIn(Locale.ENGLISH));
        Map<Locale, Map<String, String>> texts = new HashMap<>();
        LANGUAGES.forEach(language -> texts.put(language, new HashMap<>(builtIn(language))));
        List<String> objections = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            try {
                Locale language = languageOf(file);
                Map<String, String> theirs = read(file);
                Map<String, String> merged = texts.computeIfAbsent(language, another -> new HashMap<>());
                merged.putAll(theirs);
                rules.objections(language, theirs).forEach(objection -> objections.add(file + ": " + objection));
                rules.missing(merged).ifPresent(objection -> objections.add(file + ": " + objection));
            } catch (IllegalStateException wrong) {
                objections.add(wrong.getMessage());
            }
        }
        if (!objections.isEmpty()) {
            throw new IllegalStateException(String.join("\n", objections));
        }
        return wordings(texts);
    }

    private static Map<Locale, Wording> wordings(Map<Locale, Map<String, String>> texts) {
        return texts.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                language -> new Wording(language.getKey(), language.getValue())));
    }

    /** Without those whose names begin with a dot, as do the ones by which Kubernetes swaps a mounted folder's content. */
    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".") && !Files.isDirectory(file))
                    .sorted().toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("ticketpulse.texts.overrides is " + folder
                    + ", which is no folder that can be read", unreadable);
        }
    }

    private static Locale languageOf(Path file) {
        String name = file.getFileName().toString();
        String tag = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
        Locale language = Locale.forLanguageTag(tag);
        if (language.getLanguage().isEmpty() || !language.toLanguageTag().equals(tag)) {
            throw new IllegalStateException(
                    file + " is not named after a language; names are like de.properties or pt-BR.properties");
        }
        return language;
    }

    private static Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (CharacterCodingException unreadable) {
            throw new IllegalStateException(file + " is not in UTF-8", unreadable);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Map<String, String> read(Reader file) throws IOException {
        Properties properties = new Properties();
        properties.load(file);
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), properties::getProperty));
    }
}
