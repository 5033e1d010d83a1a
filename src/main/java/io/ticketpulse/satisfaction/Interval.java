package io.ticketpulse.satisfaction;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** A two-sided 95 % confidence interval. It always contains the estimate it belongs to. */
record Interval(double low, double high) {

    /** The normal quantile that leaves 2.5 % on either side, about 1.96. */
    static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /**
     * The score interval of a proportion (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, 209–212), without continuity
     * correction. It stays within 0 and 1 and is honest for small numbers and for proportions near the ends.
     *
     * @param share from 0 to 1
     * @param n     above 0; an effective sample size need not be whole
     */
    static Interval wilson(double share, double n) {
        double z2 = Z * Z;
        double centre = share + z2 / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        double scale = 1 + z2 / n;
        // At 0 and 1 the bound is the share itself, which rounding would miss by a hair.
        return new Interval(Math.max(0, Math.min(share, (centre - half) / scale)),
                Math.min(1, Math.max(share, (centre + half) / scale)));
    }

    /**
     * The normal interval of a net promoter score, cut to the range of the score. The score is 100 times the mean of
     * values 1, 0 and −1, whose variance is p₊ + p₋ − (p₊ − p₋)².
     *
     * @param promoters  share of promoters, p₊
     * @param detractors share of detractors, p₋
     * @param n          above 0
     * @return between −100 and 100
     */
    static Interval ofNetPromoterScore(double promoters, double detractors, int n) {
        double score = promoters - detractors;
        double variance = Math.max(0, promoters + detractors - score * score);
        double half = Z * Math.sqrt(variance / n);
        return new Interval(100 * Math.max(-1, score - half), 100 * Math.min(1, score + half));
    }
}
