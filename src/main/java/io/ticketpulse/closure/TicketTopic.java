package io.ticketpulse.closure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.platform.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jboss.logging.Logger;

/** The short way to the ticket topic, for whoever cannot wait. */
@ApplicationScoped
class TicketTopic {

    /** How long the brokers may take to acknowledge, in milliseconds. */
    static final long PATIENCE = 800;

    private static final Logger LOG = Logger.getLogger(TicketTopic.class);

    private final Map<String, Object> kafka;
    private KafkaProducer<String, byte[]> producer;

    TicketTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** Gets to know the brokers before the first delivery, which then need not wait for it. */
    void warmUp(@Observes StartupEvent start, Desks desks, Topics topics) {
        if (!desks.all().isEmpty()) {
            Infrastructure.getDefaultWorkerPool().execute(() -> {
                try {
                    open().partitionsFor(topics.tickets());
                } catch (KafkaException silent) {
                    LOG.debug("The brokers are silent at the start; deliveries are kept until they speak");
                }
            });
        }
    }

    /**
     * Sends records, and fails unless the brokers have all of them in time. They may get there nevertheless, and late.
     * Brokers that have been silent are left alone for a while, and it fails at once.
     */
    @Blocking
    @Timeout(PATIENCE)
    @Bulkhead(value = 100, waitingTaskQueue = 400)
    @CircuitBreaker(requestVolumeThreshold = 5, failureRatio = 0.8, delay = 3, delayUnit = ChronoUnit.SECONDS)
    Uni<Void> send(List<OutboxMessage> messages) {
        return Uni.createFrom().completionStage(CompletableFuture.allOf(messages.stream().map(this::send)
                .toArray(CompletableFuture[]::new)));
    }

    private CompletableFuture<Void> send(OutboxMessage message) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(message.topic(), message.key(), message.value());
        record.headers().add("content-type", CloudEventJson.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
        CompletableFuture<Void> sent = new CompletableFuture<>();
        open().send(record, (metadata, failure) -> {
            if (failure == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent;
    }

    private synchronized KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE);
            // Who has given up on a record has kept it elsewhere; sending it long after would only be once more.
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
