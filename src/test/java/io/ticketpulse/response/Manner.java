package io.ticketpulse.response;

import java.util.List;
import java.util.stream.Stream;

/**
 * A way of looking at pages.
 *
 * @param width         of the window, in CSS pixels
 * @param scripts       whether the browser runs scripts, with which axe-core looks too; without, pictures are kept
 * @param forcedColours whether few colours of the user's own replace all others, as Windows does for contrast
 */
record Manner(String device, int width, int height, boolean dark, boolean scripts, boolean forcedColours) {

    static final Manner PHONE = new Manner("phone", 360, 740, false, false, false);

    /** Phone and desktop, by day and by night, with scripts and without. */
    static Stream<Manner> all() {
        return Stream.of(PHONE, new Manner("desktop", 1280, 800, false, false, false))
                .flatMap(manner -> Stream.of(manner, manner.byNight()))
                .flatMap(manner -> Stream.of(manner, manner.withScripts()));
    }

    /** The narrowest there are: an old phone, a page at 400 % on a desktop (WCAG 2.2, success criterion 1.4.10). */
    static List<Manner> narrow() {
        return List.of(new Manner("old-phone", 320, 568, false, false, false),
                new Manner("magnified", 320, 256, false, true, false));
    }

    Manner byNight() {
        return new Manner(device, width, height, true, scripts, forcedColours);
    }

    Manner withScripts() {
        return new Manner(device, width, height, dark, true, forcedColours);
    }

    Manner withForcedColours() {
        return new Manner(device, width, height, dark, scripts, true);
    }

    @Override
    public String toString() {
        return device + (forcedColours ? "-forced-colours" : "") + (dark ? "-night" : "-day")
                + (scripts ? "-scripts" : "");
    }
}
