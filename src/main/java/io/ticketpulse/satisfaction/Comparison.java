package io.ticketpulse.satisfaction;

/**
 * How the share of satisfied customers differs from an earlier month's.
 *
 * @param csat        this month's share minus the earlier one, −1 to 1; null if either is suppressed or absent
 * @param significant whether a two-sided test of two proportions with pooled variance rejects at 5 % that nothing has
 *                    changed (e.g. Fleiss, Levin, Paik, Statistical Methods for Rates and Proportions, 3rd ed., 3.1,
 *                    without continuity correction), on effective sample sizes; null if {@code csat} is
 */
record Comparison(Double csat, Boolean significant) {

    static final Comparison IMPOSSIBLE = new Comparison(null, null);

    /** Compares what is shown of two months. */
    static Comparison of(Statistics now, Statistics earlier) {
        if (now.csat() == null || earlier.csat() == null) {
            return IMPOSSIBLE;
        }
        double one = now.csat().value();
        double other = earlier.csat().value();
        return new Comparison(one - other, significant(one, now.effectiveSize(), other, earlier.effectiveSize()));
    }

    static boolean significant(double one, double oneSize, double other, double otherSize) {
        double pooled = (one * oneSize + other * otherSize) / (oneSize + otherSize);
        double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / oneSize + 1 / otherSize));
        return Math.abs(one - other) > Interval.Z * deviation;
    }
}
