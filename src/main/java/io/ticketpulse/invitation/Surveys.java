package io.ticketpulse.invitation;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.platform.Texts;

/** The surveys that the settings name, in the order in which they take tickets. */
@Singleton
public class Surveys {

    private final List<SurveyPolicy> policies;
    private final String version;

    /** @throws IllegalStateException if the settings contradict each other, naming the one to change */
    Surveys(SurveySettings settings, SamplingSettings sampling, Texts texts) {
        this.policies = SurveyPolicies.of(settings, sampling, texts);
        DriverSettings.requireUse(all(), texts);
        this.version = SurveyPolicies.version(policies.stream().map(SurveyPolicy::version).toList());
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

    /** What decisions depend on where no survey takes the ticket: all of them. */
    String version() {
        return version;
    }

    /** The first survey that takes the ticket. */
    Optional<SurveyPolicy> taking(TicketClosure closure) {
        return takingType(Dimension.TICKET_TYPE.of(closure));
    }

    /** @param ticketType {@link Dimension#NONE} for unknown */
    Optional<SurveyPolicy> takingType(String ticketType) {
        return policies.stream().filter(policy -> policy.takes(ticketType)).findFirst();
    }
}
