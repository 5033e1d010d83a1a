package io.ticketpulse.satisfaction;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.SkipReason;

/**
 * Everything that is added up of the closures of one dimension value. All of it is whole numbers, so that what was added
 * can be taken away again, and in whatever order closures come and go the sums are the same. Its size does not depend on
 * the number of closures. Kept as JSON between publications.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Tally {

    private int closed;
    private int reopened;
    private int quarantined;
    private int slaKnown;
    private int slaMet;
    private final Map<SkipReason, Integer> skipped = new HashMap<>();
    private final Map<InvitationState, Integer> outcomes = new HashMap<>();
    private final Map<Answer, Integer> answers = new HashMap<>();
    private final Map<Answer.Reason, Integer> reasons = new HashMap<>();

    void add(Fact fact) {
        count(fact, 1);
    }

    /** Takes away what was added before. */
    void subtract(Fact fact) {
        count(fact, -1);
    }

    private void count(Fact fact, int times) {
        closed += times;
        reopened += fact.reopened() ? times : 0;
        quarantined += fact.quarantined() ? times : 0;
        slaKnown += fact.slaMet() != null ? times : 0;
        slaMet += Boolean.TRUE.equals(fact.slaMet()) ? times : 0;
        if (fact.skipped() != null) {
            count(skipped, fact.skipped(), times);
        } else {
            count(outcomes, fact.outcome(), times);
        }
        if (fact.score() != null) {
            Answer answer = Answer.of(fact);
            count(answers, answer, times);
            fact.drivers().forEach(
                    driver -> count(reasons, new Answer.Reason(answer.scale(), answer.sentiment(), driver), times));
        }
    }

    /** What no longer occurs is forgotten, so that the same closures always make the same tally. */
    private static <K> void count(Map<K, Integer> counts, K key, int times) {
        counts.merge(key, times, (before, more) -> before + more == 0 ? null : before + more);
    }

    int closed() {
        return closed;
    }

    int reopened() {
        return reopened;
    }

    int quarantined() {
        return quarantined;
    }

    int slaKnown() {
        return slaKnown;
    }

    int slaMet() {
        return slaMet;
    }

    int skippedFor(SkipReason reason) {
        return skipped.getOrDefault(reason, 0);
    }

    int withOutcome(InvitationState state) {
        return outcomes.getOrDefault(state, 0);
    }

    /** How often each answer was given, on whatever scale. */
    Map<Answer, Integer> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** How often each driver was ticked, on whatever scale. */
    Map<Answer.Reason, Integer> reasons() {
        return Collections.unmodifiableMap(reasons);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that && closed == that.closed && reopened == that.reopened
                && quarantined == that.quarantined && slaKnown == that.slaKnown && slaMet == that.slaMet
                && skipped.equals(that.skipped) && outcomes.equals(that.outcomes) && answers.equals(that.answers)
                && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(closed, skipped, outcomes, answers);
    }
}
