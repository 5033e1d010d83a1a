package io.ticketpulse.satisfaction;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Scale.Sentiment;
import io.ticketpulse.invitation.SkipReason;

/**
 * What the {@link Tally} of one dimension value says on the scale that the survey has now. Scores from before the survey
 * changed its scale say nothing on the new one; they stay in the tally.
 */
final class Cell {

    private final Scale scale;
    private final Tally tally;

    Cell(Scale scale) {
        this(scale, new Tally());
    }

    Cell(Scale scale, Tally tally) {
        this.scale = scale;
        this.tally = tally;
    }

    void add(Fact fact) {
        tally.add(fact);
    }

    /** Takes away what was added before. */
    void subtract(Fact fact) {
        tally.subtract(fact);
    }

    Tally tally() {
        return tally;
    }

    int responded() {
        return answered(answer -> true);
    }

    /** See {@link Counts}. */
    Counts counts() {
        int delivered = tally.withOutcome(InvitationState.SENT) + tally.withOutcome(InvitationState.RESPONDED)
                + tally.withOutcome(InvitationState.EXPIRED);
        int sent = tally.withOutcome(InvitationState.BOUNCED) + tally.withOutcome(InvitationState.WITHDRAWN)
                + delivered;
        int sampled = tally.withOutcome(InvitationState.PENDING) + tally.withOutcome(InvitationState.CANCELLED)
                + tally.withOutcome(InvitationState.REFUSED) + sent;
        return new Counts(tally.closed(), skippedAs(SkipReason.Group.EXCLUDED),
                skippedAs(SkipReason.Group.UNAVAILABLE), eligible(), sampled,
                tally.withOutcome(InvitationState.PENDING), tally.withOutcome(InvitationState.CANCELLED),
                tally.withOutcome(InvitationState.REFUSED), sent, tally.withOutcome(InvitationState.BOUNCED),
                tally.withOutcome(InvitationState.WITHDRAWN), delivered, responded(), answered(Answer::commented),
                tally.quarantined(), tally.reopened());
    }

    /** How often each reason occurred that did. */
    Map<SkipReason, Integer> skipped() {
        Map<SkipReason, Integer> occurred = new EnumMap<>(SkipReason.class);
        for (SkipReason reason : SkipReason.values()) {
            if (tally.skippedFor(reason) > 0) {
                occurred.put(reason, tally.skippedFor(reason));
            }
        }
        return occurred;
    }

    /** {@code eligible / (closed − excluded)}, 0 to 1; null if all are excluded. */
    Double coverage() {
        return Ratio.of(eligible(), tally.closed() - skippedAs(SkipReason.Group.EXCLUDED));
    }

    /** {@code responded / delivered}, 0 to 1; null if nothing was delivered. */
    Double responseRate() {
        return Ratio.of(responded(), counts().delivered());
    }

    Sla sla() {
        return Sla.of(tally.slaKnown(), tally.slaMet());
    }

    /** What the responses say, exactly. */
    Statistics statistics() {
        Map<Integer, Integer> distribution = distribution();
        Statistics.Watermelon watermelon = Statistics.Watermelon.of(answered(Answer::slaMet),
                answered(answer -> answer.slaMet() && answer.sentiment() == Sentiment.DISSATISFIED));
        int responded = responded();
        if (responded == 0) {
            return new Statistics(distribution, null, null, null, null, null, watermelon, List.of());
        }
        long scoreSum = distribution.entrySet().stream().mapToLong(score -> (long) score.getKey() * score.getValue())
                .sum();
        int satisfied = answered(answer -> answer.sentiment() == Sentiment.SATISFIED);
        int dissatisfied = answered(answer -> answer.sentiment() == Sentiment.DISSATISFIED);
        return new Statistics(distribution, (double) scoreSum / responded,
                Statistics.Csat.of(satisfied, responded), weighted(),
                scale == Scale.NPS ? Statistics.Nps.of(satisfied, dissatisfied, responded) : null,
                Ratio.of(satisfied, dissatisfied), watermelon, drivers());
    }

    private Map<Integer, Integer> distribution() {
        Map<Integer, Integer> distribution = new TreeMap<>();
        for (int score = scale.min(); score <= scale.max(); score++) {
            distribution.put(score, 0);
        }
        tally.answers().forEach((answer, times) -> {
            if (answer.scale() == scale) {
                distribution.merge(answer.score(), times, Integer::sum);
            }
        });
        return distribution;
    }

    /**
     * Adds whole numbers first and then the weights, always in the same order: fractions added in another order would be
     * another number in the last place, and a figure that changes by itself.
     */
    private Statistics.WeightedCsat weighted() {
        TreeMap<Double, int[]> byWeight = new TreeMap<>();
        tally.answers().forEach((answer, times) -> {
            if (answer.scale() == scale) {
                int[] satisfiedOfAll = byWeight.computeIfAbsent(answer.weight(), unseen -> new int[2]);
                satisfiedOfAll[0] += answer.sentiment() == Sentiment.SATISFIED ? times : 0;
                satisfiedOfAll[1] += times;
            }
        });
        double satisfiedWeight = 0;
        double weight = 0;
        double squaredWeight = 0;
        for (Map.Entry<Double, int[]> group : byWeight.entrySet()) {
            satisfiedWeight += group.getKey() * group.getValue()[0];
            weight += group.getKey() * group.getValue()[1];
            squaredWeight += group.getKey() * group.getKey() * group.getValue()[1];
        }
        return Statistics.WeightedCsat.of(satisfiedWeight, weight, squaredWeight);
    }

    private List<Statistics.Driver> drivers() {
        Map<String, Statistics.Driver> byName = new TreeMap<>();
        tally.reasons().forEach((reason, times) -> {
            if (reason.scale() == scale && reason.sentiment() != Sentiment.NEUTRAL) {
                boolean satisfied = reason.sentiment() == Sentiment.SATISFIED;
                byName.merge(reason.driver(),
                        new Statistics.Driver(reason.driver(), satisfied ? times : 0, satisfied ? 0 : times),
                        (one, other) -> new Statistics.Driver(one.driver(), one.satisfied() + other.satisfied(),
                                one.dissatisfied() + other.dissatisfied()));
            }
        });
        return byName.values().stream()
                .sorted(Comparator.comparingInt(driver -> -driver.satisfied() - driver.dissatisfied())).toList();
    }

    private int answered(Predicate<Answer> such) {
        return tally.answers().entrySet().stream()
                .filter(answer -> answer.getKey().scale() == scale && such.test(answer.getKey()))
                .mapToInt(Map.Entry::getValue).sum();
    }

    private int eligible() {
        return tally.closed() - skippedAs(SkipReason.Group.EXCLUDED) - skippedAs(SkipReason.Group.UNAVAILABLE);
    }

    private int skippedAs(SkipReason.Group group) {
        int sum = 0;
        for (SkipReason reason : SkipReason.values()) {
            sum += reason.group() == group ? tally.skippedFor(reason) : 0;
        }
        return sum;
    }
}
