package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    /**
     * The first line is in Penn State's STAT 415, lesson 9.4 (z = 8.99); the others are, without continuity correction,
     * {@code chi2_contingency} of SciPy 1.17.1, which is the square of this test: p = 0.0412, 0.0650, 0.04971 and 0.05004.
     */
    @ParameterizedTest
    @CsvSource({"351, 605, 41, 195, true", "25, 50, 15, 50, true", "24, 50, 15, 50, false", "14, 60, 24, 60, true",
            "6, 60, 14, 60, false", "0, 10, 0, 10, false", "10, 10, 10, 10, false"})
    void decidesAsPublished(int satisfied, int n, int satisfiedThen, int nThen, boolean expected) {
        boolean significant = Comparison.significant((double) satisfied / n, n, (double) satisfiedThen / nThen, nThen);

        assertThat(significant).isEqualTo(expected);
    }

    @Test
    void subtractsTheEarlierShare() {
        Comparison comparison = Comparison.of(statistics(3, 4), statistics(1, 4));

        assertThat(comparison).isEqualTo(new Comparison(0.5, false));
    }

    @Test
    void reckonsWithTheEffectiveSize() {
        // 25 of 50 against 15 of 50 would be significant; twenty effective responses on either side are too few.
        Statistics now = weighted(25, 50, 20);
        Statistics then = weighted(15, 50, 20);

        Comparison comparison = Comparison.of(now, then);

        assertThat(comparison.significant()).isFalse();
    }

    @Test
    void isImpossibleWithASuppressedMonth() {
        Comparison comparison = Comparison.of(statistics(3, 4), Statistics.SUPPRESSED);

        assertThat(comparison).isEqualTo(new Comparison(null, null));
    }

    @Property
    void comparingBackwardsDecidesTheSame(@ForAll @IntRange(min = 1, max = 300) int n,
            @ForAll @IntRange(min = 1, max = 300) int nThen, @ForAll @IntRange(max = 300) int any,
            @ForAll @IntRange(max = 300) int anyThen) {
        double share = (double) (any % (n + 1)) / n;
        double shareThen = (double) (anyThen % (nThen + 1)) / nThen;

        boolean backwards = Comparison.significant(shareThen, nThen, share, n);

        assertThat(backwards).isEqualTo(Comparison.significant(share, n, shareThen, nThen));
    }

    private static Statistics statistics(int satisfied, int n) {
        return new Statistics(null, null, Statistics.Csat.of(satisfied, n), null, null, null, null, null);
    }

    private static Statistics weighted(int satisfied, int n, double effective) {
        return new Statistics(null, null, Statistics.Csat.of(satisfied, n),
                new Statistics.WeightedCsat((double) satisfied / n, 0, 1, effective), null, null, null, null);
    }
}
