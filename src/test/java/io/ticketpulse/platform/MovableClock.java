package io.ticketpulse.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkus.test.junit.QuarkusMock;

/** Stands still until it is moved on. */
public class MovableClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(
            Instant.now().truncatedTo(ChronoUnit.MILLIS));

    /** One that the whole service goes by until the end of the test. */
    public static MovableClock installed() {
        MovableClock clock = new MovableClock();
        QuarkusMock.installMockForType(clock, Clock.class);
        return clock;
    }

    /** Goes on by so much, or back. */
    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** Goes on by so many seconds. */
    public void passSeconds(int seconds) {
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
