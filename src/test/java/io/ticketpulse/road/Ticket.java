package io.ticketpulse.road;

import java.util.Locale;
import java.util.Map;

/**
 * A ticket of some desk.
 *
 * @param number   what its id and its requester's habits follow from
 * @param values   what it can be grouped by, but for the desk; what the desk did not say is absent
 * @param slaMet   null if unknown
 * @param email    the requester's, as the desk wrote it; null if there is none
 * @param assignee the assignee's address; null if there is none
 */
record Ticket(int number, String desk, Map<String, String> values, Boolean slaMet, String email, String assignee) {

    String id() {
        return "T-" + number;
    }

    /** The value in figures. */
    String value(String dimension) {
        return dimension.equals("desk") ? desk : values.getOrDefault(dimension, "(none)");
    }

    /** The name of the person, as whom the requester is asked or not. */
    String person() {
        return email.toLowerCase(Locale.ROOT);
    }
}
