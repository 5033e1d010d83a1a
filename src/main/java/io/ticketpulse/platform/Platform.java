package io.ticketpulse.platform;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what the rooms are handed: the clock and the reporting zone. */
final class Platform {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ReportingZone reportingZone(PlatformSettings settings) {
        return new ReportingZone(settings.reportingZone());
    }
}
