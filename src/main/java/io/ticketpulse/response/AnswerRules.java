package io.ticketpulse.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.ticketpulse.response.Verdict.Accepted;
import io.ticketpulse.response.Verdict.Quarantined;
import io.ticketpulse.response.Verdict.Refused;
import io.ticketpulse.response.Verdict.Repeated;

/**
 * Tells a person's answer from a machine's, and a new answer from one that was sent twice.
 * <p>
 * Recent are responses within the burst window that do not count yet, are set aside, or were said again by another
 * form. A machine is recognised by five things. Its forms contradict recent responses that the pages they
 * come from did not show: nobody answers from two pages at once. Or they contradict one that is not {@link #AT_ONCE two
 * seconds} old: nobody reads the thank-you page and corrects an answer in that time. Or they bring the third different
 * score within the window. Or they are sent too quickly, and twice again {@link #IN_NO_TIME in no time} after they were
 * asked to be sent once more. Or scores were just set aside that came one after the other, as from a machine that
 * goes from page to page; who then repeats one of them may be a person, and is asked once more. Who corrects a slip from a
 * page that shows it, however soon after those two seconds, is a person; only where there are but two scores, which a
 * machine has tried as soon as a person has corrected one, the window must be over.
 *
 * @param minimumTime how long a form is open before a person can have sent it
 * @param burstWindow how long different scores for one link mean that a machine tries them all
 */
record AnswerRules(Duration minimumTime, Duration burstWindow) {

    /** Within this time no person gives another answer; a machine with several forms sends them all. */
    static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** Within this time nobody sees that there is a page again, and presses its button. */
    static final Duration IN_NO_TIME = Duration.ofMillis(400);

    /** How long after the first response it may be corrected. */
    static final Duration CORRECTABLE_FOR = Duration.ofHours(12);

    /** One correction is a slip of the finger, two within the window are not. */
    private static final int MOST_SCORES = 2;

    /**
     * Judges a form with a well-formed answer, on a link that is open or answered.
     *
     * @param sent    the form's nonce, empty if it has none of ours
     * @param history all responses to the invitation
     */
    Verdict judge(UUID invitation, Answer answer, Optional<Nonce> sent, List<GivenResponse> history, Instant now) {
        Optional<Answer> known = repeated(answer, sent, history);
        if (known.isPresent()) {
            return new Repeated(known.get());
        }
        Optional<Nonce> ours = sent.filter(n -> n.invitation().equals(invitation) && !n.isExpiredAt(now));
        return ours.isPresent()
                ? judge(answer, ours.get(), history, now)
                : new Refused(Objection.FORM_EXPIRED);
    }

    private Verdict judge(Answer answer, Nonce nonce, List<GivenResponse> history, Instant now) {
        Optional<GivenResponse> before = sentWith(nonce, history);
        if (before.isPresent() && !isAtOnce(before.get(), now)) {
            return new Refused(Objection.FORM_USED);
        }
        List<GivenResponse> recent = history.stream().filter(given -> isRecent(given, now)).toList();
        List<GivenResponse> repeated = history.stream().filter(given -> given.repeatedAt() != null)
                .map(GivenResponse::repetition).filter(given -> nonce.knows(given) && isWithinWindow(given, now))
                .toList();
        List<GivenResponse> unseen = Stream.concat(
                recent.stream().filter(given -> !nonce.knows(given) || isAtOnce(given, now)),
                repeated.stream().filter(given -> nonce.handedOutAt().isBefore(given.respondedAt())
                        || isAtOnce(given, now)))
                .toList();
        if (unseen.stream().anyMatch(given -> given.quarantined() || !given.answer().sameScoreAs(answer))) {
            return contradiction(answer, before.isPresent(), unseen, now);
        }
        if (before.isPresent()) {
            return new Refused(Objection.FORM_USED);
        }
        if (nonce.ageAt(now).compareTo(minimumTime) < 0) {
            boolean insists = nonce.hurried() > 1 && isInNoTime(nonce, now);
            return insists ? new Quarantined(List.of()) : new Refused(Objection.TOO_QUICK);
        }
        Optional<GivenResponse> standing = standing(history);
        if (standing.isEmpty() && goesFromPageToPage(answer, recent)) {
            return recent.stream().anyMatch(given -> given.quarantined() && given.answer().sameScoreAs(answer))
                    ? new Refused(Objection.NOT_ALONE)
                    : new Quarantined(List.of());
        }
        return standing.isPresent()
                ? correction(answer, nonce.knows(standing.get()),
                        Stream.concat(recent.stream(), repeated.stream()).toList(), history, now)
                : new Accepted();
    }

    private static Verdict contradiction(Answer answer, boolean used, List<GivenResponse> unseen, Instant now) {
        if (!used && unseen.stream().allMatch(given -> !given.waits() && !isAtOnce(given, now))) {
            return new Refused(Objection.NOT_ALONE);
        }
        return unseen.stream().filter(given -> given.quarantined() && given.answer().sameScoreAs(answer))
                .<Verdict>map(given -> new Repeated(given.answer())).findAny()
                .orElseGet(() -> new Quarantined(unseen.stream().filter(GivenResponse::waits).toList()));
    }

    /** Whether two other scores were set aside that did not come at once, but one after the other. */
    private static boolean goesFromPageToPage(Answer answer, List<GivenResponse> recent) {
        List<GivenResponse> others = recent.stream().filter(given -> !given.answer().sameScoreAs(answer)).toList();
        return others.stream().map(given -> given.answer().score()).distinct().count() >= MOST_SCORES
                && !isAtOnce(others.get(0), others.get(others.size() - 1).respondedAt());
    }

    private static Verdict correction(Answer answer, boolean known, List<GivenResponse> recent,
            List<GivenResponse> history, Instant now) {
        if (!known) {
            return new Refused(Objection.ANSWERED_ALREADY);
        }
        if (!now.isBefore(correctableUntil(history, now))) {
            return new Refused(Objection.CORRECTION_OVER);
        }
        long others = recent.stream().map(GivenResponse::answer).filter(given -> !given.sameScoreAs(answer))
                .map(Answer::score).distinct().count();
        if (others > 0 && answer.scale().hasTwoScores()) {
            return new Refused(Objection.TOO_QUICK);
        }
        return others < MOST_SCORES
                ? new Accepted()
                : new Quarantined(recent.stream().filter(GivenResponse::waits).toList());
    }

    /**
     * The nonce of the page that comes again, where the form has to be read no longer than it was. Only who insists in no
     * time must wait anew.
     *
     * @param fresh what who comes anew gets now
     */
    Nonce onceMore(Optional<Nonce> sent, Nonce fresh) {
        Instant now = fresh.handedOutAt();
        return sent.filter(nonce -> nonce.invitation().equals(fresh.invitation())).map(nonce -> {
            if (nonce.ageAt(now).compareTo(minimumTime) >= 0) {
                return nonce.onceMore(fresh, 0, now.minus(minimumTime));
            }
            return nonce.hurried() > 0 && isInNoTime(nonce, now)
                    ? nonce.onceMore(fresh, 2, now)
                    : nonce.onceMore(fresh, 1, nonce.openedAt());
        }).orElse(fresh);
    }

    private static boolean isInNoTime(Nonce nonce, Instant now) {
        return now.isBefore(nonce.handedOutAt().plus(IN_NO_TIME));
    }

    /** A double click, another try after the network was lost, a page gone back to, a machine that insists. */
    private static Optional<Answer> repeated(Answer answer, Optional<Nonce> nonce, List<GivenResponse> history) {
        Optional<GivenResponse> standing = standing(history);
        Optional<GivenResponse> sentBefore = nonce.flatMap(n -> sentWith(n, history))
                .filter(given -> answer.addsNothingTo(given.answer()))
                .map(given -> given.quarantined() ? given : standing.orElse(given));
        Optional<GivenResponse> saidBefore = standing.filter(given -> nonce.filter(n -> n.knows(given)).isPresent()
                ? answer.equals(given.answer())
                : answer.addsNothingTo(given.answer()));
        return sentBefore.or(() -> saidBefore).map(GivenResponse::answer);
    }

    /** The response that stands, if another form than any that was kept has said the same again. */
    static Optional<GivenResponse> repeatedElsewhere(Repeated verdict, Optional<Nonce> sent,
            List<GivenResponse> history) {
        return standing(history).filter(given -> given.answer().equals(verdict.known()))
                .filter(given -> sent.flatMap(nonce -> sentWith(nonce, history)).isEmpty());
    }

    private boolean isRecent(GivenResponse given, Instant now) {
        return (given.waits() || given.quarantined()) && isWithinWindow(given, now);
    }

    private boolean isWithinWindow(GivenResponse given, Instant now) {
        return now.isBefore(given.respondedAt().plus(burstWindow));
    }

    private static boolean isAtOnce(GivenResponse given, Instant now) {
        return now.isBefore(given.respondedAt().plus(AT_ONCE));
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
