package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's own texts: what they replace, what they add, and what stops the start and is named. */
class TextOverridesTest {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    @TempDir
    Path folder;

    @Test
    void aTextReplacesTheBuiltInOne() throws IOException {
        write("de.properties", "page.send=Abschicken");

        assertThat(texts().in(Locale.GERMANY).say("page.send")).isEqualTo("Abschicken");
    }

    @Test
    void theFolderIsASetting() throws IOException {
        write("de.properties", "page.send=Abschicken");
        Map<String, String> environment = Map.of("TICKETPULSE_TEXTS_OVERRIDES", folder.toString());
        TextsSettings settings = new SmallRyeConfigBuilder().withMapping(TextsSettings.class)
                .addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300)).build().getConfigMapping(TextsSettings.class);

        assertThat(new Texts(settings).in(Locale.GERMANY).say("page.send")).isEqualTo("Abschicken");
    }

    @Test
    void theOthersStayAsTheyAre() throws IOException {
        write("de.properties", "page.send=Abschicken");

        assertThat(texts().in(Locale.GERMANY).say("page.answer.label")).isEqualTo("Ihre Antwort");
    }

    @Test
    void aCompleteFileAddsALanguage() throws IOException {
        write("da.properties", everyText(" (da)"));

        assertThat(texts().in(DANISH).say("page.send")).isEqualTo("Send answer (da)");
    }

    @Test
    void aRegionMayHaveTextsOfItsOwn() throws IOException {
        write("en-AU.properties", everyText(""));

        assertThat(texts().in(Locale.forLanguageTag("en-AU")).language()).isEqualTo("en-AU");
    }

    @ParameterizedTest
    @CsvSource({"zh-Hant.properties,zh-TW,zh-Hant", "zh-Hant.properties,zh-Hant-HK,zh-Hant",
            "zh-Hant.properties,zh-CN,zh", "zh-HK.properties,zh-Hant-HK,zh-HK", "zh-HK.properties,zh-HK,zh-HK",
            "zh-HK.properties,zh-TW,zh"})
    void traditionalChineseMayHaveTextsOfItsOwn(String file, String reader, String language) throws IOException {
        write(file, everyText(" (Hant)"));

        assertThat(texts().in(Locale.forLanguageTag(reader)).language()).isEqualTo(language);
    }

    @Test
    void anAddedLanguageMayBeThatOfTheSettings() throws IOException {
        write("da.properties", everyText(" (da)"));

        assertThat(SomeTexts.with("da", folder).in(null).language()).isEqualTo("da");
    }

    @Test
    void whatKubernetesPutsBesideTheFilesIsOverlooked() throws IOException {
        Path content = Files.createDirectory(folder.resolve("..2026_10_05_08_30_00.123456789"));
        Files.writeString(content.resolve("de.properties"), "page.send=Abschicken");
        Files.createSymbolicLink(folder.resolve("..data"), content.getFileName());
        Files.createSymbolicLink(folder.resolve("de.properties"), Path.of("..data", "de.properties"));

        assertThat(texts().in(Locale.GERMAN).say("page.send")).isEqualTo("Abschicken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "de.properties | page.sent=Ja | page.sent is no text of ours",
            "de.properties | page.ticket=Vorgang {nummer} | page.ticket must have the placeholders {number} and no other braces",
            "de.properties | page.ticket=Vorgang {number} { | page.ticket must have the placeholders {number} and no other braces",
            "de.properties | page.ticket=Vorgang {0} | page.ticket must have the placeholders {number} and no other braces",
            "de.properties | page.answer.score={max} | page.answer.score must have the placeholders {max}, {score} and no other braces",
            "de.properties | page.send=Los {jetzt} | page.send has braces, and there is nothing to fill in",
            "de.properties | page.send= | page.send is empty",
            "de.properties | page.send=Send answer | page.send is the English text",
            "de.properties | direction=left | direction must be ltr or rtl",
            "de.properties | page.format.day=d. Monat | page.format.day is no pattern for a date: Unknown pattern letter: o",
            "en.properties | page.sent=Yes | page.sent is no text of ours",
            "de.properties | page.send=\\u12 | cannot be read: Malformed \\uxxxx encoding."})
    void whatCannotBeMeantStopsTheStartAndIsNamed(String file, String content, String objection) throws IOException {
        write(file, content);

        assertThatThrownBy(this::texts).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(folder.resolve(file).toString()).hasMessageEndingWith(objection);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws IOException {
        write("de.properties", "page.sent=Ja\npage.send=");
        write("fr.properties", "page.ticket=Demande");

        assertThatThrownBy(this::texts).hasMessageContainingAll("page.sent is", "page.send is", "page.ticket must");
    }

    @Test
    void aLanguageThatIsAddedMustBeComplete() throws IOException {
        write("da.properties", everyText(" (da)").replaceAll("(?m)^(page.send|mail.open)=.*$", ""));

        assertThatThrownBy(this::texts).hasMessage(folder.resolve("da.properties")
                + ": mail.open, page.send are missing; a language that is not built in needs every text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de_AT.properties", "DE.properties", "de.txt", "deutsch-oder-so.properties",
            "de.properties~",
            "properties"})
    void aFileThatIsNotNamedAfterALanguageStopsTheStart(String name) throws IOException {
        write(name, "page.send=Abschicken");

        assertThatThrownBy(this::texts).hasMessageContaining(
                " is not named after a language; names are like de.properties or pt-BR.properties");
    }

    @Test
    void aFileInAnotherEncodingStopsTheStart() throws IOException {
        Files.writeString(folder.resolve("de.properties"), "page.send=Übermitteln", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(this::texts).hasMessage(folder.resolve("de.properties") + " is not in UTF-8");
    }

    @Test
    void aFolderThatIsNoneStopsTheStart() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> SomeTexts.with("en", nowhere)).hasMessage(
                "ticketpulse.texts.overrides is " + nowhere + ", which is no folder that can be read");
    }

    private Texts texts() {
        return SomeTexts.with("en", folder);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String everyText(String ending) {
        return TextFiles.builtIn(Locale.ENGLISH).entrySet().stream()
                .map(text -> text.getKey() + "=" + text.getValue()
                        + (TextRules.MAY_EQUAL_ENGLISH.contains(text.getKey()) ? "" : ending))
                .collect(Collectors.joining("\n"));
    }
}
