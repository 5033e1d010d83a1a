package io.ticketpulse.platform;

import jakarta.inject.Singleton;

/** The names of the Kafka topics, as the operator set them. */
@Singleton
public class Topics {

    private final PlatformSettings.Topics names;

    Topics(PlatformSettings settings) {
        this.names = settings.topics();
    }

    /** Where ticket events come in. */
    public String tickets() {
        return names.tickets();
    }

    /** Where records go that can never be understood. */
    public String ticketsDlq() {
        return names.ticketsDlq();
    }

    /** Where responses are announced. */
    public String surveyResponses() {
        return names.surveyResponses();
    }

    /** Where monthly figures are published. */
    public String satisfactionMonthly() {
        return names.satisfactionMonthly();
    }
}
