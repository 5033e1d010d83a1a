package io.ticketpulse.closure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.ticketpulse.closure.DeadLetters.DeadLetter;
import io.ticketpulse.platform.Transactions.DatabaseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads ticket events in batches. A batch is acknowledged once it is recorded and its unreadable records are put aside;
 * until then it is tried again for as long as it takes, and nothing more is read.
 */
@ApplicationScoped
public class TicketConsumer {

    private static final Logger LOG = Logger.getLogger(TicketConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** With pauses in between; what fails so often for no reason of the servers' is the fault of a record. */
    private static final int ATTEMPTS = 5;

    private final EventReader reader;
    private final TicketRecorder recorder;
    private final DeadLetters deadLetters;
    private final IntakeMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);

    TicketConsumer(EventReader reader, TicketRecorder recorder, DeadLetters deadLetters, IntakeMetrics metrics) {
        this.reader = reader;
        this.recorder = recorder;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Takes one batch. */
    @Incoming("tickets")
    @Blocking
    public void consume(ConsumerRecords<byte[], byte[]> records) {
        Map<ConsumerRecord<byte[], byte[]>, TicketEvent> readable = new LinkedHashMap<>();
        List<DeadLetter> unreadable = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                reader.read(record).ifPresent(event -> readable.put(record, event));
            } catch (UnreadableEventException broken) {
                unreadable.add(new DeadLetter(record, broken.getMessage()));
            }
        }
        untilDone(() -> deadLetters.put(unreadable));
        metrics.deadLettered(unreadable.size());
        record(List.copyOf(readable.entrySet()));
    }

    /** Halves a batch that the database will never take, until the one record is found that spoils it. */
    private void record(List<Map.Entry<ConsumerRecord<byte[], byte[]>, TicketEvent>> events) {
        try {
            untilDone(() -> recorder.record(events.stream().map(Map.Entry::getValue).toList()));
        } catch (UnstorableException spoiled) {
            if (events.size() == 1) {
                untilDone(() -> deadLetters.put(List.of(new DeadLetter(events.get(0).getKey(), spoiled.getMessage()))));
                metrics.deadLettered(1);
            } else {
                record(events.subList(0, events.size() / 2));
                record(events.subList(events.size() / 2, events.size()));
            }
        }
    }

    private void untilDone(Runnable work) {
        Duration pause = FIRST_PAUSE;
        for (int unexplained = 0;;) {
            try {
                work.run();
                return;
            } catch (KafkaException failure) {
                LOG.warnf("Kafka does not take dead letters, consuming waits: %s", failure.getMessage());
            } catch (DatabaseException failure) {
                UnstorableException.throwIfCausing(failure);
                LOG.warnf("The database does not take closures, consuming waits: %s", failure.getMessage());
            } catch (RuntimeException failure) {
                // The class only: a message may quote values.
                LOG.warnf("Closures are not recorded, consuming waits: %s", failure.getClass().getName());
                if (++unexplained == ATTEMPTS) {
                    throw new UnstorableException(failure);
                }
            }
            await(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void await(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Stopping; the batch will be read again");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopping; the batch will be read again", stopped);
        }
    }

    /** Before the connector closes, which waits for the batch that is being taken. */
    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }
}
