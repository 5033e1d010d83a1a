package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import org.junit.jupiter.api.Test;

/** That the numbers are right says {@link ReferenceFiguresTest}. */
class NonResponseTest {

    @Test
    void isLopsidedWhereSomeAnsweredMuchLessOften() {
        NonResponse nonResponse = NonResponse.of(cells(100, 60, 100, 30));

        assertThat(nonResponse.priority().lopsided()).isTrue();
        assertThat(nonResponse.priority().lowest()).isEqualTo(new NonResponse.Rate("P2", 0.3));
        assertThat(nonResponse.priority().highest()).isEqualTo(new NonResponse.Rate("P1", 0.6));
    }

    /** R 4.2.2: {@code chisq.test(cbind(c(10400, 10000), c(9600, 10000)), correct = FALSE)}, p = 0.00006, V = 0.02. */
    @Test
    void aDifferenceThatIsSignificantButNegligibleIsNotLopsided() {
        NonResponse nonResponse = NonResponse.of(cells(20_000, 10_400, 20_000, 10_000));

        assertThat(nonResponse.priority().p()).isLessThan(0.001);
        assertThat(nonResponse.priority().lopsided()).isFalse();
    }

    @Test
    void aDifferenceThatChanceExplainsIsNotLopsided() {
        NonResponse nonResponse = NonResponse.of(cells(20, 12, 20, 9));

        assertThat(nonResponse.priority().cramersV()).isGreaterThan(0.1);
        assertThat(nonResponse.priority().lopsided()).isFalse();
    }

    @Test
    void whatCannotBeTestedIsNullAndNeedsNoAdjustment() {
        NonResponse nonResponse = NonResponse.of(cells(100, 60, 100, 30));

        assertThat(nonResponse.assignmentGroup()).isNull();
        assertThat(nonResponse.timeToResolve()).isNull();
        assertThat(nonResponse.priority().adjustedP()).isEqualTo(nonResponse.priority().p());
    }

    private static MonthCells cells(int delivered1, int responded1, int delivered2, int responded2) {
        MonthCells cells = new MonthCells(Scale.STARS);
        add(cells, "P1", delivered1, responded1);
        add(cells, "P2", delivered2, responded2);
        return cells;
    }

    private static void add(MonthCells cells, String priority, int delivered, int responded) {
        IntStream.range(0, delivered)
                .mapToObj(i -> i < responded ? Facts.scored(5) : Facts.invited(InvitationState.EXPIRED))
                .forEach(fact -> {
                    Map<Dimension, String> values = fact.values();
                    values.put(Dimension.PRIORITY, priority);
                    cells.add(fact);
                });
    }
}
