package io.ticketpulse.satisfaction;

import java.util.Comparator;
import java.util.Optional;

/**
 * The value of a dimension that most needs improvement. Its customers are less satisfied than those of the whole survey
 * even if chance is given the benefit of the doubt, and of all such values it has the largest {@code shortfall}: the
 * customers who, at the least, would be satisfied in addition if it were as good as the whole. So a wide interval counts
 * for little, and a small value for less than a large one that is as bad.
 *
 * @param share     of the satisfied, as in {@code csatWeighted}, or in {@code csat} where that is null
 * @param high      upper bound of its interval, below the share of the whole
 * @param eligible  closures
 * @param shortfall {@code (share of the whole − high) · eligible}, above 0
 */
record ImprovementPriority(String dimension, String value, double share, double high, int eligible, double shortfall) {

    /** The largest shortfall first; of several the first by dimension and value. */
    static final Comparator<ImprovementPriority> ORDER = Comparator.comparingDouble(ImprovementPriority::shortfall)
            .reversed().thenComparing(ImprovementPriority::dimension).thenComparing(ImprovementPriority::value);

    /**
     * Judges by what is shown.
     *
     * @param whole of all closures, not suppressed
     * @param shown of one value, not suppressed
     * @return empty if the value is not worse than the whole beyond doubt
     */
    static Optional<ImprovementPriority> of(Statistics whole, FigureKey key, Statistics shown, int eligible) {
        double shortfall = (whole.bestShare() - shown.bestHigh()) * eligible;
        return shortfall > 0
                ? Optional.of(new ImprovementPriority(key.dimension(), key.value(), shown.bestShare(),
                        shown.bestHigh(), eligible, shortfall))
                : Optional.empty();
    }
}
