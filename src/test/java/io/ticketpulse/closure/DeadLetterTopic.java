package io.ticketpulse.closure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was put aside, from the beginning. */
final class DeadLetterTopic implements AutoCloseable {

    private final List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();

    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RealServers.bootstrapServers(),
                    ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new ByteArrayDeserializer(), new ByteArrayDeserializer());

    DeadLetterTopic() {
        consumer.subscribe(List.of("itsm.tickets.dlq"));
    }

    /** The letters that were made of a record. */
    List<ConsumerRecord<byte[], byte[]>> of(RecordMetadata record) {
        consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
        return letters.stream().filter(letter -> header(letter, "dead-letter-topic").equals(record.topic())
                && header(letter, "dead-letter-partition").equals(String.valueOf(record.partition()))
                && header(letter, "dead-letter-offset").equals(String.valueOf(record.offset()))).toList();
    }

    static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
