package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast as WCAG 2.2 defines it. Expected values: the contrast checker of WebAIM, which truncates to two decimals. */
class ColourTest {

    @ParameterizedTest
    @CsvSource({
            "#000000, #ffffff, 21",
            "#ffffff, #ffffff, 1",
            "#777777, #ffffff, 4.47",
            "#767676, #ffffff, 4.54",
            "#ff0000, #ffffff, 3.99",
            "#0000ff, #ffffff, 8.59",
            "#00ff00, #ffffff, 1.37",
            "#00ff00, #000000, 15.3"})
    void contrastIsThatOfWcag(String one, String other, double ratio) {
        assertThat(Colour.of(one).contrastTo(Colour.of(other))).isCloseTo(ratio, within(0.011));
    }

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff", "#FFFFFF, #000000", "#0e6a5b, #ffffff", "#ffd400, #000000", "#757575, #ffffff",
            "#767676, #000000"})
    void textIsBlackOrWhite(String colour, String text) {
        assertThat(Colour.of(colour).text()).hasToString(text);
    }

    @Property
    void textCanBeReadOnEveryColour(@ForAll @IntRange(max = 0xffffff) int rgb) {
        Colour colour = Colour.of(String.format("#%06x", rgb));

        assertThat(colour.contrastTo(colour.text())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0e6a5b", "#0e6", "#0e6a5b80", "teal", "#0e6a5g", "#0e6a5b;} body{display:none"})
    void nothingElseIsAColour(String text) {
        assertThatThrownBy(() -> Colour.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
