package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Upper bounds are R's, {@code prop.test(k, n, correct = FALSE)$conf.int}: of 1/10 0.404150026795238. */
class ImprovementPriorityTest {

    private static final Statistics WHOLE = shown(80, 100);

    @Test
    void countsTheCustomersWhoAtTheLeastWouldBeSatisfiedInAddition() {
        Optional<ImprovementPriority> priority = ImprovementPriority.of(WHOLE, key("Payroll"), shown(1, 10), 50);

        assertThat(priority).hasValueSatisfying(payroll -> {
            assertThat(payroll.value()).isEqualTo("Payroll");
            assertThat(payroll.share()).isEqualTo(0.1);
            assertThat(payroll.high()).isCloseTo(0.404150026795238, within(1e-12));
            assertThat(payroll.shortfall()).isCloseTo((0.8 - 0.404150026795238) * 50, within(1e-10));
        });
    }

    @Test
    void whatChanceAloneExplainsNeedsNoImprovement() {
        Optional<ImprovementPriority> priority = ImprovementPriority.of(WHOLE, key("Payroll"), shown(6, 10), 50);

        assertThat(priority).isEmpty();
    }

    @Test
    void weightedSharesAreComparedWhereThereAre() {
        Statistics whole = weighted(80, 100, 0.5);

        Optional<ImprovementPriority> priority = ImprovementPriority.of(whole, key("Payroll"), weighted(1, 10, 0.25),
                50);

        assertThat(priority).hasValueSatisfying(payroll -> assertThat(payroll.shortfall())
                .isCloseTo((0.5 - (0.25 + 0.01)) * 50, within(1e-10)));
    }

    @Test
    void theLargestShortfallComesFirst() {
        ImprovementPriority large = priority("Payroll", 3);
        ImprovementPriority small = priority("Mail", 2);
        ImprovementPriority tied = priority("Intranet", 2);

        List<ImprovementPriority> ordered = Stream.of(small, large, tied).sorted(ImprovementPriority.ORDER).toList();

        assertThat(ordered).containsExactly(large, tied, small);
    }

    private static ImprovementPriority priority(String value, double shortfall) {
        return new ImprovementPriority("service", value, 0.1, 0.2, 50, shortfall);
    }

    private static FigureKey key(String service) {
        return new FigureKey("incident", YearMonth.of(2026, 10), "service", service);
    }

    private static Statistics shown(int satisfied, int n) {
        return new Statistics(null, null, Statistics.Csat.of(satisfied, n), null, null, null, null, null);
    }

    private static Statistics weighted(int satisfied, int n, double share) {
        return new Statistics(null, null, Statistics.Csat.of(satisfied, n),
                new Statistics.WeightedCsat(share, share - 0.01, share + 0.01, n), null, null, null, null);
    }
}
