package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTextTest {

    @ParameterizedTest
    @CsvSource({
            "'a\r\nBcc: b', a Bcc: b",
            "'  a \t\u00a0\u2003 b\u2028\u2029\u0085c\u0000 ', a b c",
            // Right-to-left override, isolate, byte order mark.
            "'exe.\u202egnp\u202c \u2067a\u2069\ufeff', exe.gnp a",
            // Joiners make emoji and Persian words.
            "'👩\u200d💻 می\u200cخواهم', '👩\u200d💻 می\u200cخواهم'"})
    void isOneHarmlessLine(String written, String shown) {
        assertThat(DeskText.line(written, 100)).isEqualTo(shown);
    }

    @Test
    void aLongOneIsCutBetweenCharacters() {
        // A flag is two code points of two code units each.
        assertThat(DeskText.line("ab🇩🇪cd", 5)).isEqualTo("ab…");
        assertThat(DeskText.line("ab🇩🇪cd", 6)).isEqualTo("ab🇩🇪…");
        assertThat(DeskText.line("ab🇩🇪cd", 8)).isEqualTo("ab🇩🇪cd");
    }

    @Property
    void neverBreaksALineAndIsNeverLonger(@ForAll @StringLength(max = 300) String written) {
        assertThat(DeskText.line(written, 60)).doesNotContain("\n", "\r", "\u202e").hasSizeLessThanOrEqualTo(61);
    }
}
