package io.ticketpulse.satisfaction;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Scale.Sentiment;
import io.ticketpulse.invitation.SkipReason;

/** Everything that is added up of the closures of one dimension value. Its size does not depend on their number. */
final class Cell {

    private final Scale scale;
    private final int[] skipped = new int[SkipReason.values().length];
    private final int[] outcomes = new int[InvitationState.values().length];
    private final int[] scores;
    private final int[] sentiments = new int[Sentiment.values().length];
    private final Map<String, int[]> drivers = new TreeMap<>();
    private int closed;
    private int reopened;
    private int slaKnown;
    private int slaMet;
    private int responded;
    private int commented;
    private int quarantined;
    private long scoreSum;
    private int slaMetAndResponded;
    private int slaMetAndDissatisfied;
    private double weight;
    private double squaredWeight;
    private double satisfiedWeight;

    Cell(Scale scale) {
        this.scale = scale;
        this.scores = new int[scale.max() - scale.min() + 1];
    }

    void add(Fact fact) {
        closed++;
        reopened += fact.reopened() ? 1 : 0;
        quarantined += fact.quarantined() ? 1 : 0;
        slaKnown += fact.slaMet() != null ? 1 : 0;
        slaMet += Boolean.TRUE.equals(fact.slaMet()) ? 1 : 0;
        if (fact.skipped() != null) {
            skipped[fact.skipped().ordinal()]++;
        } else {
            outcomes[fact.outcome().ordinal()]++;
        }
        // A score from before the survey changed its scale says nothing on the new one.
        if (fact.score() != null && fact.scale() == scale) {
            addResponse(fact, scale.sentimentOf(fact.score()));
        }
    }

    private void addResponse(Fact fact, Sentiment sentiment) {
        responded++;
        commented += fact.commented() ? 1 : 0;
        scores[fact.score() - scale.min()]++;
        scoreSum += fact.score();
        sentiments[sentiment.ordinal()]++;
        double w = 1 / fact.probability();
        weight += w;
        squaredWeight += w * w;
        satisfiedWeight += sentiment == Sentiment.SATISFIED ? w : 0;
        if (Boolean.TRUE.equals(fact.slaMet())) {
            slaMetAndResponded++;
            slaMetAndDissatisfied += sentiment == Sentiment.DISSATISFIED ? 1 : 0;
        }
        if (sentiment != Sentiment.NEUTRAL) {
            fact.drivers().forEach(driver -> drivers.computeIfAbsent(driver,
                    unseen -> new int[Sentiment.values().length])[sentiment.ordinal()]++);
        }
    }

    int responded() {
        return responded;
    }

    /** See {@link Counts}. */
    Counts counts() {
        int delivered = outcome(InvitationState.SENT) + outcome(InvitationState.RESPONDED)
                + outcome(InvitationState.EXPIRED);
        int sent = outcome(InvitationState.BOUNCED) + outcome(InvitationState.WITHDRAWN) + delivered;
        int sampled = outcome(InvitationState.PENDING) + outcome(InvitationState.CANCELLED)
                + outcome(InvitationState.REFUSED) + sent;
        return new Counts(closed, skippedAs(SkipReason.Group.EXCLUDED), skippedAs(SkipReason.Group.UNAVAILABLE),
                eligible(), sampled, outcome(InvitationState.PENDING), outcome(InvitationState.CANCELLED),
                outcome(InvitationState.REFUSED), sent, outcome(InvitationState.BOUNCED),
                outcome(InvitationState.WITHDRAWN), delivered, responded, commented, quarantined, reopened);
    }

    /** How often each reason occurred that did. */
    Map<SkipReason, Integer> skipped() {
        Map<SkipReason, Integer> occurred = new EnumMap<>(SkipReason.class);
        for (SkipReason reason : SkipReason.values()) {
            if (skipped[reason.ordinal()] > 0) {
                occurred.put(reason, skipped[reason.ordinal()]);
            }
        }
        return occurred;
    }

    /** {@code eligible / (closed − excluded)}, 0 to 1; null if all are excluded. */
    Double coverage() {
        return Ratio.of(eligible(), closed - skippedAs(SkipReason.Group.EXCLUDED));
    }

    /** {@code responded / delivered}, 0 to 1; null if nothing was delivered. */
    Double responseRate() {
        return Ratio.of(responded, counts().delivered());
    }

    Sla sla() {
        return Sla.of(slaKnown, slaMet);
    }

    /** What the responses say, exactly. */
    Statistics statistics() {
        Map<Integer, Integer> distribution = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            distribution.put(scale.min() + i, scores[i]);
        }
        Statistics.Watermelon watermelon = Statistics.Watermelon.of(slaMetAndResponded, slaMetAndDissatisfied);
        if (responded == 0) {
            return new Statistics(distribution, null, null, null, null, watermelon, List.of());
        }
        int satisfied = sentiments[Sentiment.SATISFIED.ordinal()];
        int dissatisfied = sentiments[Sentiment.DISSATISFIED.ordinal()];
        return new Statistics(distribution, (double) scoreSum / responded,
                Statistics.Csat.of(satisfied, responded),
                Statistics.WeightedCsat.of(satisfiedWeight, weight, squaredWeight),
                scale == Scale.NPS ? Statistics.Nps.of(satisfied, dissatisfied, responded) : null,
                watermelon, drivers());
    }

    private List<Statistics.Driver> drivers() {
        return drivers.entrySet().stream()
                .map(driver -> new Statistics.Driver(driver.getKey(),
                        driver.getValue()[Sentiment.SATISFIED.ordinal()],
                        driver.getValue()[Sentiment.DISSATISFIED.ordinal()]))
                .sorted(Comparator.comparingInt(driver -> -driver.satisfied() - driver.dissatisfied()))
                .toList();
    }

    private int eligible() {
        return closed - skippedAs(SkipReason.Group.EXCLUDED) - skippedAs(SkipReason.Group.UNAVAILABLE);
    }

    private int skippedAs(SkipReason.Group group) {
        int sum = 0;
        for (SkipReason reason : SkipReason.values()) {
            sum += reason.group() == group ? skipped[reason.ordinal()] : 0;
        }
        return sum;
    }

    private int outcome(InvitationState state) {
        return outcomes[state.ordinal()];
    }
}
