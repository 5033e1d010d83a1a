package io.ticketpulse.satisfaction;

import java.util.Collection;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is published and times how long it takes. */
@Singleton
class SatisfactionMetrics {

    static final String REVISIONS = "ticketpulse.satisfaction.revisions";
    static final String COMPUTATION = "ticketpulse.satisfaction.computation";
    static final String FAILURES = "ticketpulse.satisfaction.failures";

    private final MeterRegistry registry;

    SatisfactionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void revised(Collection<StoredFigure> figures) {
        figures.forEach(stored -> registry.counter(REVISIONS, "status", stored.figure().status().wireName())
                .increment());
    }

    /** Times the computation of one month of one survey. */
    <T> T timed(Supplier<T> computation) {
        return registry.timer(COMPUTATION).record(computation);
    }

    /** A month, or the whole of a daily publication, failed. */
    void failed() {
        registry.counter(FAILURES).increment();
    }
}
