package io.ticketpulse.platform;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour of sRGB.
 *
 * @param red   0 to 255
 * @param green 0 to 255
 * @param blue  0 to 255
 */
record Colour(int red, int green, int blue) {

    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final Colour BLACK = new Colour(0, 0, 0);
    private static final Colour WHITE = new Colour(255, 255, 255);

    /**
     * @param hex {@code #rrggbb}
     * @throws IllegalArgumentException if it is anything else
     */
    static Colour of(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(hex + " is not #rrggbb");
        }
        int value = Integer.parseInt(hex.substring(1), 16);
        return new Colour(value >> 16, value >> 8 & 0xff, value & 0xff);
    }

    /** Black or white, whichever contrasts more; one of them always reaches 4.58 to 1, the square root of 21. */
    Colour text() {
        return contrastTo(WHITE) >= contrastTo(BLACK) ? WHITE : BLACK;
    }

    /** The contrast ratio of WCAG 2.2, from 1 (the same colour) to 21 (black and white). */
    double contrastTo(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** The relative luminance of WCAG 2.2, from 0 (black) to 1 (white). */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int component) {
        double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** {@code #rrggbb} in lower case. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
