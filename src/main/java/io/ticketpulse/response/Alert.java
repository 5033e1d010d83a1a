package io.ticketpulse.response;

import java.util.Locale;

/** What a response does to the alert of its closure. An alert is up while the score that counts is low. */
enum Alert {
    RAISED, CLEARED, NONE;

    /** The word in events, e.g. {@code raised}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param before    the score that counted, null if none did
     * @param after     the score that counts now, null if none does
     * @param threshold the score from which downwards an alert is up
     */
    static Alert between(Integer before, Integer after, int threshold) {
        boolean was = before != null && before <= threshold;
        boolean is = after != null && after <= threshold;
        if (was == is) {
            return NONE;
        }
        return is ? RAISED : CLEARED;
    }
}
