package io.ticketpulse.satisfaction;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.ticketpulse.satisfaction.Retention.Purged;

/** Counts what is deleted because its time is up. */
@Singleton
class RetentionMetrics {

    /** What was deleted, by kind. */
    static final String PURGED = "ticketpulse.retention.purged";
    /** Runs that failed. */
    static final String FAILURES = "ticketpulse.retention.failures";
    /** When this replica last had nothing left to delete, in seconds since 1970; 0 if it never had. */
    static final String LAST_RUN = "ticketpulse.retention.last.run";

    private final MeterRegistry registry;
    private final AtomicLong lastRun;

    RetentionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lastRun = registry.gauge(LAST_RUN, new AtomicLong());
    }

    /** Counts what was deleted. */
    void count(Purged purged) {
        count("closures", purged.closures());
        count("invitations", purged.invitations());
        count("responses", purged.responses());
        count("people", purged.people());
    }

    private void count(String kind, int number) {
        registry.counter(PURGED, "kind", kind).increment(number);
    }

    void failed() {
        registry.counter(FAILURES).increment();
    }

    void done(Instant at) {
        lastRun.set(at.getEpochSecond());
    }
}
