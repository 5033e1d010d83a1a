package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class DailyPublicationTest {

    @Inject
    Scheduler scheduler;
    @Inject
    SatisfactionSettings settings;
    @Inject
    SatisfactionMetrics metrics;
    @Inject
    ReportingZone zone;
    @Inject
    MeterRegistry meters;

    private int published;
    private BooleanSupplier outcome = () -> true;
    private DailyPublication daily;

    @BeforeEach
    void start() {
        Publications publications = new Publications(null, null, null, null, null, null, null) {
            @Override
            boolean publishDue() {
                published++;
                return outcome.getAsBoolean();
            }
        };
        daily = new DailyPublication(scheduler, publications, settings, metrics, zone);
    }

    @Test
    void isMadeUpForSoonAfterTheStart() {
        Trigger catchingUp = scheduler.getScheduledJob(DailyPublication.CATCHING_UP);

        assertThat(catchingUp).isNotNull();
    }

    @Test
    void everyStartPublishesWhatWasMissed() {
        daily.catchUp();

        assertThat(published).isEqualTo(1);
    }

    @Test
    void onceEverythingIsPublishedThereIsNothingToMakeUpFor() {
        daily.publish();

        daily.catchUp();

        assertThat(published).isEqualTo(1);
    }

    @Test
    void whatFailedIsTriedAgain() {
        outcome = () -> false;
        daily.publish();

        daily.catchUp();

        assertThat(published).isEqualTo(2);
    }

    @Test
    void aFailureIsCountedAndTriedAgain() {
        double failures = meters.counter(SatisfactionMetrics.FAILURES).count();
        outcome = () -> {
            throw new IllegalStateException("no database");
        };
        daily.publish();

        daily.catchUp();

        assertThat(published).isEqualTo(2);
        assertThat(meters.counter(SatisfactionMetrics.FAILURES).count()).isEqualTo(failures + 2);
    }

    @Test
    void isDueAtThreeInTheReportingZone() {
        Instant next = scheduler.getScheduledJob(DailyPublication.JOB).getNextFireTime();

        assertThat(next.atOffset(ZoneOffset.UTC).toLocalTime()).hasToString("03:00");
    }
}
