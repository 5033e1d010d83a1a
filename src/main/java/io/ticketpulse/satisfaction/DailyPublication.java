package io.ticketpulse.satisfaction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.ticketpulse.platform.Failures;
import io.ticketpulse.platform.ReportingZone;
import org.jboss.logging.Logger;

/**
 * Publishes once a day, and soon after the start or some minutes later what was missed or failed then. Every replica
 * does: the first one there publishes, the others find nothing new.
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
    private final Clock clock;

    DailyPublication(Scheduler scheduler, Publications publications, SatisfactionSettings settings,
            SatisfactionMetrics metrics, ReportingZone zone, Clock clock) {
        this.scheduler = scheduler;
        this.publications = publications;
        this.settings = settings;
        this.metrics = metrics;
        this.zone = zone;
        this.clock = clock;
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

    void publish() {
        counted(publications::publishDue);
    }

    void catchUp() {
        counted(() -> publications.publishMissed(lastDue(clock.instant())));
    }

    /** The last time at which months were to be published, now at the latest. */
    private Instant lastDue(Instant now) {
        ZonedDateTime today = now.atZone(zone.id()).with(settings.dailyAt());
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    private void counted(Runnable publication) {
        try {
            publication.run();
        } catch (RuntimeException failure) {
            LOG.errorf("The daily figures were not published, next try in some minutes: %s",
                    Failures.inWords(failure));
            metrics.failed();
        }
    }
}
