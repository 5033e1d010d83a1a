package io.ticketpulse.satisfaction;

import java.time.LocalTime;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.ticketpulse.platform.ReportingZone;

/** Publishes once a day. Every replica does: the first one there publishes, the others find nothing new. */
@Singleton
class DailyPublication {

    static final String JOB = "satisfaction-daily";

    private final Scheduler scheduler;
    private final Publications publications;
    private final SatisfactionSettings settings;
    private final ReportingZone zone;

    DailyPublication(Scheduler scheduler, Publications publications, SatisfactionSettings settings,
            ReportingZone zone) {
        this.scheduler = scheduler;
        this.publications = publications;
        this.settings = settings;
        this.zone = zone;
    }

    void schedule(@Observes StartupEvent started) {
        LocalTime at = settings.dailyAt();
        scheduler.newJob(JOB)
                .setCron("%d %d %d * * ?".formatted(at.getSecond(), at.getMinute(), at.getHour()))
                .setTimeZone(zone.id().getId())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> publications.publishDue())
                .schedule();
    }
}
