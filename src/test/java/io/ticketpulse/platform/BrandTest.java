package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandTest {

    private static final String LOGO = "src/test/resources/brand/logo.png";

    @Test
    void isOursUnlessSaidOtherwise() {
        Brand brand = Brands.usual();

        assertThat(brand.name()).isEqualTo("TicketPulse");
        assertThat(brand.colour()).isEqualTo("#0e6a5b");
        assertThat(brand.textColour()).isEqualTo("#ffffff");
        assertThat(brand.logo()).isEmpty();
        assertThat(brand.footer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"#0e6a5b, #0e6a5b", "#ffd400, #757c8a", "#ffffff, #757c8a"})
    void aPaleButtonHasAnEdge(String colour, String edge) {
        assertThat(Brands.of(Map.of("colour", colour)).edgeColour()).isEqualTo(edge);
    }

    @Test
    void theLastLinesAreKeptApart() {
        assertThat(Brands.of(Map.of("footer", "Acme AG\n Hauptstraße 1 \n")).footer())
                .containsExactly("Acme AG", "Hauptstraße 1");
    }

    @Test
    void aLargeLogoIsShownSmall() throws IOException {
        Logo logo = Brands.of(Map.of("logo", LOGO)).logo().orElseThrow();

        assertThat(logo.mediaType()).isEqualTo("image/png");
        // The picture has 320 by 80 pixels.
        assertThat(logo.width() + "x" + logo.height()).isEqualTo("160x40");
        assertThat(logo.dataUrl())
                .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(logo.data()));
        assertThat(logo.data()).isEqualTo(Files.readAllBytes(Path.of(LOGO)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name   | ' '     | ticketpulse.brand.name must be one line of 1 to 60 characters",
            "name   | 'a\nb'  | ticketpulse.brand.name must be one line of 1 to 60 characters",
            "colour | teal    | ticketpulse.brand.colour is teal; it must be a colour such as #0e6a5b",
            "logo   | /no.png | ticketpulse.brand.logo is /no.png, which cannot be read",
            "logo   | pom.xml | ticketpulse.brand.logo is pom.xml, which has "})
    void whatCannotBeMeantStopsTheStart(String setting, String value, String sentence) {
        assertThatThrownBy(() -> Brands.of(Map.of(setting, value))).hasMessageStartingWith(sentence);
    }

    @Test
    void aLongFooterStopsTheStart() {
        assertThatThrownBy(() -> Brands.of(Map.of("footer", "ö".repeat(151))))
                .hasMessage("ticketpulse.brand.footer is longer than 300 bytes");
    }

    @Test
    void aPictureThatMailProgramsDoNotShowStopsTheStart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");

        assertThatThrownBy(() -> Brands.of(Map.of("logo", file.toString()))).hasMessage("ticketpulse.brand.logo is "
                + file + ", which is no PNG, JPEG or GIF; mail programs show nothing else");
    }

    @Test
    void aDamagedPictureStopsTheStart(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("logo.png"),
                Arrays.copyOf(Files.readAllBytes(Path.of(LOGO)), 12));

        assertThatThrownBy(() -> Brands.of(Map.of("logo", file.toString())))
                .hasMessage("ticketpulse.brand.logo is " + file + ", which is damaged");
    }
}
