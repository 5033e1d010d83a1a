package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    /** Fifteen words with a space each are 75 columns; the sixteenth does not fit. */
    @Test
    void sentencesAreBrokenBetweenWords() {
        String text = "four ".repeat(16) + "\nshort\n";

        assertThat(PlainText.wrapped(text, Locale.ENGLISH))
                .isEqualTo("four ".repeat(15).strip() + "\nfour\nshort\n");
    }

    @Test
    void japaneseIsBrokenBetweenCharactersAndNeverBeforeAFullStop() {
        String text = "あ".repeat(38) + "。い";

        assertThat(PlainText.wrapped(text, Locale.JAPANESE)).isEqualTo("あ".repeat(37) + "\nあ。い\n");
    }

    @Test
    void linksStayWholeAndTheSignatureKeepsItsSpace() {
        String text = "https://example.org/" + "a".repeat(100) + "\n-- \n";

        assertThat(PlainText.wrapped(text, Locale.ENGLISH)).isEqualTo(text);
    }

    @Property(tries = 200)
    void onlySpacesBecomeLineBreaks(@ForAll @CharRange(from = 'a', to = 'd') @Chars({' ', 'あ', '。',
            '-'}) @StringLength(max = 500) String text) {
        assertThat(PlainText.wrapped(text, Locale.ROOT).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
}
