package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording wording = new Wording(Locale.ENGLISH,
            Map.of("plain", "It's done", "two", "{score} of {max}", "money", "{amount}"));

    @Test
    void textsNeedNoQuotingOfApostrophes() {
        assertThat(wording.say("plain")).isEqualTo("It's done");
    }

    @Test
    void placeholdersAreFilledByName() {
        assertThat(wording.say("two", "max", 5, "score", 4)).isEqualTo("4 of 5");
    }

    @Test
    void valuesAreNotReadAsPatternsOrPlaceholders() {
        assertThat(wording.say("money", "amount", "$1 {max} \\")).isEqualTo("$1 {max} \\");
    }

    @Test
    void anUnknownTextIsNamed() {
        assertThatThrownBy(() -> wording.say("absent")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absent").hasMessageContaining("en");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> wording.say("two", "max", 5)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two").hasMessageContaining("{score}");
    }
}
