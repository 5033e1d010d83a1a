package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.Tickets.Recorded;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;

/** Two replicas that read the same things at once, as after a rebalance. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class TicketRecorderTest {

    private static final Instant CLOSED_AT = Instant.parse("2026-10-03T21:30:00Z");
    private static final int REPLICAS = 8;
    private static final int TICKETS = 25;

    private final String batch = UUID.randomUUID().toString();

    @Inject
    TicketRecorder recorder;

    @Test
    void manyAtOnceRecordEachClosureOnce() {
        CompletableFuture<?>[] replicas = IntStream.range(0, REPLICAS)
                .mapToObj(replica -> CompletableFuture.runAsync(() -> recorder.record(closings())))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(replicas).join();

        assertThat(IntStream.range(0, TICKETS).mapToObj(i -> Tickets.recorded("acme", batch + i)))
                .allSatisfy(closures -> assertThat(closures).containsExactly(new Recorded(0, CLOSED_AT, false)));
    }

    private List<TicketEvent> closings() {
        return IntStream.range(0, TICKETS).<TicketEvent>mapToObj(i -> new Closing(
                new TicketClosure(UniqueId.next(), "acme", batch + i, 0, CLOSED_AT, null, null, null, null, null, null,
                        null, null, null, null, null, Requester.UNKNOWN, null),
                null)).toList();
    }
}
