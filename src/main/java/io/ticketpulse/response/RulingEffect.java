package io.ticketpulse.response;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The responses to an invitation after a ruling: of those that have settled and are not in quarantine the newest counts,
 * and nothing else does. So a response that is released gives way to a later one, and when a correction is quarantined
 * what it corrected counts again.
 *
 * @param history all revisions
 */
record RulingEffect(List<GivenResponse> history) {

    static RulingEffect of(Ruling ruling, GivenResponse ruled, List<GivenResponse> history) {
        List<GivenResponse> moved = history.stream().map(given -> !given.equals(ruled)
                ? given
                : given.as(ruling.ruling() == Ruling.Kind.QUARANTINE
                        ? ResponseStanding.QUARANTINED
                        : ResponseStanding.ACCEPTED))
                .toList();
        int newest = moved.stream().filter(given -> !given.quarantined() && !given.waits())
                .mapToInt(GivenResponse::revision).max().orElse(0);
        return new RulingEffect(moved.stream().map(given -> {
            if (given.quarantined() || given.revision() > newest) {
                return given;
            }
            return given.as(given.revision() == newest ? ResponseStanding.ACCEPTED : ResponseStanding.SUPERSEDED);
        }).toList());
    }

    Optional<GivenResponse> counting() {
        return counting(history);
    }

    static Optional<GivenResponse> counting(List<GivenResponse> history) {
        return history.stream().filter(GivenResponse::counts).max(Comparator.comparingInt(GivenResponse::revision));
    }

    boolean anyInQuarantine() {
        return history.stream().anyMatch(GivenResponse::quarantined);
    }

    /** Whether there is an answer, counted or about to be. */
    boolean answered() {
        return AnswerRules.standing(history).isPresent();
    }

    /** Those that stand elsewhere than before. */
    List<GivenResponse> changedFrom(List<GivenResponse> before) {
        return history.stream().filter(given -> !before.contains(given)).toList();
    }
}
