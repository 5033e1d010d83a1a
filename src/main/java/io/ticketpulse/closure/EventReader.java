package io.ticketpulse.closure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Understands a record in each of the three forms: a CloudEvent in structured mode, in binary mode (CloudEvents Kafka
 * Protocol Binding 1.0.2), or a bare JSON object, which is the data of a {@code ticket.closed}.
 */
@Singleton
class EventReader {

    private static final String STRUCTURED = "application/cloudevents";

    private final ObjectReader reader;
    private final Clock clock;
    private final IntakeMetrics metrics;

    EventReader(ObjectMapper mapper, Clock clock, IntakeMetrics metrics) {
        this.reader = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * What the record says; nothing if it is none of our business, which is counted.
     *
     * @throws UnreadableEventException if it can never be understood
     */
    Optional<TicketEvent> read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || record.value().length == 0) {
            metrics.ignored(IntakeMetrics.TOMBSTONE);
            return Optional.empty();
        }
        if (!isCloudEvent(record)) {
            return Optional.of(TicketEvents.closing(json(record.value()), clock.instant(), metrics::fieldDropped));
        }
        CloudEvent event = cloudEvent(record);
        switch (event.getType()) {
            case TicketEvents.CLOSED :
                return Optional.of(TicketEvents.closing(data(event), clock.instant(), metrics::fieldDropped));
            case TicketEvents.REOPENED :
                return Optional.of(TicketEvents.reopening(data(event), clock.instant(), metrics::fieldDropped));
            default :
                metrics.ignored(IntakeMetrics.UNKNOWN_TYPE);
                return Optional.empty();
        }
    }

    private static boolean isCloudEvent(ConsumerRecord<byte[], byte[]> record) {
        Header contentType = record.headers().lastHeader("content-type");
        return record.headers().lastHeader("ce_specversion") != null || contentType != null
                && contentType.value() != null && new String(contentType.value(), StandardCharsets.US_ASCII)
                        .toLowerCase(Locale.ROOT).startsWith(STRUCTURED);
    }

    private static CloudEvent cloudEvent(ConsumerRecord<byte[], byte[]> record) {
        try {
            return KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
        } catch (RuntimeException broken) {
            // Its readers have a dozen ways to say so, some of them those of the JSON library beneath.
            throw new UnreadableEventException("not a CloudEvent 1.0");
        }
    }

    private JsonNode data(CloudEvent event) {
        CloudEventData data = event.getData();
        if (data == null) {
            throw new UnreadableEventException("the event has no data");
        }
        return data instanceof JsonCloudEventData json ? json.getNode() : json(data.toBytes());
    }

    private JsonNode json(byte[] bytes) {
        try {
            return reader.readTree(bytes);
        } catch (IOException broken) {
            throw new UnreadableEventException("not JSON");
        }
    }
}
