package io.ticketpulse.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/** A token bucket for each client, of this replica: a minute's worth of requests at once, and then as they drip in. */
@Singleton
class RequestLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A bucket takes some 300 bytes. Beyond so many clients a minute those that ask least are forgotten first. */
    private static final int MOST_CLIENTS = 20_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST_CLIENTS)
            .expireAfterAccess(MINUTE).build();

    RequestLimit(PlatformSettings settings, Clock clock) {
        this.perMinute = settings.response().requestsPerMinute();
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /**
     * Takes one request of a client.
     *
     * @return how long the client has to wait before the next one is taken; zero if this one is
     */
    Duration take(String client) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        ConsumptionProbe probe = buckets.get(client, unseen -> bucket()).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket() {
        return Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE)).build();
    }
}
