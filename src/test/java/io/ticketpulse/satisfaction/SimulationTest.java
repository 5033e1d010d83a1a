package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import org.junit.jupiter.api.Test;

/**
 * Two thousand months whose truth is known, because we make it: how probable it is that a customer of each priority is
 * satisfied. Who is asked depends on the priority, who answers on nothing. The same numbers come at every run.
 */
class SimulationTest {

    private static final int MONTHS = 2_000;
    private static final double COVERED = 0.93;
    private static final double RESPONSE_RATE = 0.6;

    /** Many tickets of low priority, which are seldom asked for and whose customers are satisfied. */
    private static final List<Priority> UNEQUAL = List.of(new Priority(60, 1.0, 0.55, 0.35),
            new Priority(250, 0.5, 0.75, 0.15), new Priority(600, 0.2, 0.90, 0.05));
    /** The other way round, which is harder: the few who are asked for seldom and stand for many decide. */
    private static final List<Priority> REVERSED = List.of(new Priority(60, 1.0, 0.95, 0.03),
            new Priority(250, 0.4, 0.75, 0.15), new Priority(900, 0.1, 0.50, 0.35));
    private static final List<Priority> EQUAL = UNEQUAL.stream().map(
            priority -> new Priority(priority.closures, 0.4, priority.satisfied, priority.dissatisfied)).toList();

    /**
     * @param rate         the probability that a customer is asked
     * @param satisfied    the probability that a customer is satisfied
     * @param dissatisfied the probability that a customer is dissatisfied
     */
    private record Priority(int closures, double rate, double satisfied, double dissatisfied) {}

    @Test
    void theWeightedShareIsRightOnAverage() {
        List<Statistics> months = months(Scale.STARS, UNEQUAL);

        double[] shares = each(months, month -> month.csatWeighted().value());

        assertThat(Math.abs(mean(shares) - truth(UNEQUAL))).isLessThan(4 * standardError(shares));
    }

    @Test
    void theRawShareIsNot() {
        List<Statistics> months = months(Scale.STARS, UNEQUAL);

        double[] shares = each(months, month -> month.csat().value());

        assertThat(truth(UNEQUAL) - mean(shares)).isGreaterThan(50 * standardError(shares));
    }

    @Test
    void theWeightedIntervalCoversTheTruth() {
        List<Statistics> months = months(Scale.STARS, UNEQUAL);

        double covered = covered(months, month -> month.csatWeighted().low() <= truth(UNEQUAL)
                && truth(UNEQUAL) <= month.csatWeighted().high());

        assertThat(covered).isGreaterThanOrEqualTo(COVERED);
    }

    @Test
    void theWeightedIntervalCoversTheTruthAlsoWhereFewStandForMany() {
        List<Statistics> months = months(Scale.STARS, REVERSED);

        double covered = covered(months, month -> month.csatWeighted().low() <= truth(REVERSED)
                && truth(REVERSED) <= month.csatWeighted().high());

        assertThat(covered).isGreaterThanOrEqualTo(COVERED);
    }

    @Test
    void theIntervalOfTheShareCoversTheTruthWhereEverybodyIsAskedEquallyOften() {
        List<Statistics> months = months(Scale.STARS, EQUAL);

        double covered = covered(months,
                month -> month.csat().low() <= truth(EQUAL) && truth(EQUAL) <= month.csat().high());

        assertThat(covered).isGreaterThanOrEqualTo(COVERED);
    }

    @Test
    void theIntervalOfTheNetPromoterScoreCoversTheTruth() {
        List<Statistics> months = months(Scale.NPS, EQUAL);
        double truth = 100 * (truth(EQUAL) - average(EQUAL, Priority::dissatisfied));

        double covered = covered(months, month -> month.nps().low() <= truth && truth <= month.nps().high());

        assertThat(covered).isGreaterThanOrEqualTo(COVERED);
    }

    @Test
    void theIntervalOfTheWatermelonCoversTheTruth() {
        List<Statistics> months = months(Scale.STARS, EQUAL);
        double truth = average(EQUAL, Priority::dissatisfied);

        double covered = covered(months,
                month -> month.watermelon().low() <= truth && truth <= month.watermelon().high());

        assertThat(covered).isGreaterThanOrEqualTo(COVERED);
    }

    private static List<Statistics> months(Scale scale, List<Priority> priorities) {
        SplittableRandom chance = new SplittableRandom(1927);
        List<Statistics> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            Cell cell = new Cell(scale);
            for (Priority priority : priorities) {
                for (int closure = 0; closure < priority.closures; closure++) {
                    if (chance.nextDouble() < priority.rate && chance.nextDouble() < RESPONSE_RATE) {
                        cell.add(answer(scale, priority, chance.nextDouble()));
                    }
                }
            }
            assertThat(cell.responded()).isGreaterThanOrEqualTo(100);
            months.add(cell.statistics());
        }
        return months;
    }

    private static Fact answer(Scale scale, Priority priority, double luck) {
        int neutral = scale == Scale.NPS ? 7 : 3;
        int score = luck < priority.satisfied
                ? scale.max()
                : luck < priority.satisfied + priority.dissatisfied ? scale.min() : neutral;
        return new Fact(Facts.desk("acme"), true, null, null, priority.rate, InvitationState.RESPONDED, false, scale,
                score, false, false, List.of());
    }

    /** The share of the satisfied among all closures. */
    private static double truth(List<Priority> priorities) {
        return average(priorities, Priority::satisfied);
    }

    private static double average(List<Priority> priorities, ToDoubleFunction<Priority> probability) {
        return priorities.stream().mapToDouble(each -> each.closures * probability.applyAsDouble(each)).sum()
                / priorities.stream().mapToInt(Priority::closures).sum();
    }

    private static double covered(List<Statistics> months, Predicate<Statistics> covers) {
        return (double) months.stream().filter(covers).count() / months.size();
    }

    private static double[] each(List<Statistics> months, ToDoubleFunction<Statistics> figure) {
        return months.stream().mapToDouble(figure).toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double variance = DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum()
                / (values.length - 1);
        return Math.sqrt(variance / values.length);
    }
}
