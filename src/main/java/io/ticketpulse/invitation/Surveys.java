package io.ticketpulse.invitation;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.ticketpulse.closure.TicketClosure;

/** The surveys that the settings name, in the order in which they take tickets. */
@Singleton
public class Surveys {

    private final List<SurveyPolicy> policies;

    /** @throws IllegalStateException if the settings contradict each other, naming the one to change */
    Surveys(SurveySettings settings, SamplingSettings sampling) {
        this.policies = SurveyPolicies.of(settings, sampling);
    }

    /** Every survey. */
    public List<Survey> all() {
        return policies.stream().map(SurveyPolicy::survey).toList();
    }

    /** The survey of that name; nothing if the settings no longer have it. */
    public Optional<Survey> named(String name) {
        return policyNamed(name).map(SurveyPolicy::survey);
    }

    Optional<SurveyPolicy> policyNamed(String name) {
        return policies.stream().filter(policy -> policy.survey().name().equals(name)).findFirst();
    }

    /** The first survey that takes the ticket. */
    Optional<SurveyPolicy> taking(TicketClosure closure) {
        return policies.stream().filter(policy -> policy.takes(closure)).findFirst();
    }
}
