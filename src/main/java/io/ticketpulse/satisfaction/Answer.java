package io.ticketpulse.satisfaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Scale.Sentiment;

/**
 * All that matters of a response once it is one among others.
 *
 * @param probability of having been asked, above 0 and at most 1
 * @param slaMet      whether the service level agreement was met; false also if that is unknown
 * @param commented   whether it has a comment
 */
record Answer(Scale scale, int score, double probability, boolean slaMet, boolean commented) {

    static Answer of(Fact fact) {
        return new Answer(fact.scale(), fact.score(), fact.probability(), Boolean.TRUE.equals(fact.slaMet()),
                fact.commented());
    }

    /** Reads what {@link #text()} wrote. */
    @JsonCreator
    static Answer parse(String text) {
        String[] parts = text.split(" ");
        return new Answer(Scale.valueOf(parts[0]), Integer.parseInt(parts[1]), Double.parseDouble(parts[2]),
                Boolean.parseBoolean(parts[3]), Boolean.parseBoolean(parts[4]));
    }

    /** As a key in JSON. */
    @JsonValue
    String text() {
        return scale + " " + score + " " + probability + " " + slaMet + " " + commented;
    }

    Sentiment sentiment() {
        return scale.sentimentOf(score);
    }

    /** How many of the eligible it stands for. */
    double weight() {
        return 1 / probability;
    }

    /** A driver that was ticked with an answer. */
    record Reason(Scale scale, Sentiment sentiment, String driver) {

        /** Reads what {@link #text()} wrote. */
        @JsonCreator
        static Reason parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Reason(Scale.valueOf(parts[0]), Sentiment.valueOf(parts[1]), parts[2]);
        }

        /** As a key in JSON. */
        @JsonValue
        String text() {
            return scale + " " + sentiment + " " + driver;
        }
    }
}
