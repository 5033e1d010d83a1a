package io.ticketpulse.platform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

/** Whose mails and pages they are: a name, a colour that text can be read on, perhaps a logo and a last line. */
@Singleton
@Startup
public class Brand {

    private static final int LONGEST_NAME = 60;
    /** In bytes of UTF-8, which is what makes a mail large. */
    private static final int LONGEST_FOOTER = 300;
    /** What buttons stand on in mails and pages by day. */
    private static final Colour CARD = Colour.of("#ffffff");
    private static final Colour NEUTRAL_EDGE = Colour.of("#757c8a");
    /** For what is no text, WCAG 2.2, success criterion 1.4.11. */
    private static final double VISIBLE = 3;

    private final String name;
    private final Colour colour;
    private final Logo logo;
    private final List<String> footer;

    /** @throws IllegalStateException naming the setting that cannot be meant */
    Brand(BrandSettings settings) {
        this.name = settings.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches("(?s).*\\p{Cntrl}.*")) {
            throw new IllegalStateException("ticketpulse.brand.name must be one line of 1 to " + LONGEST_NAME
                    + " characters");
        }
        try {
            this.colour = Colour.of(settings.colour());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("ticketpulse.brand.colour is " + settings.colour()
                    + "; it must be a colour such as #0e6a5b", wrong);
        }
        this.logo = settings.logo().map(Logo::read).orElse(null);
        String last = settings.footer().orElse("").strip();
        if (last.getBytes(StandardCharsets.UTF_8).length > LONGEST_FOOTER) {
            throw new IllegalStateException("ticketpulse.brand.footer is longer than " + LONGEST_FOOTER
                    + " bytes");
        }
        this.footer = last.lines().map(String::strip).toList();
    }

    public String name() {
        return name;
    }

    /** Of buttons, as {@code #rrggbb}. */
    public String colour() {
        return colour.toString();
    }

    /** Black or white as {@code #rrggbb}, whichever can be read on {@link #colour()}: at least 4.5 to 1 (WCAG AA). */
    public String textColour() {
        return colour.text().toString();
    }

    /** What tells a button from a white card, as {@code #rrggbb}: the colour itself where that does. */
    public String edgeColour() {
        return (colour.contrastTo(CARD) < VISIBLE ? NEUTRAL_EDGE : colour).toString();
    }

    public Optional<Logo> logo() {
        return Optional.ofNullable(logo);
    }

    /** What stands at the bottom, by line; nothing by default. */
    public List<String> footer() {
        return footer;
    }
}
