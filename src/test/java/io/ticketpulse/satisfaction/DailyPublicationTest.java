package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class DailyPublicationTest {

    @Inject
    Scheduler scheduler;

    @Test
    void isDueAtThreeInTheReportingZone() {
        Instant next = scheduler.getScheduledJob(DailyPublication.JOB).getNextFireTime();

        assertThat(next.atOffset(ZoneOffset.UTC).toLocalTime()).hasToString("03:00");
    }
}
