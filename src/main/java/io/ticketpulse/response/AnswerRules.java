package io.ticketpulse.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.ticketpulse.response.Nonce.Purpose;
import io.ticketpulse.response.Verdict.Accepted;
import io.ticketpulse.response.Verdict.Burst;
import io.ticketpulse.response.Verdict.Refused;
import io.ticketpulse.response.Verdict.Repeated;

/**
 * Tells a person's answer from a machine's, and a new answer from one that was sent twice.
 *
 * @param minimumTime how long a form is open before a person can have sent it
 * @param burstWindow how long different scores for one link mean that a machine tries them all
 */
record AnswerRules(Duration minimumTime, Duration burstWindow) {

    /** How long after the first response it may be corrected. */
    static final Duration CORRECTABLE_FOR = Duration.ofHours(12);

    /** The most responses to one link within {@link Nonce#LIFETIME}; all are kept, so that there must be an end. */
    static final int MOST_RESPONSES = 50;

    /**
     * Judges a form with a well-formed answer, on a link that is open or answered.
     *
     * @param nonce   the form's, empty if it is not one of ours
     * @param history all responses to the invitation
     */
    Verdict judge(UUID invitation, Answer answer, Optional<Nonce> nonce, List<GivenResponse> history, Instant now) {
        boolean ours = nonce.filter(n -> n.invitation().equals(invitation) && !n.isExpiredAt(now)).isPresent();
        // First of all: a machine is as quick as it likes, and does not mind sending one form with every score.
        if (ours && isBurst(answer, history, now)) {
            return new Burst();
        }
        Optional<Answer> known = repeated(answer, nonce, history, now);
        if (known.isPresent()) {
            return new Repeated(known.get());
        }
        if (!ours) {
            return new Refused(Objection.FORM_EXPIRED);
        }
        if (sentWith(nonce.get(), history).isPresent()) {
            return new Refused(Objection.FORM_USED);
        }
        if (nonce.get().ageAt(now).compareTo(minimumTime) < 0) {
            return new Refused(Objection.TOO_QUICK);
        }
        if (standing(history).isPresent()) {
            if (nonce.get().purpose() != Purpose.CORRECT) {
                return new Refused(Objection.ANSWERED_ALREADY);
            }
            if (!now.isBefore(correctableUntil(history, now))) {
                return new Refused(Objection.CORRECTION_OVER);
            }
        }
        return new Accepted();
    }

    /** Whether the score differs from a recent one, and is not one of a burst that was set aside already. */
    private boolean isBurst(Answer answer, List<GivenResponse> history, Instant now) {
        List<GivenResponse> recent = history.stream().filter(given -> isRecent(given, now)).toList();
        return recent.stream().anyMatch(given -> !given.answer().sameScoreAs(answer))
                && recent.stream().noneMatch(given -> given.quarantined() && given.answer().sameScoreAs(answer));
    }

    /** When the link takes another response; now or before unless it has had more than anybody needs. */
    static Instant takesMoreFrom(List<GivenResponse> history) {
        return history.size() < MOST_RESPONSES
                ? Instant.MIN
                : history.get(history.size() - MOST_RESPONSES).respondedAt().plus(Nonce.LIFETIME);
    }

    /** A double click, another try after the network was lost, a page gone back to, a scanner that insists. */
    private Optional<Answer> repeated(Answer answer, Optional<Nonce> nonce, List<GivenResponse> history, Instant now) {
        Optional<GivenResponse> standing = standing(history);
        Optional<GivenResponse> sentBefore = nonce.flatMap(n -> sentWith(n, history))
                .filter(given -> answer.addsNothingTo(given.answer()))
                .map(given -> given.quarantined() ? given : standing.orElse(given));
        boolean mayCorrect = nonce.filter(n -> n.purpose() == Purpose.CORRECT).isPresent();
        Optional<GivenResponse> saidBefore = standing.filter(given -> mayCorrect
                ? answer.equals(given.answer())
                : answer.addsNothingTo(given.answer()));
        Optional<GivenResponse> setAsideBefore = history.stream()
                .filter(given -> given.quarantined() && isRecent(given, now)
                        && given.answer().sameScoreAs(answer))
                .findAny();
        return sentBefore.or(() -> saidBefore).or(() -> setAsideBefore).map(GivenResponse::answer);
    }

    /** Whether another score now would make a burst with this response. */
    boolean isRecent(GivenResponse given, Instant now) {
        return (given.waits() || given.quarantined()) && now.isBefore(given.respondedAt().plus(burstWindow));
    }

    /** The response that stands: the newest that is neither set aside nor corrected. */
    static Optional<GivenResponse> standing(List<GivenResponse> history) {
        return history.stream().filter(GivenResponse::stands).max(Comparator.comparingInt(GivenResponse::revision));
    }

    /** The first instant at which the response is no longer corrected; a first response is taken to come now. */
    static Instant correctableUntil(List<GivenResponse> history, Instant now) {
        return history.stream().filter(given -> !given.quarantined()).map(GivenResponse::respondedAt)
                .min(Comparator.naturalOrder()).orElse(now).plus(CORRECTABLE_FOR);
    }

    static Optional<GivenResponse> sentWith(Nonce nonce, List<GivenResponse> history) {
        return history.stream().filter(given -> given.nonce().equals(nonce.id())).findAny();
    }
}
