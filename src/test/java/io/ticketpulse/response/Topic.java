package io.ticketpulse.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketpulse.contract.EventSchemas;
import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of responses from its beginning, each event held against its schema. */
final class Topic implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RealServers.bootstrapServers(),
                    ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
            new StringDeserializer(), new StringDeserializer());

    private final List<JsonNode> events = new ArrayList<>();

    Topic() {
        consumer.subscribe(List.of("itsm.survey-responses"));
    }

    /** The data of all events so far about a ticket. */
    List<JsonNode> about(Invitee invitee) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
            events.add(EventSchemas.eventOf(record).path("data"));
        }
        return events.stream().filter(data -> data.path("ticketId").asText().equals(invitee.ticketId())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
