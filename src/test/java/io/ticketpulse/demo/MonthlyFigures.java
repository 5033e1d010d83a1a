package io.ticketpulse.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the service publishes about each month, read from its topic as any other system would. */
final class MonthlyFigures implements AutoCloseable {

    private static final String TOPIC = "itsm.satisfaction-monthly";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, JsonNode> newest = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = new Thread(this::read, "monthly-figures");

    MonthlyFigures(String bootstrapServers) {
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers, "group.id",
                "demo-" + UUID.randomUUID(), "auto.offset.reset", "earliest", "metadata.max.age.ms", "3000"),
                new StringDeserializer(), new ByteArrayDeserializer());
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return months with figures, newest first} */
    List<String> months() {
        return newest.values().stream().map(data -> data.path("month").asText()).distinct()
                .sorted(Comparator.reverseOrder()).toList();
    }

    /** {@return the newest figures of a month, those of the most tickets first} */
    List<Figure> of(String month) {
        return newest.values().stream().filter(data -> data.path("month").asText().equals(month)).map(Figure::new)
                .sorted(Comparator.comparing(Figure::closed).reversed().thenComparing(Figure::value)).toList();
    }

    /** {@return the newest figures over all tickets of a month} */
    Optional<Figure> overall(String month) {
        return of(month).stream().filter(figure -> figure.dimension().equals("all")).findFirst();
    }

    void accept(String key, byte[] value) {
        try {
            newest.put(key, mapper.readTree(value).path("data"));
        } catch (IOException e) {
            Console.say("A record of " + TOPIC + " is not JSON: " + key);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            consumer.subscribe(List.of(TOPIC));
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    accept(record.key(), record.value());
                }
            }
        } catch (WakeupException e) {
            // The demo is ending.
        }
    }
}
