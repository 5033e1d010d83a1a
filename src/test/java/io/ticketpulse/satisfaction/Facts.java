package io.ticketpulse.satisfaction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;

/** Facts for the tests of the rules. */
final class Facts {

    private Facts() {
    }

    static Fact skipped(SkipReason reason) {
        return new Fact(desk("acme"), null, null, reason, null, null, false, null, null, false, false, List.of());
    }

    static Fact invited(InvitationState state) {
        return new Fact(desk("acme"), null, null, null, 1.0, state, false, null, null, false, false, List.of());
    }

    static Fact pending(String desk, double probability, Boolean slaMet) {
        return new Fact(desk(desk), slaMet, null, null, probability, InvitationState.PENDING, false, null, null, false,
                false, List.of());
    }

    /** The same closure with its invitation in another state. */
    static Fact moved(Fact fact, InvitationState state) {
        return new Fact(fact.values(), fact.slaMet(), fact.timeToResolve(), null, fact.probability(), state,
                fact.reopened(), fact.scale(), fact.score(), fact.commented(), fact.quarantined(), fact.drivers());
    }

    /** The same closure reopened. */
    static Fact reopened(Fact fact) {
        return new Fact(fact.values(), fact.slaMet(), fact.timeToResolve(), null, fact.probability(),
                fact.invitation(), true, fact.scale(), fact.score(), fact.commented(), fact.quarantined(),
                fact.drivers());
    }

    /** The same closure with a response that counts. */
    static Fact answered(Fact fact, Scale scale, int score) {
        return new Fact(fact.values(), fact.slaMet(), fact.timeToResolve(), null, fact.probability(),
                fact.invitation(), fact.reopened(), scale, score, score < 3, fact.quarantined(),
                score < 3 ? List.of("speed") : List.of());
    }

    /** The same closure with a response in quarantine. */
    static Fact setAside(Fact fact) {
        return new Fact(fact.values(), fact.slaMet(), fact.timeToResolve(), null, fact.probability(),
                fact.invitation(), fact.reopened(), null, null, false, true, List.of());
    }

    static Fact scored(int score) {
        return scored("acme", score, 1, null);
    }

    static Fact scored(Scale scale, int score) {
        return new Fact(desk("acme"), null, null, null, 1.0, InvitationState.RESPONDED, false, scale, score, false,
                false,
                List.of());
    }

    static Fact scored(int score, double probability) {
        return scored("acme", score, probability, null);
    }

    static Fact scored(String desk, int score) {
        return scored(desk, score, 1, null);
    }

    static Fact scored(String desk, int score, double probability, Boolean slaMet, String... drivers) {
        return new Fact(desk(desk), slaMet, null, null, probability, InvitationState.RESPONDED, false, Scale.STARS,
                score,
                false, false,
                List.of(drivers));
    }

    static Map<Dimension, String> desk(String desk) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            values.put(dimension, Dimension.NONE);
        }
        values.put(Dimension.DESK, desk);
        return values;
    }
}
