package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /**
     * R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998,
     * 857–872, table I, method 3.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611",
            "1, 29, 0.0061, 0.1718"})
    void wilsonEqualsNewcombesTable(int satisfied, int n, double low, double high) {
        Interval interval = Interval.wilson((double) satisfied / n, n);

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    /**
     * SciPy 1.17.1, {@code binomtest(k, n).proportion_ci(method='wilson')}; the last line is R's
     * {@code prop.test(6, 52, correct = FALSE)} as printed in R's bug report PR#2794.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2552885198782742, 0.36620957698280004, 1e-12",
            "1, 29, 0.006113214292762667, 0.17175521879320282, 1e-12",
            "20, 20, 0.8388748419471808, 1.0, 1e-12",
            "6, 52, 0.05396969, 0.22971664, 1e-8"})
    void wilsonEqualsOtherStatisticsPackages(int satisfied, int n, double low, double high, double tolerance) {
        Interval interval = Interval.wilson((double) satisfied / n, n);

        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }

    /**
     * The worked example in W. Huber's answer to "How can I calculate margin of error in a NPS result?",
     * stats.stackexchange.com/q/18603: promoters 1/2, passives 1/3, detractors 1/6, variance 5/9, and with 324 answers a
     * standard error of 4.1 points. The exact bounds are 100/3 ± 1.959963984540054 · 100 · √(5/9/324).
     */
    @ParameterizedTest
    @CsvSource("25.217383883550171, 41.449282783116495")
    void netPromoterIntervalEqualsThePublishedExample(double low, double high) {
        Interval interval = Interval.ofNetPromoterScore(1.0 / 2, 1.0 / 6, 324);

        assertThat(interval.low()).isCloseTo(low, within(1e-11));
        assertThat(interval.high()).isCloseTo(high, within(1e-11));
    }

    @Property
    void wilsonContainsItsShareAndStaysAShare(@ForAll @IntRange(min = 1, max = 5_000) int n,
            @ForAll @IntRange(max = 5_000) int any) {
        double share = (double) (any % (n + 1)) / n;

        Interval interval = Interval.wilson(share, n);

        assertThat(share).isBetween(interval.low(), interval.high());
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(0.0, 1.0);
    }

    @Property
    void wilsonOfTheOthersIsItsMirrorImage(@ForAll @IntRange(min = 1, max = 5_000) int n,
            @ForAll @IntRange(max = 5_000) int any) {
        double share = (double) (any % (n + 1)) / n;

        Interval mirrored = Interval.wilson(1 - share, n);

        assertThat(mirrored.low()).isCloseTo(1 - Interval.wilson(share, n).high(), within(1e-12));
        assertThat(mirrored.high()).isCloseTo(1 - Interval.wilson(share, n).low(), within(1e-12));
    }

    @Property
    void netPromoterIntervalContainsItsScoreAndStaysAScore(@ForAll @IntRange(max = 500) int promoters,
            @ForAll @IntRange(max = 500) int passives, @ForAll @IntRange(min = 1, max = 500) int detractors) {
        int n = promoters + passives + detractors;

        Interval interval = Interval.ofNetPromoterScore((double) promoters / n, (double) detractors / n, n);

        assertThat(100.0 * (promoters - detractors) / n).isBetween(interval.low() - 1e-9, interval.high() + 1e-9);
        assertThat(interval.low()).isBetween(-100.0, 100.0);
        assertThat(interval.high()).isBetween(-100.0, 100.0);
    }

    @Property
    void netPromoterIntervalIsMirroredByTurningPromotersIntoDetractors(@ForAll @IntRange(max = 500) int promoters,
            @ForAll @IntRange(max = 500) int passives, @ForAll @IntRange(min = 1, max = 500) int detractors) {
        int n = promoters + passives + detractors;
        Interval interval = Interval.ofNetPromoterScore((double) promoters / n, (double) detractors / n, n);

        Interval mirrored = Interval.ofNetPromoterScore((double) detractors / n, (double) promoters / n, n);

        assertThat(mirrored.low()).isCloseTo(-interval.high(), within(1e-9));
        assertThat(mirrored.high()).isCloseTo(-interval.low(), within(1e-9));
    }
}
