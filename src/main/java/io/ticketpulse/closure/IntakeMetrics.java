package io.ticketpulse.closure;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what comes in. */
@Singleton
class IntakeMetrics {

    static final String RECORDED = "ticketpulse.closures.recorded";
    static final String IGNORED = "ticketpulse.events.ignored";
    static final String DEAD_LETTERED = "ticketpulse.events.dead-lettered";
    static final String FIELDS_DROPPED = "ticketpulse.events.fields-dropped";

    static final String LOOK_UPS = "ticketpulse.requester.look-ups";

    static final String TOMBSTONE = "tombstone";
    static final String UNKNOWN_TYPE = "unknown-type";

    static final String FOUND = "found";
    static final String REMEMBERED = "remembered";
    static final String NO_ADDRESS = "no-address";
    static final String FAILED = "failed";
    static final String GIVEN_UP = "given-up";

    private final MeterRegistry registry;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void recorded(int closures) {
        registry.counter(RECORDED).increment(closures);
    }

    void ignored(String why) {
        registry.counter(IGNORED, "reason", why).increment();
    }

    void deadLettered(int records) {
        registry.counter(DEAD_LETTERED).increment(records);
    }

    /** @param field one of the contract's names, so that the number of time series is bounded */
    void fieldDropped(String field) {
        registry.counter(FIELDS_DROPPED, "field", field).increment();
    }

    /** @param desk one that the settings name, or named, so that the number of time series is bounded */
    void lookedUp(String desk, String outcome) {
        registry.counter(LOOK_UPS, "desk", desk, "outcome", outcome).increment();
    }
}
