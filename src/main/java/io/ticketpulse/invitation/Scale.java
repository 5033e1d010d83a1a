package io.ticketpulse.invitation;

import java.util.Locale;

/** The kinds of answer scales: whole numbers, and which of them mean satisfied and dissatisfied. */
public enum Scale {
    /** One to five stars; satisfied 4–5, dissatisfied 1–2. */
    STARS(1, 5, 2, 4),
    /** Likelihood to recommend, 0 to 10; promoters 9–10, detractors 0–6 (Reichheld 2003). */
    NPS(0, 10, 6, 9),
    /** Customer effort, agreement 1 to 7; satisfied 5–7, dissatisfied 1–3. */
    CES(1, 7, 3, 5),
    /** Thumb down (0) or up (1). */
    THUMBS(0, 1, 0, 1);

    private final int min;
    private final int max;
    private final int dissatisfiedUpTo;
    private final int satisfiedFrom;

    Scale(int min, int max, int dissatisfiedUpTo, int satisfiedFrom) {
        this.min = min;
        this.max = max;
        this.dissatisfiedUpTo = dissatisfiedUpTo;
        this.satisfiedFrom = satisfiedFrom;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    /** The highest score that means dissatisfied. */
    int dissatisfiedUpTo() {
        return dissatisfiedUpTo;
    }

    /** The name in events, on the API and in settings, e.g. {@code stars}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This scale as consumers of events and of the API see it. */
    public Range range() {
        return new Range(wireName(), min, max);
    }

    /** Whether whoever tries another score than the first has tried them all. */
    public boolean hasTwoScores() {
        return max - min == 1;
    }

    public boolean contains(int score) {
        return min <= score && score <= max;
    }

    /**
     * What a score says.
     *
     * @throws IllegalArgumentException if the score is not on this scale
     */
    public Sentiment sentimentOf(int score) {
        if (!contains(score)) {
            throw new IllegalArgumentException(score + " is not on the scale " + wireName());
        }
        if (score >= satisfiedFrom) {
            return Sentiment.SATISFIED;
        }
        return score <= dissatisfiedUpTo ? Sentiment.DISSATISFIED : Sentiment.NEUTRAL;
    }

    /** A scale by its name and its lowest and highest score. */
    public record Range(String kind, int min, int max) {}

    /** What a score says about the person who gave it. */
    public enum Sentiment {
        SATISFIED, NEUTRAL, DISSATISFIED;

        /** The word in events and on the API, e.g. {@code satisfied}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
