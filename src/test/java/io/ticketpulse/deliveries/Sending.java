package io.ticketpulse.deliveries;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends deliveries at an even pace, whether or not earlier ones have been answered; only those of one ticket wait for each
 * other. A delivery that is not accepted is sent again, as desks do, and when nobody is there, there are only few new
 * ones for some seconds.
 */
final class Sending implements AutoCloseable {

    static final int ACCEPTED = 202;
    /** Where others have an HTTP status. */
    static final int NO_ANSWER = 0;

    private static final int FEW_A_SECOND = 20;
    private static final int MANY_A_SECOND = 200;
    /** The desks begin one after the other: a JVM that has just started is slow at everything. */
    private static final int SECONDS_OF_FEW = 4;
    /** As Zendesk does when calls fail. */
    private static final long HOLDS_BACK_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** As Zammad does first; others wait longer. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS);

    private final URI service;
    private final Iterator<Delivery> deliveries;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<Integer, CompletableFuture<Void>> lastOfTicket = new HashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, Integer> answers = new ConcurrentSkipListMap<>();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final AtomicLong nobodyThereNanos = new AtomicLong(System.nanoTime() - HOLDS_BACK_NANOS);

    Sending(URI service, List<Delivery> deliveries) {
        this.service = service;
        this.deliveries = deliveries.iterator();
    }

    void start() {
        clock.scheduleAtFixedRate(this::next, 0, 1_000 / FEW_A_SECOND, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(this::nextUnlessNobodyIsThere, SECONDS_OF_FEW * 1_000, 1_000 / MANY_A_SECOND,
                TimeUnit.MILLISECONDS);
    }

    private void nextUnlessNobodyIsThere() {
        if (System.nanoTime() - nobodyThereNanos.get() > HOLDS_BACK_NANOS) {
            next();
        }
    }

    private void next() {
        if (deliveries.hasNext()) {
            Delivery delivery = deliveries.next();
            lastOfTicket.compute(delivery.ticket(), (ticket, before) -> before == null
                    ? send(delivery)
                    : before.thenCompose(accepted -> send(delivery)));
            sent.incrementAndGet();
        }
    }

    private CompletableFuture<Void> send(Delivery delivery) {
        HttpRequest request = delivery.request(service);
        long start = System.nanoTime();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).handle((answer, failure) -> {
            long end = System.nanoTime();
            int status = failure == null ? answer.statusCode() : NO_ANSWER;
            answers.merge(status, 1, Integer::sum);
            if (status == NO_ANSWER) {
                nobodyThereNanos.set(end);
            } else {
                slowestNanos.accumulateAndGet(end - start, Math::max);
            }
            return status == ACCEPTED;
        }).thenCompose(accepted -> accepted
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.supplyAsync(() -> send(delivery), LATER).thenCompose(again -> again));
    }

    /** How many deliveries had their turn so far. */
    int sent() {
        return sent.get();
    }

    /** How many were accepted so far. */
    int accepted() {
        return answers.getOrDefault(ACCEPTED, 0);
    }

    /** How often each HTTP status was answered so far, and how often there was {@link #NO_ANSWER}. */
    Map<Integer, Integer> answers() {
        return answers;
    }

    /** The longest that anybody had to wait for an answer so far. */
    Duration slowest() {
        return Duration.ofNanos(slowestNanos.get());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
