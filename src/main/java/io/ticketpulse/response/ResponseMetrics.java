package io.ticketpulse.response;

import java.util.Locale;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what customers send. */
@Singleton
class ResponseMetrics {

    /** Forms taken, by what became of them. */
    static final String FORMS = "ticketpulse.response.forms";
    /** Forms not taken, by why. */
    static final String OBJECTIONS = "ticketpulse.response.objections";
    /** Responses that began to count. */
    static final String SETTLED = "ticketpulse.response.settled";

    /** Attempts to let a response count that failed. */
    static final String UNSETTLED = "ticketpulse.response.unsettled";

    /** Responses that an administrator put into quarantine or released. */
    static final String RULINGS = "ticketpulse.response.rulings";

    private final MeterRegistry registry;

    ResponseMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            registry.counter(OBJECTIONS, "reason",
                    refused.objection().name().toLowerCase(Locale.ROOT).replace('_', '-')).increment();
        } else {
            registry.counter(FORMS, "verdict", verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .increment();
        }
    }

    void notSettled() {
        registry.counter(UNSETTLED).increment();
    }

    void settled(int responses) {
        registry.counter(SETTLED).increment(responses);
    }

    void ruled(Ruling.Kind ruling) {
        registry.counter(RULINGS, "ruling", ruling.name().toLowerCase(Locale.ROOT)).increment();
    }
}
