package io.ticketpulse.invitation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One rule that may object to asking somebody. Rules stand in lists; the first that objects gives the reason.
 *
 * @param reason  what the ledger says
 * @param objects whether to leave the customer alone
 */
record SamplingPolicy(SkipReason reason, Predicate<Candidate> objects) {

    /** The rules that look at the ticket alone. */
    static List<SamplingPolicy> aboutTheTicket(AddressPatterns excludedAddresses) {
        return List.of(
                new SamplingPolicy(SkipReason.TOO_OLD, candidate -> candidate.closure().closedAt()
                        .isBefore(candidate.now().minus(candidate.policy().maxAge()))),
                new SamplingPolicy(SkipReason.EXCLUDED_TICKET, candidate -> candidate.policy()
                        .excludes(candidate.closure())),
                new SamplingPolicy(SkipReason.NO_ADDRESS, candidate -> candidate.closure().requester().email() == null),
                new SamplingPolicy(SkipReason.INVALID_ADDRESS, candidate -> candidate.address() == null),
                new SamplingPolicy(SkipReason.EXCLUDED_ADDRESS, candidate -> excludedAddresses
                        .match(candidate.address())),
                new SamplingPolicy(SkipReason.SELF_RESOLVED, candidate -> candidate.closure().assigneeEmail() != null
                        && EmailAddress.of(candidate.closure().assigneeEmail()).filter(candidate.address()::equals)
                                .isPresent()));
    }

    /** The rules that look at the person, whose row must be locked. */
    static List<SamplingPolicy> aboutThePerson(SamplingSettings settings) {
        return List.of(
                new SamplingPolicy(SkipReason.OPTED_OUT, candidate -> candidate.person().hasOptedOut()),
                new SamplingPolicy(SkipReason.UNDELIVERABLE, candidate -> candidate.person()
                        .bouncedAfter(candidate.now().minus(settings.undeliverableFor()))),
                new SamplingPolicy(SkipReason.COOL_DOWN, candidate -> !settings.coolDown().isZero()
                        && candidate.person().timesAskedAfter(candidate.now().minus(settings.coolDown())) > 0),
                new SamplingPolicy(SkipReason.CUSTOMER_CAP, candidate -> !settings.customerCapWindow().isZero()
                        && candidate.person().timesAskedAfter(
                                candidate.now().minus(settings.customerCapWindow())) >= settings.customerCap()));
    }

    /** The reason of the first rule that objects. */
    static Optional<SkipReason> firstObjection(List<SamplingPolicy> policies, Candidate candidate) {
        return policies.stream().filter(policy -> policy.objects.test(candidate)).map(SamplingPolicy::reason)
                .findFirst();
    }
}
