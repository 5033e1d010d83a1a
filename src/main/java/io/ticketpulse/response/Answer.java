package io.ticketpulse.response;

import java.util.List;

/**
 * What a customer says.
 *
 * @param score   on the survey's scale
 * @param comment in the customer's words, at most {@value #LONGEST_COMMENT} characters (code points), lines ended by a
 *                line feed; null if there is none
 * @param drivers reasons the customer picked, in the order given, none twice
 */
record Answer(int score, String comment, List<String> drivers) {

    static final int LONGEST_COMMENT = 2000;

    Answer {
        drivers = List.copyOf(drivers);
    }

    boolean commented() {
        return comment != null;
    }

    /** Whether recording this after {@code other} would add nothing to it. */
    boolean addsNothingTo(Answer other) {
        return score == other.score && (comment == null || comment.equals(other.comment))
                && other.drivers.containsAll(drivers);
    }
}
