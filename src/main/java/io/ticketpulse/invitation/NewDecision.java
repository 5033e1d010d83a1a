package io.ticketpulse.invitation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import io.ticketpulse.platform.UniqueId;

/**
 * A decision to be written, with the invitation if there is to be one.
 *
 * @param version of the policy, or of all surveys where none takes the ticket
 */
record NewDecision(DecidedClosure decided, String version, Optional<NewInvitation> invitation) {

    /**
     * An invitation to be written.
     *
     * @param dueAt   when the mail should go
     * @param askedAt when it goes as far as is known now: late closures are due in the past
     */
    record NewInvitation(UUID id, UUID personId, Addressee addressee, Instant dueAt, Instant askedAt,
            Instant expiresAt) {}

    /**
     * @param ofAllSurveys  the version where no survey takes the ticket
     * @param reportingZone stands in for the requester's zone where that is unknown
     */
    static NewDecision of(Candidate candidate, YearMonth month, SamplingDecision decision, String ofAllSurveys,
            ZoneId reportingZone) {
        SurveyPolicy policy = candidate.policy();
        DecidedClosure decided = new DecidedClosure(candidate.closure(),
                policy == null ? null : policy.survey().name(), month, decision);
        return new NewDecision(decided, policy == null ? ofAllSurveys : policy.version(),
                decision instanceof SamplingDecision.Sampled
                        ? Optional.of(invitation(candidate, reportingZone))
                        : Optional.empty());
    }

    private static NewInvitation invitation(Candidate candidate, ZoneId reportingZone) {
        SurveyPolicy policy = candidate.policy();
        ZoneId zone = zone(candidate.closure().requester().timeZone(), reportingZone);
        Instant dueAt = policy.window().next(candidate.closure().closedAt().plus(policy.delay()), zone);
        Instant askedAt = dueAt.isAfter(candidate.now()) ? dueAt : policy.window().next(candidate.now(), zone);
        return new NewInvitation(UniqueId.next(), candidate.person().id(), Addressee.of(candidate), dueAt, askedAt,
                askedAt.plus(policy.expiresAfter()));
    }

    /** A desk's word for a zone, where it is one. */
    static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return name == null ? otherwise : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return otherwise;
        }
    }
}
