package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskLanguageTest {

    @ParameterizedTest
    @CsvSource({"de, de", "de-CH, de-CH", "de_CH, de-CH", "pt-br, pt-BR", "zh-Hans-CN, zh-Hans-CN", "English, en",
            "German, de", "Deutsch, de", "français, fr", "Português (Brasil), pt", "English (United Kingdom), en"})
    void readsTagsAndNames(String text, String tag) {
        assertThat(DeskLanguage.tag(text)).isEqualTo(tag);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "x", "Klingon, I think", "{{ticket.requester.language}}", "de_CH.UTF-8@euro",
            "(German)", " "})
    void isNoneWhereThereIsNone(String text) {
        assertThat(DeskLanguage.tag(text)).isNull();
    }

    /** Far more than it takes, and far less than what grows with the square of the length would. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "(", "x", "x ", "de-", " ("})
    void anyLengthIsReadAtOnce(String part) {
        String text = "x" + part.repeat(1024 * 1024 / part.length()) + "x";

        String tag = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> DeskLanguage.tag(text));

        assertThat(tag).isNull();
    }
}
