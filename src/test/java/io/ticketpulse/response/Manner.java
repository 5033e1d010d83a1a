package io.ticketpulse.response;

import java.util.List;

/**
 * A way of looking at pages.
 *
 * @param width         of the window, in CSS pixels
 * @param forcedColours whether few colours of the user's own replace all others, as Windows does for contrast
 */
record Manner(String device, int width, int height, boolean dark, boolean forcedColours) {

    static final Manner PHONE = new Manner("phone", 360, 740, false, false);

    static final Manner DESKTOP = new Manner("desktop", 1280, 800, false, false);

    /** Phone and desktop, by day and by night. */
    static final List<Manner> USUAL = List.of(PHONE, PHONE.byNight(), DESKTOP, DESKTOP.byNight());

    /** Half of them, in which there still is one of each. */
    static final List<Manner> HALF = List.of(PHONE, DESKTOP.byNight());

    /** The narrowest there are: an old phone, a page at 400 % on a desktop (WCAG 2.2, success criterion 1.4.10). */
    static final List<Manner> NARROW = List.of(new Manner("old-phone", 320, 568, false, false),
            new Manner("magnified", 320, 256, false, false));

    /** On Windows with colours for contrast. */
    static final List<Manner> PLAIN = List.of(PHONE.withForcedColours(), PHONE.withForcedColours().byNight());

    Manner byNight() {
        return new Manner(device, width, height, true, forcedColours);
    }

    Manner withForcedColours() {
        return new Manner(device, width, height, dark, true);
    }

    @Override
    public String toString() {
        return device + (forcedColours ? "-forced-colours" : "") + (dark ? "-night" : "-day");
    }
}
