package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever colour a brand has, its pages can be read: at least 4.5 to 1 (WCAG 2.2, success criterion 1.4.3). */
class PageColoursTest {

    @Property
    void accentAndTextsCanBeReadByDay(@ForAll @IntRange(max = 0xffffff) int brand) {
        assertReadable(brand, PageColours.DAY, "#1b1f27", "#585e6d");
    }

    @Property
    void accentAndTextsCanBeReadByNight(@ForAll @IntRange(max = 0xffffff) int brand) {
        assertReadable(brand, PageColours.NIGHT, "#f1efeb", "#b0b6c2");
    }

    /** The inks are those of page.css. */
    private static void assertReadable(int brand, Colour card, String ink, String soft) {
        PageColours colours = PageColours.of(Colour.of("#%06x".formatted(brand)), card);

        assertThat(colours.accent().contrastTo(card)).isGreaterThanOrEqualTo(4.5);
        assertThat(colours.accent().contrastTo(colours.tint())).isGreaterThanOrEqualTo(4.5);
        assertThat(Colour.of(ink).contrastTo(colours.tint())).isGreaterThanOrEqualTo(4.5);
        assertThat(Colour.of(soft).contrastTo(colours.tint())).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        assertThat(PageColours.of(Colour.of("#0e6a5b"), PageColours.DAY).accent()).hasToString("#0e6a5b");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"none,''", "src/test/resources/brand/logo.png,'img-src data:; '"})
    void picturesAreAllowedOnlyWhereThereIsOne(String logo, String allowed) {
        PageLook look = new PageLook(Brands.of(logo == null ? Map.of() : Map.of("logo", logo)));

        assertThat(look.contentSecurityPolicy()).matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
                + allowed + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    }
}
