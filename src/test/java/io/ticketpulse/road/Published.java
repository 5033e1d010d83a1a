package io.ticketpulse.road;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketpulse.contract.EventSchemas;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the service has published, each event held against its schema. */
final class Published {

    static final String RESPONSES = "itsm.survey-responses";
    static final String FIGURES = "itsm.satisfaction-monthly";

    private final KafkaTopics topics;

    Published(KafkaTopics topics) {
        this.topics = topics;
    }

    /** The data of response events by the events' ids, as copies of one have the same. */
    Map<String, JsonNode> responses() {
        Map<String, JsonNode> events = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.read(RESPONSES)) {
            JsonNode event = EventSchemas.eventOf(record);
            events.put(event.path("id").asText(), event.path("data"));
        }
        return events;
    }

    /** The data of the last event of each key on the topic of monthly figures. */
    Map<String, JsonNode> figures() {
        Map<String, JsonNode> newest = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.read(FIGURES)) {
            newest.put(KafkaTopics.text(record.key()), EventSchemas.eventOf(record).path("data"));
        }
        return newest;
    }
}
