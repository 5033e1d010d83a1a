package io.ticketpulse.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The desks of the company, announcing on Kafka what they close; and the memory of which ticket a number stands for. */
final class TicketFeed implements AutoCloseable {

    private static final String TOPIC = "itsm.tickets";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Pattern NUMBER = Pattern.compile("\\b" + Ticket.PREFIX + "\\d+\\b");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Object> kafka;

    TicketFeed(String bootstrapServers) {
        this.kafka = Map.of("bootstrap.servers", bootstrapServers);
        this.producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    /** Waits until the service has made its topic, because it knows best how long its records shall be kept. */
    void awaitTopic() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = Admin.create(kafka)) {
            while (!admin.listTopics().names().get().contains(TOPIC)) {
                if (System.nanoTime() > end) {
                    throw new DemoException(
                            "TicketPulse has not made its Kafka topic " + TOPIC + "; its log says why.");
                }
                Console.pause(500);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Remembers tickets that were announced in an earlier run. */
    void remember(List<DeskEvent> events) {
        events.forEach(event -> tickets.put(event.ticket().number(), event.ticket()));
    }

    /** Announces events in this order and waits until the broker has them. */
    void announce(List<DeskEvent> events) {
        remember(events);
        events.forEach(event -> producer.send(record(event)));
        producer.flush();
    }

    /** {@return the ticket that a text speaks of, the latest of its number} */
    Optional<Ticket> mentionedIn(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).map(tickets::get).filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<String, byte[]> record(DeskEvent event) {
        try {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, event.key(),
                    mapper.writeValueAsBytes(event.envelope()));
            record.headers().add("content-type", "application/cloudevents+json".getBytes());
            return record;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
