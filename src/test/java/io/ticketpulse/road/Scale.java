package io.ticketpulse.road;

/** The scales of the run, as the contract has them. */
enum Scale {
    STARS("stars", 1, 5, 2, 4), NPS("nps", 0, 10, 6, 9);

    private final String kind;
    private final int min;
    private final int max;
    private final int dissatisfiedUpTo;
    private final int satisfiedFrom;

    Scale(String kind, int min, int max, int dissatisfiedUpTo, int satisfiedFrom) {
        this.kind = kind;
        this.min = min;
        this.max = max;
        this.dissatisfiedUpTo = dissatisfiedUpTo;
        this.satisfiedFrom = satisfiedFrom;
    }

    String kind() {
        return kind;
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    boolean dissatisfied(int score) {
        return score <= dissatisfiedUpTo;
    }

    boolean satisfied(int score) {
        return score >= satisfiedFrom;
    }

    String sentiment(int score) {
        return satisfied(score) ? "satisfied" : dissatisfied(score) ? "dissatisfied" : "neutral";
    }
}
