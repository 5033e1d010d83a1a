package io.ticketpulse.closure.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
    @ValueSource(strings = {"", "-", "x", "Klingon, I think", "{{ticket.requester.language}}", "de_CH.UTF-8@euro"})
    void isNoneWhereThereIsNone(String text) {
        assertThat(DeskLanguage.tag(text)).isNull();
    }
}
