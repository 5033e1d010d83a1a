package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Bidi;
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

    @Test
    void valuesAreIsolatedWhereLinesBeginOnTheRight() {
        Wording arabic = new Wording(Locale.forLanguageTag("ar"),
                Map.of("direction", "rtl", "ticket", "الطلب {number}", "two", "{score} من {max}"));

        assertThat(arabic.say("ticket", "number", "2024-0042")).isEqualTo("الطلب \u20682024-0042\u2069");
        assertThat(arabic.say("two", "max", 5, "score", "$4")).isEqualTo("\u2068$4\u2069 من \u20685\u2069");
        assertThat(arabic.direction()).isEqualTo("rtl");
    }

    @Test
    void aTicketNumberInAnArabicTextIsShownFromLeftToRight() {
        Wording arabic = new Wording(Locale.forLanguageTag("ar"),
                Map.of("direction", "rtl", "ticket", "الطلب {number}؟"));

        assertThat(shown(arabic.say("ticket", "number", "2024-0042"))).contains("2024-0042");
        assertThat(shown("الطلب 2024-0042؟")).contains("0042-2024");
    }

    @Test
    void valuesStayAsTheyAreWhereLinesBeginOnTheLeft() {
        Wording english = new Wording(Locale.ENGLISH, Map.of("direction", "ltr", "ticket", "Ticket {number}"));

        assertThat(english.say("ticket", "number", "2024-0042")).isEqualTo("Ticket 2024-0042");
    }

    /** What a line that begins on the right looks like, read from left to right; Arabic letters stay unturned. */
    private static String shown(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_RIGHT_TO_LEFT);
        byte[] levels = new byte[bidi.getRunCount()];
        String[] runs = new String[bidi.getRunCount()];
        for (int i = 0; i < runs.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }
}
