package io.ticketpulse.response;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkus.test.junit.QuarkusMock;

/** Stands still until it is moved on. */
class MovableClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    /** One that the whole service goes by until the end of the test. */
    static MovableClock installed() {
        MovableClock clock = new MovableClock();
        QuarkusMock.installMockForType(clock, Clock.class);
        return clock;
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    void passSeconds(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody needs it");
    }
}
