package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = new Texts();

    @Test
    void aRegionalLocaleGetsItsLanguage() {
        assertThat(texts.in(Locale.UK).language()).isEqualTo("en");
    }

    @Test
    void aLanguageWeDoNotSpeakGetsEnglish() {
        assertThat(texts.in(Locale.forLanguageTag("tlh")).language()).isEqualTo("en");
    }

    @Test
    void nobodyKnowsTheLocaleGetsEnglish() {
        assertThat(texts.in(null).language()).isEqualTo("en");
    }

    @Test
    void filesAreReadAsUtf8() {
        assertThat(texts.in(Locale.ENGLISH).say("page.question.ces")).startsWith("“The service desk");
    }
}
