package io.ticketpulse.response;

import java.util.List;

import io.ticketpulse.invitation.Scale;

/**
 * What a customer says.
 *
 * @param scale   the survey's when it asked: a later setting does not change what was said
 * @param score   on that scale
 * @param comment in the customer's words, at most {@value #LONGEST_COMMENT} characters (code points), lines ended by a
 *                line feed; null if there is none, empty if it was erased
 * @param drivers reasons the customer picked of the survey's, in the order given, none twice
 */
record Answer(Scale scale, int score, String comment, List<String> drivers) {

    static final int LONGEST_COMMENT = 2000;

    Answer {
        drivers = List.copyOf(drivers);
    }

    boolean commented() {
        return comment != null;
    }

    boolean sameScoreAs(Answer other) {
        return scale == other.scale && score == other.score;
    }

    /** The comment, as far as there is something to read; else null. */
    String readableComment() {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    /** Whether recording this after {@code other} would add nothing to it. */
    boolean addsNothingTo(Answer other) {
        return sameScoreAs(other) && (comment == null || comment.equals(other.comment))
                && other.drivers.containsAll(drivers);
    }
}
