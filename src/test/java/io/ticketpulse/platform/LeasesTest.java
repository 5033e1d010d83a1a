package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas and a clock that is put forward. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class LeasesTest {

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final String work = UUID.randomUUID().toString();
    private final MovableClock clock = new MovableClock();

    @Inject
    Transactions transactions;

    private Leases one;
    private Leases other;

    @BeforeEach
    void twoReplicas() {
        one = new Leases(transactions, clock);
        other = new Leases(transactions, clock);
    }

    @Test
    void whoComesFirstHoldsIt() {
        assertThat(one.hold(work, LEASE)).isTrue();
    }

    @Test
    void nobodyElseHoldsItMeanwhile() {
        one.hold(work, LEASE);
        clock.pass(LEASE.minusMillis(1));

        assertThat(other.hold(work, LEASE)).isFalse();
    }

    @Test
    void somebodyElseHoldsItWhenItEnds() {
        one.hold(work, LEASE);
        clock.pass(LEASE);

        assertThat(other.hold(work, LEASE)).isTrue();
    }

    @Test
    void whoLostItDoesNotHoldItAnyMore() {
        one.hold(work, LEASE);
        clock.pass(LEASE);
        other.hold(work, LEASE);

        assertThat(one.hold(work, LEASE)).isFalse();
    }

    @Test
    void theHolderRenewsIt() {
        one.hold(work, LEASE);
        clock.pass(LEASE.minusMillis(1));
        one.hold(work, LEASE);
        clock.pass(LEASE.minusMillis(1));

        assertThat(other.hold(work, LEASE)).isFalse();
    }

    @Test
    void oneOfManyAtOnceHoldsIt() {
        var holding = IntStream.range(0, 8).mapToObj(i -> CompletableFuture
                .supplyAsync(() -> new Leases(transactions, clock).hold(work, LEASE))).toList();

        assertThat(holding.stream().filter(CompletableFuture::join)).hasSize(1);
    }
}
