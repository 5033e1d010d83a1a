package io.ticketpulse.road;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A dead letter in words that can be compared: where it came from, and every byte of it. */
final class DeadLetter {

    private static final String PREFIX = "dead-letter-";
    private static final Set<String> OF_ITS_OWN = Set.of(PREFIX + "reason", PREFIX + "topic", PREFIX + "partition",
            PREFIX + "offset", PREFIX + "time");

    private DeadLetter() {
    }

    static String expected(ProducerRecord<byte[], byte[]> record, int offset) {
        return words(TicketRecords.TOPIC + " 0 " + offset, record.key(), record.value(), texts(record.headers()));
    }

    /** @throws AssertionError if one of the five headers is missing or says nothing */
    static String seen(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = texts(record.headers());
        if (!headers.keySet().containsAll(OF_ITS_OWN) || headers.get(PREFIX + "reason").isBlank()) {
            throw new AssertionError("A dead letter without its headers: " + headers);
        }
        Instant.parse(headers.get(PREFIX + "time"));
        String origin = String.join(" ", headers.get(PREFIX + "topic"), headers.get(PREFIX + "partition"),
                headers.get(PREFIX + "offset"));
        headers.keySet().removeAll(OF_ITS_OWN);
        return words(origin, record.key(), record.value(), headers);
    }

    private static String words(String origin, byte[] key, byte[] value, Map<String, String> headers) {
        HexFormat hex = HexFormat.of();
        return String.join(" | ", origin, hex.formatHex(key), hex.formatHex(value), headers.toString());
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new TreeMap<>();
        headers.forEach(header -> texts.put(header.key(), KafkaTopics.text(header.value())));
        return texts;
    }
}
