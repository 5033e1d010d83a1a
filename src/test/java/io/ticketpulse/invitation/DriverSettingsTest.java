package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketpulse.platform.SomeTexts;
import io.ticketpulse.platform.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reasons of the operator's own: their names, their words, and what stops the start. */
class DriverSettingsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"scale,stars", "question,How was it?"})
    void thereAreFiveWithoutAnySetting(String other, String value) {
        Drivers drivers = drivers(other, value);

        assertThat(drivers.names()).containsExactly("reliability", "assurance", "tangibles", "empathy",
                "responsiveness");
    }

    @Test
    void thereAreNoneWhereTheSettingIsEmpty() {
        Drivers drivers = drivers("drivers", "");

        assertThat(drivers.names()).isEmpty();
    }

    @Test
    void theListIsReplacedAndHasItsOwnWordsInEveryLanguage() {
        Drivers drivers = drivers("drivers", "listening, know-how", "driver-texts.listening", "Zuhören",
                "driver-texts.know-how", "Fachwissen");

        assertThat(drivers.names()).containsExactly("listening", "know-how");
        assertThat(inWords(drivers, Locale.FRENCH)).containsExactly("Zuhören", "Fachwissen");
    }

    @Test
    void aDriverOfOursMayHaveOtherWords() {
        Drivers drivers = drivers("drivers", "empathy,tangibles", "driver-texts.empathy", "Herz");

        assertThat(inWords(drivers, Locale.ENGLISH)).containsExactly("Herz", "Tools and portal");
    }

    @Test
    void aLanguageMayHaveWordsOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("de.properties"), "page.driver.know-how=Fachwissen");

        Drivers drivers = drivers("drivers", "know-how", "driver-texts.know-how", "Know-how");

        assertThat(inWords(drivers, Locale.GERMAN)).containsExactly("Fachwissen");
        assertThat(inWords(drivers, Locale.ENGLISH)).containsExactly("Know-how");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Speed | x | a driver's name is lower-case letters, digits and hyphens, at most 40",
            "speed,empathy,speed | x | .drivers names 3 drivers; it may name 12, none of them twice",
            "a,b,c,d,e,f,g,h,i,j,k,l,m | x | .drivers names 13 drivers; it may name 12, none of them twice",
            "speed | x | .driver-texts.speed must have 1 to 60 characters",
            "empathy | Quick | .driver-texts.speed is for a driver that ticketpulse.surveys.incident.drivers does not"})
    void whatCannotBeMeantStopsTheStart(String names, String words, String objection) {
        String text = words.equals("x") ? "x".repeat(61) : words;

        assertThatThrownBy(() -> drivers("drivers", names, "driver-texts.speed", text))
                .isInstanceOf(IllegalStateException.class).hasMessageStartingWith("ticketpulse.surveys.incident")
                .hasMessageContaining(objection);
    }

    @Test
    void aDriverWithoutWordsIsNamedWithTheLanguages() throws IOException {
        Files.writeString(folder.resolve("de.properties"), "page.driver.know-how=Fachwissen");

        assertThatThrownBy(() -> drivers("drivers", "know-how")).hasMessage(
                "ticketpulse.surveys.incident.drivers names know-how, for which there are no words in ar, en, es, fr, it,"
                        + " ja, nl, pl, pt, sv, zh; set ticketpulse.surveys.incident.driver-texts.know-how, or"
                        + " page.driver.know-how in files of ticketpulse.texts.overrides");
    }

    @Test
    void wordsForADriverThatNobodyOffersAreNamed() throws IOException {
        Files.writeString(folder.resolve("de.properties"), "page.driver.relibility=Gelöst");

        assertThatThrownBy(() -> drivers("scale", "stars"))
                .hasMessage("In files of ticketpulse.texts.overrides there is"
                        + " page.driver.relibility, for a driver that no survey has");
    }

    private List<String> inWords(Drivers drivers, Locale language) {
        return drivers.names().stream().map(name -> drivers.in(texts().in(language), name).words()).toList();
    }

    private Texts texts() {
        return SomeTexts.with("en", folder);
    }

    private Drivers drivers(String... namesAndValues) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(SurveySettings.class)
                .withMapping(SamplingSettings.class).addDefaultInterceptors().addDiscoveredConverters();
        List<String> settings = Arrays.asList(namesAndValues);
        for (int i = 0; i < settings.size(); i += 2) {
            builder.withDefaultValue("ticketpulse.surveys.incident." + settings.get(i), settings.get(i + 1));
        }
        SmallRyeConfig config = builder.build();
        return new Surveys(config.getConfigMapping(SurveySettings.class),
                config.getConfigMapping(SamplingSettings.class), texts()).all().get(0).drivers();
    }
}
