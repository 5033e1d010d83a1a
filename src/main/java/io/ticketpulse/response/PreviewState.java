package io.ticketpulse.response;

import java.util.function.Function;

/**
 * A mail or page as somebody meets it.
 *
 * @param name    in addresses, of lower-case words and hyphens
 * @param group   what it is one of
 * @param label   what it is
 * @param html    the whole of it, written by what writes it for customers
 * @param subject of a mail; empty for pages
 */
record PreviewState(String name, String group, String label, Function<PreviewSample, String> html,
        Function<PreviewSample, String> subject) {

    String title() {
        return group + ": " + label;
    }
}
