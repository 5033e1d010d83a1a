package io.ticketpulse.satisfaction;

import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.ReportingZone;
import org.jboss.logging.Logger;

/**
 * Publishes once a day, soon after the start what was missed before it, and again after some minutes what failed. Every
 * replica does: the first one there publishes, the others find nothing new.
 */
@Singleton
class DailyPublication {

    static final String JOB = "satisfaction-daily";
    static final String CATCHING_UP = "satisfaction-catching-up";

    private static final Logger LOG = Logger.getLogger(DailyPublication.class);

    private final Scheduler scheduler;
    private final Publications publications;
    private final SatisfactionSettings settings;
    private final SatisfactionMetrics metrics;
    private final ReportingZone zone;
    private final AtomicBoolean outstanding = new AtomicBoolean(true);

    DailyPublication(Scheduler scheduler, Publications publications, SatisfactionSettings settings,
            SatisfactionMetrics metrics, ReportingZone zone) {
        this.scheduler = scheduler;
        this.publications = publications;
        this.settings = settings;
        this.metrics = metrics;
        this.zone = zone;
    }

    void schedule(@Observes StartupEvent started) {
        LocalTime at = settings.dailyAt();
        scheduler.newJob(JOB)
                .setCron("%d %d %d * * ?".formatted(at.getSecond(), at.getMinute(), at.getHour()))
                .setTimeZone(zone.id().getId())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> publish())
                .schedule();
        scheduler.newJob(CATCHING_UP)
                .setInterval("5m")
                .setDelayed("30s")
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> catchUp())
                .schedule();
    }

    void catchUp() {
        if (outstanding.get()) {
            publish();
        }
    }

    void publish() {
        outstanding.set(true);
        try {
            outstanding.set(!publications.publishDue());
        } catch (RuntimeException failure) {
            LOG.errorf("The daily figures were not published, next try in some minutes: %s", Failures.inWords(failure));
            metrics.failed();
        }
    }
}
