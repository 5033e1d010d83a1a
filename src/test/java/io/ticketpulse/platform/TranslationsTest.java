package io.ticketpulse.platform;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in texts: every language says everything, with the same placeholders, in its own words. */
class TranslationsTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "texts");

    /** Which texts are the same as in English, on purpose: languages share these words and patterns. */
    private static final Set<String> EQUAL_TO_ENGLISH = Set.of("de page.ticket", "it page.ticket", "nl page.ticket",
            "es page.scale.thumbs.0", "it page.scale.thumbs.0", "fr page.format.day", "it page.format.day",
            "nl page.format.day", "pl page.format.day", "sv page.format.day", "ar page.format.day",
            "pl page.format.moment");

    private final Map<String, String> english = TextFiles.builtIn(Locale.ENGLISH);

    static List<Locale> languages() {
        return TextFiles.LANGUAGES;
    }

    @Test
    void thereAreTwelveAndEachHasAFile() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("en.properties",
                    "de.properties", "fr.properties", "es.properties", "it.properties", "pt.properties",
                    "nl.properties", "pl.properties", "sv.properties", "ja.properties", "zh.properties",
                    "ar.properties");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryText(Locale language) {
        assertThat(TextFiles.builtIn(language)).containsOnlyKeys(english.keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextHasThePlaceholdersOfTheEnglishOne(Locale language) {
        assertThat(TextFiles.builtIn(language)).allSatisfy((key, text) -> assertThat(Wording.placeholders(text))
                .as(key).isEqualTo(Wording.placeholders(english.get(key))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothingIsFoundThatWouldBeRefusedInAnOperatorsFile(Locale language) {
        assertThat(new TextRules(english).objections(language, TextFiles.builtIn(language))).isEmpty();
    }

    @Test
    void nothingElseIsLeftInEnglish() {
        Set<String> equal = languages().stream().filter(language -> !language.equals(Locale.ENGLISH))
                .flatMap(language -> TextFiles.builtIn(language).entrySet().stream()
                        .filter(text -> !text.getKey().equals("direction"))
                        .filter(text -> text.getValue().equals(english.get(text.getKey())))
                        .map(text -> language + " " + text.getKey()))
                .collect(toCollection(TreeSet::new));

        assertThat(equal).containsExactlyInAnyOrderElementsOf(EQUAL_TO_ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextIsThereTwice(Locale language) throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(language + ".properties"))) {
            assertThat(lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("=")[0]))
                    .doesNotHaveDuplicates();
        }
    }

    /** The Unicode bidirectional algorithm says it too, by the first letter of each sentence. */
    @ParameterizedTest
    @MethodSource("languages")
    void linesBeginWhereTheScriptSays(Locale language) {
        Map<String, String> texts = TextFiles.builtIn(language);
        boolean leftToRight = new Bidi(texts.get("page.promise"), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
                .baseIsLeftToRight();

        assertThat(texts.get("direction")).isEqualTo(leftToRight ? "ltr" : "rtl");
    }
}
