package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private final List<Instant> missed = new ArrayList<>();

    @Test
    void whatWasMissedIsLookedForSoonAfterTheStart() {
        Trigger catchingUp = scheduler.getScheduledJob(DailyPublication.CATCHING_UP);

        assertThat(catchingUp).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-04-18T02:59:59Z,2026-04-17T03:00:00Z", "2026-04-18T03:00:00Z,2026-04-18T03:00:00Z",
            "2026-04-18T23:00:00Z,2026-04-18T03:00:00Z"})
    void catchingUpPublishesWhatWasDueTheLastTime(Instant now, Instant due) {
        at(now, missed::add).catchUp();

        assertThat(missed).containsExactly(due);
    }

    @Test
    void aFailureIsCounted() {
        double failures = meters.counter(SatisfactionMetrics.FAILURES).count();

        at(Instant.now(), due -> {
            throw new IllegalStateException("no database");
        }).catchUp();

        assertThat(meters.counter(SatisfactionMetrics.FAILURES).count()).isEqualTo(failures + 1);
    }

    private DailyPublication at(Instant now, Consumer<Instant> publication) {
        Publications publications = new Publications(null, null, null, null, null, null, null) {
            @Override
            void publishMissed(Instant dueAt) {
                publication.accept(dueAt);
            }
        };
        return new DailyPublication(scheduler, publications, settings, metrics, zone, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void isDueAtThreeInTheReportingZone() {
        Instant next = scheduler.getScheduledJob(DailyPublication.JOB).getNextFireTime();

        assertThat(next.atOffset(ZoneOffset.UTC).toLocalTime()).hasToString("03:00");
    }
}
