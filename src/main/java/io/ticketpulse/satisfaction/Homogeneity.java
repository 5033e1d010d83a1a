package io.ticketpulse.satisfaction;

import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether groups answered equally often: Pearson's chi-square test of homogeneity (K. Pearson, Philosophical Magazine 50,
 * 1900, 157–175), without continuity correction.
 *
 * @param p        probability of a statistic at least as large if all groups answer equally often
 * @param cramersV how strong the difference is, 0 to 1 (H. Cramér, Mathematical Methods of Statistics, 1946): for two
 *                 columns {@code √(χ²/n)}
 * @param lowest   the group that answered least often; of several the first by name
 * @param highest  the group that answered most often; of several the first by name
 */
record Homogeneity(double chiSquare, int degreesOfFreedom, double p, double cramersV, Group lowest, Group highest) {

    /** The name of the groups that are too small to stand alone. */
    static final String OTHERS = "(others)";

    private static final Comparator<Group> BY_SIZE = Comparator.comparingInt(Group::delivered)
            .thenComparing(Group::name);
    private static final Comparator<Group> BY_NAME = Comparator.comparing(Group::name);
    private static final Comparator<Group> BY_RATE = Comparator.comparingDouble(Group::responseRate);

    /** So many were asked, so many of them answered. */
    record Group(String name, int delivered, int responded) {

        double responseRate() {
            return (double) responded / delivered;
        }

        private Group with(Group other) {
            return new Group(OTHERS, delivered + other.delivered, responded + other.responded);
        }
    }

    /**
     * Tests groups, of which the two smallest are put together until the approximation is good enough by W. G. Cochran's
     * rule (Biometrics 10, 1954, 417–451): none of the expected numbers below 1, and at most a fifth of them below 5.
     *
     * @param groups a group of whom nobody was asked does not count
     * @return null if fewer than two groups remain, or if everybody or nobody answered
     */
    static Homogeneity of(Collection<Group> groups) {
        PriorityQueue<Group> pooled = new PriorityQueue<>(BY_SIZE);
        groups.stream().filter(group -> group.delivered > 0).forEach(pooled::add);
        int delivered = pooled.stream().mapToInt(Group::delivered).sum();
        double rate = (double) pooled.stream().mapToInt(Group::responded).sum() / delivered;
        while (pooled.size() > 1 && !isEnough(pooled, rate)) {
            pooled.add(pooled.remove().with(pooled.remove()));
        }
        if (pooled.size() < 2) {
            return null;
        }
        double chiSquare = pooled.stream().sorted(BY_SIZE).mapToDouble(group -> {
            double expected = group.delivered * rate;
            double deviation = group.responded - expected;
            return deviation * deviation / expected + deviation * deviation / (group.delivered - expected);
        }).sum();
        int degreesOfFreedom = pooled.size() - 1;
        return new Homogeneity(chiSquare, degreesOfFreedom,
                ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquare),
                Math.sqrt(chiSquare / delivered), pooled.stream().min(BY_RATE.thenComparing(BY_NAME)).orElseThrow(),
                pooled.stream().min(BY_RATE.reversed().thenComparing(BY_NAME)).orElseThrow());
    }

    private static boolean isEnough(Collection<Group> groups, double rate) {
        long small = 0;
        for (Group group : groups) {
            for (double share : new double[]{rate, 1 - rate}) {
                double expected = group.delivered * share;
                if (expected < 1) {
                    return false;
                }
                small += expected < 5 ? 1 : 0;
            }
        }
        return small * 5 <= groups.size() * 2L;
    }
}
