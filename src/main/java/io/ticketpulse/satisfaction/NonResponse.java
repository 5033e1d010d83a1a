package io.ticketpulse.satisfaction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.ticketpulse.closure.Dimension;

/**
 * Whether those who were reached answered equally often, whatever the priority of their ticket, the team that worked on
 * it and the time it took. Where they did not, the figures say more of some than of others. Each is null if it cannot be
 * tested, see {@link Homogeneity#of}.
 */
record NonResponse(Test priority, Test assignmentGroup, Test timeToResolve) {

    private static final double LEVEL = 0.05;
    /** The smallest effect worth a name (J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988, 7.2). */
    private static final double SMALL = 0.1;

    /**
     * One of the tests.
     *
     * @param p         see {@link Homogeneity}
     * @param adjustedP the same, adjusted for there being several tests, see {@link Holm}
     * @param cramersV  see {@link Homogeneity}
     * @param lopsided  whether the difference is significant at 5 % after adjustment and at least small, V ≥ 0.1
     */
    record Test(double chiSquare, int degreesOfFreedom, double p, double adjustedP, double cramersV, Rate lowest,
            Rate highest, boolean lopsided) {

        private static Test of(Homogeneity test, double adjustedP) {
            return new Test(test.chiSquare(), test.degreesOfFreedom(), test.p(), adjustedP, test.cramersV(),
                    Rate.of(test.lowest()), Rate.of(test.highest()), adjustedP < LEVEL && test.cramersV() >= SMALL);
        }
    }

    /** A value, or {@link Homogeneity#OTHERS}, and how often it answered. */
    record Rate(String value, double responseRate) {

        private static Rate of(Homogeneity.Group group) {
            return new Rate(group.name(), group.responseRate());
        }
    }

    static NonResponse of(MonthCells cells) {
        Homogeneity priority = test(cells.byDimension().get(Dimension.PRIORITY.wireName()));
        Homogeneity assignmentGroup = test(cells.byDimension().get(Dimension.ASSIGNMENT_GROUP.wireName()));
        Homogeneity timeToResolve = test(cells.timeToResolve());
        List<Homogeneity> possible = Stream.of(priority, assignmentGroup, timeToResolve).filter(Objects::nonNull)
                .toList();
        List<Double> adjusted = Holm.adjust(possible.stream().map(Homogeneity::p).toList());
        return new NonResponse(adjusted(priority, possible, adjusted), adjusted(assignmentGroup, possible, adjusted),
                adjusted(timeToResolve, possible, adjusted));
    }

    private static Homogeneity test(Map<String, Cell> cells) {
        return Homogeneity.of(cells.entrySet().stream().map(cell -> {
            Counts counts = cell.getValue().counts();
            return new Homogeneity.Group(cell.getKey(), counts.delivered(), counts.responded());
        }).toList());
    }

    private static Test adjusted(Homogeneity test, List<Homogeneity> possible, List<Double> adjusted) {
        return test == null ? null : Test.of(test, adjusted.get(possible.indexOf(test)));
    }
}
