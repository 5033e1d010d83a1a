package io.ticketpulse.response;

import java.util.Locale;
import java.util.regex.Pattern;

/** By day or by night, whatever the browser prefers. */
enum PreviewColours {
    /** What the browser prefers. */
    BROWSER("As your browser", "", ""),
    LIGHT("Light", "(max-width: 0)", "light"),
    DARK("Dark", "(min-width: 0)", "dark");

    private static final Pattern ASKED = Pattern.compile("\\(prefers-color-scheme: ?dark\\)");
    private static final Pattern OFFERED = Pattern.compile("(color-schemes?(?:: ?|\" content=\"))light dark");

    private final String label;
    private final String night;
    private final String scheme;

    /** @param night a media query that is never true, or always */
    PreviewColours(String label, String night, String scheme) {
        this.label = label;
        this.night = night;
        this.scheme = scheme;
    }

    /** The name in addresses, e.g. {@code dark}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** The page as a browser shows it that prefers these colours. */
    String on(String html) {
        return this == BROWSER
                ? html
                : OFFERED.matcher(ASKED.matcher(html).replaceAll(night)).replaceAll("$1" + scheme);
    }
}
