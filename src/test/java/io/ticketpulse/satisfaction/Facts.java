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
