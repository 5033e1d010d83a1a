package io.ticketpulse.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.ticketpulse.platform.Failures;
import org.jboss.logging.Logger;

/** Has what is too old deleted, some times a day. Every replica may; one at a time does. */
@ApplicationScoped
class RetentionJob {

    private static final Logger LOG = Logger.getLogger(RetentionJob.class);

    private final Retention retention;
    private final RetentionMetrics metrics;

    RetentionJob(Retention retention, RetentionMetrics metrics) {
        this.retention = retention;
        this.metrics = metrics;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            retention.run();
        } catch (RuntimeException failure) {
            LOG.errorf("Not everything that is too old was deleted, next try in some hours: %s",
                    Failures.inWords(failure));
            metrics.failed();
        }
    }
}
