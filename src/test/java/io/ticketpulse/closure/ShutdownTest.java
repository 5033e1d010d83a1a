package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private final CountDownLatch tried = new CountDownLatch(3);

    /** Brokers that take nothing. */
    private final DeadLetters away = new DeadLetters(null, Map.of(), null) {
        @Override
        synchronized void put(List<DeadLetter> letters) {
            tried.countDown();
            throw new KafkaException("away");
        }
    };

    @Test
    void aBatchThatWaitsIsLeftUnacknowledgedWhenTheServiceStops() throws Exception {
        TicketConsumer consumer = new TicketConsumer(null, null, away, null);
        CompletableFuture<Void> batch = CompletableFuture
                .runAsync(() -> consumer.consume(new ConsumerRecords<>(Map.of(), Map.of())));
        tried.await();

        consumer.stop(null);

        assertThat(catchThrowable(() -> batch.orTimeout(5,
                TimeUnit.SECONDS).join())).hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
