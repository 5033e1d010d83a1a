package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language somebody is spoken to in: the requester's, then the browser's (RFC 4647, RFC 9110), then ours. */
class TextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // The requester's locale wins, whatever the browser prefers.
            "de            | fr                       | en | de",
            "pt-BR         | -                        | en | pt",
            "zh-Hans-CN    | de                       | en | zh",
            "en-GB         | de                       | fr | en",
            "DE-at         | -                        | en | de",
            "ar-EG-u-nu-arab | en                     | en | ar",
            // Traditional Chinese: simplified Chinese is nearer to it than any other language.
            "zh-TW         | de                       | en | zh",
            "zh-Hant-HK    | -                        | en | zh",
            "-             | zh-HK, en;q=0.8          | en | zh",
            // An unknown one is none.
            "tlh           | fr-CA                    | en | fr",
            "und           | it                       | en | it",
            "-             | pl                       | en | pl",
            // The browser's by quality, not by order, and never what it refuses.
            "-             | de;q=0.5, sv;q=0.8       | en | sv",
            "-             | tlh, ja;q=0.1            | en | ja",
            "-             | da, nb;q=0.9, nl;q=0.8   | en | nl",
            "-             | es-419, *;q=0.1          | en | es",
            "-             | de;q=0, fr;q=0.1         | en | fr",
            // The setting for everybody else, and for headers that cannot be read.
            "-             | -                        | de | de",
            "tlh           | da                       | de | de",
            "-             | *                        | ja | ja",
            "-             | de;q=nonsense            | ar | ar",
            "-             | ''                       | en | en",
            "-             | ;;;,,                    | en | en"})
    void theLanguageIsTheRequestersThenTheBrowsersThenTheSettings(String requester, String browser, String setting,
            String spoken) {
        Locale locale = requester == null ? null : Locale.forLanguageTag(requester);

        assertThat(SomeTexts.with(setting).in(locale, browser).language()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "tlh")
    void aMailToSomebodyWhoseLanguageWeDoNotSpeakIsInThatOfTheSettings(String requester) {
        Locale locale = requester == null ? null : Locale.forLanguageTag(requester);

        assertThat(SomeTexts.with("it").in(locale).language()).isEqualTo("it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "de-AT", "German", "de_DE", ""})
    void aSettingWithoutTextsStopsTheStart(String language) {
        assertThatThrownBy(() -> SomeTexts.with(language)).hasMessage("ticketpulse.texts.language is " + language
                + ", in which there are no texts; there are ar, de, en, es, fr, it, ja, nl, pl, pt, sv, zh");
    }

    @Test
    void aHeaderThatWouldTakeAMinuteIsNoHeader() {
        String header = "xx" + "-aaaaaaaa".repeat(800);

        Wording t = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> SomeTexts.with("en").in(null, header));

        assertThat(t.language()).isEqualTo("en");
    }

    @Test
    void aLocaleThatWouldTakeAMinuteIsNone() {
        Locale locale = Locale.forLanguageTag("de" + "-aaaaaaaa".repeat(50));

        Wording t = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> SomeTexts.with("en").in(locale));

        assertThat(t.language()).isIn("en", "de");
    }

    @Test
    void filesAreReadAsUtf8() {
        assertThat(SomeTexts.with("en").in(Locale.JAPAN).say("page.scale.thumbs.1")).isEqualTo("はい");
    }
}
