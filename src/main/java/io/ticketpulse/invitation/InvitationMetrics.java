package io.ticketpulse.invitation;

import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.ticketpulse.invitation.SamplingDecision.Skipped;

/** Counts what is decided and what is mailed. */
@Singleton
class InvitationMetrics {

    static final String DECISIONS = "ticketpulse.decisions";
    static final String MAILS = "ticketpulse.mails";

    /** Requests to erase somebody. */
    static final String ERASURES = "ticketpulse.erasures";

    static final String SAMPLED = "sampled";

    private final MeterRegistry registry;

    InvitationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void decided(List<NewDecision> decisions) {
        for (NewDecision decision : decisions) {
            String outcome = decision.decided().decision() instanceof Skipped skipped
                    ? word(skipped.reason().name())
                    : SAMPLED;
            registry.counter(DECISIONS, "outcome", outcome).increment();
        }
    }

    void delivery(boolean reminder, Delivery delivery) {
        registry.counter(MAILS, "kind", reminder ? "reminder" : "invitation", "outcome", word(delivery.name()))
                .increment();
    }

    void erased() {
        registry.counter(ERASURES).increment();
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
