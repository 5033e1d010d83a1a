package io.ticketpulse.closure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.ticketpulse.platform.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records that can never be understood aside, byte for byte, with the reason. */
@ApplicationScoped
class DeadLetters {

    private final Topics topics;
    private final Map<String, Object> kafka;
    private final Clock clock;
    private KafkaProducer<byte[], byte[]> producer;

    DeadLetters(Topics topics, @Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        this.topics = topics;
        this.kafka = kafka;
        this.clock = clock;
    }

    /** A record and why it is put aside. */
    record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {}

    /**
     * Puts records aside and returns when the brokers have them.
     *
     * @throws KafkaException if the brokers do not take them; some may be there already
     */
    synchronized void put(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
        }
        List<? extends Future<?>> sent = letters.stream()
                .map(letter -> producer.send(copy(letter, letter.reason, letter.record.value()))).toList();
        try {
            for (int i = 0; i < sent.size(); i++) {
                if (isTooLarge(sent.get(i))) {
                    DeadLetter letter = letters.get(i);
                    producer.send(copy(letter, letter.reason + "; left out: the value, " + letter.record.value().length
                            + " bytes are too many for this topic", null)).get();
                }
            }
        } catch (ExecutionException refused) {
            throw new KafkaException("A dead letter was not taken", refused.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while waiting for a dead letter to be taken");
        }
    }

    /** A letter that the brokers will never take must not keep all that follow it waiting. */
    private static boolean isTooLarge(Future<?> sent) throws ExecutionException, InterruptedException {
        try {
            sent.get();
            return false;
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RecordTooLargeException) {
                return true;
            }
            throw refused;
        }
    }

    private ProducerRecord<byte[], byte[]> copy(DeadLetter letter, String reason, byte[] value) {
        ConsumerRecord<byte[], byte[]> record = letter.record;
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topics.ticketsDlq(), null, record.key(),
                value, record.headers());
        header(copy, "dead-letter-reason", reason);
        header(copy, "dead-letter-topic", record.topic());
        header(copy, "dead-letter-partition", String.valueOf(record.partition()));
        header(copy, "dead-letter-offset", String.valueOf(record.offset()));
        header(copy, "dead-letter-time", clock.instant().toString());
        return copy;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // What came in compressed has to fit again; how much fits is for the brokers to say.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
