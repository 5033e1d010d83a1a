package io.ticketpulse.satisfaction;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the counted responses of one cell say. All null where that is suppressed.
 *
 * @param distribution how often each score of the scale was given
 * @param mean         of the scores; null without responses
 * @param csat         null without responses
 * @param csatWeighted null without responses, or where a monthly cap made the inclusion probabilities unknowable
 * @param nps          null without responses and on every scale but 0–10
 * @param satisfiedToDissatisfied satisfied responses for each dissatisfied one; null without a dissatisfied one
 * @param drivers      the most frequent first
 */
record Statistics(
        Map<Integer, Integer> distribution,
        Double mean,
        Csat csat,
        WeightedCsat csatWeighted,
        Nps nps,
        Double satisfiedToDissatisfied,
        Watermelon watermelon,
        List<Driver> drivers) {

    static final Statistics SUPPRESSED = new Statistics(null, null, null, null, null, null, null, null);

    /** How many responses these statistics are made of. */
    int responded() {
        return csat == null ? 0 : csat.n;
    }

    /** The sample size that a test may reckon with; needs a {@link #csat()}. */
    double effectiveSize() {
        return csatWeighted == null ? csat.n : csatWeighted.n;
    }

    /** The share of the satisfied among the eligible, as well as it can be known; needs a {@link #csat()}. */
    double bestShare() {
        return csatWeighted == null ? csat.value : csatWeighted.value;
    }

    /** The upper bound of {@link #bestShare()}. */
    double bestHigh() {
        return csatWeighted == null ? csat.high : csatWeighted.high;
    }

    /** Whether every {@link Comparison} with these has the same result as with the others. */
    boolean comparesLike(Statistics other) {
        return Objects.equals(csat, other.csat) && Objects.equals(csatWeighted, other.csatWeighted);
    }

    /** The same without {@link #csatWeighted()}. */
    Statistics unweighted() {
        return new Statistics(distribution, mean, csat, null, nps, satisfiedToDissatisfied, watermelon, drivers);
    }

    /** Share of the satisfied among counted responses, 0 to 1, with {@link Interval#wilson Wilson's} interval. */
    record Csat(double value, double low, double high, int n) {

        static Csat of(int satisfied, int n) {
            double share = (double) satisfied / n;
            Interval interval = Interval.wilson(share, n);
            return new Csat(share, interval.low(), interval.high(), n);
        }
    }

    /**
     * Share of the satisfied, estimated for everybody eligible: each response counts 1/p, where p was the probability
     * of asking (Hájek 1971). It is not adjusted for people who did not answer.
     *
     * @param n the effective sample size (Σw)²/Σw² (Kish, Survey Sampling, 1965), on which the interval rests
     */
    record WeightedCsat(double value, double low, double high, double n) {

        static WeightedCsat of(double satisfiedWeight, double weight, double squaredWeight) {
            double share = Math.min(1, satisfiedWeight / weight);
            double n = weight * weight / squaredWeight;
            Interval interval = Interval.wilson(share, n);
            return new WeightedCsat(share, interval.low(), interval.high(), n);
        }
    }

    /** Net promoter score, −100 to 100 (Reichheld 2003), with {@link Interval#ofNetPromoterScore its} interval. */
    record Nps(double value, double low, double high) {

        static Nps of(int promoters, int detractors, int n) {
            Interval interval = Interval.ofNetPromoterScore((double) promoters / n, (double) detractors / n, n);
            return new Nps(100.0 * (promoters - detractors) / n, interval.low(), interval.high());
        }
    }

    /**
     * Green outside, red inside: how many were dissatisfied although the service level agreement was met.
     *
     * @param share of the dissatisfied, with {@link Interval#wilson Wilson's} interval; null without such responses
     */
    record Watermelon(int slaMetAndResponded, int ofThemDissatisfied, Double share, Double low, Double high) {

        static Watermelon of(int slaMetAndResponded, int ofThemDissatisfied) {
            if (slaMetAndResponded == 0) {
                return new Watermelon(0, 0, null, null, null);
            }
            double share = (double) ofThemDissatisfied / slaMetAndResponded;
            Interval interval = Interval.wilson(share, slaMetAndResponded);
            return new Watermelon(slaMetAndResponded, ofThemDissatisfied, share, interval.low(), interval.high());
        }
    }

    /** How often a reason was given by the satisfied and by the dissatisfied. */
    record Driver(String driver, int satisfied, int dissatisfied) {}
}
