package io.ticketpulse.closure;

import static io.ticketpulse.closure.DeadLetterTopic.header;
import static io.ticketpulse.closure.Tickets.closed;
import static io.ticketpulse.closure.Tickets.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can never be understood is put aside as it came, and holds nobody up. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class DeadLettersTest {

    private final DeadLetterTopic topic = new DeadLetterTopic();

    @Inject
    MeterRegistry meters;

    @AfterEach
    void leaveTheTopic() {
        topic.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "not JSON|not JSON",
            "{\"desk\": \"acme\"} trailing|not JSON",
            "[]|the data is not a JSON object",
            "\"text\"|the data is not a JSON object",
            "null|the data is not a JSON object",
            "` `|the data is not a JSON object",
            "{\"ticketId\": \"1\", \"closedAt\": \"2026-10-03T21:30:00Z\"}|missing or wrong type: desk",
            "{\"desk\": \"acme\", \"ticketId\": 1, \"closedAt\": \"2026-10-03T21:30:00Z\"}|missing or wrong type: ticketId",
            "{\"desk\": \"acme\", \"ticketId\": \"\\uDC00\", \"closedAt\": \"2026-10-03T21:30:00Z\"}"
                    + "|missing or wrong type: ticketId",
            "{\"desk\": \"Acme!\", \"ticketId\": \"1\", \"closedAt\": \"2026-10-03T21:30:00Z\"}"
                    + "|desk is not a name like acme-jira",
            "{\"desk\": \"acme\", \"ticketId\": \"1\", \"closedAt\": \"2026-10-03T21:30:00\"}"
                    + "|missing or not a time with an offset (RFC 3339): closedAt",
            "{\"desk\": \"acme\", \"ticketId\": \"1\", \"closedAt\": \"9998-10-03T21:30:00Z\"}"
                    + "|more than 24 hours ahead: closedAt"})
    void aRecordIsPutAsideByteForByteWithTheReason(String value, String reason) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] key = "a key".getBytes(StandardCharsets.UTF_8);

        RecordMetadata sent = Tickets.send(new ProducerRecord<>(Tickets.TOPIC, null, null, key, bytes,
                List.of(Tickets.header("traceparent", "kept"))));

        ConsumerRecord<byte[], byte[]> letter = letterOf(sent);
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(bytes);
        assertThat(letter.headers().toArray()).extracting(Header::key).containsExactly("traceparent",
                "dead-letter-reason", "dead-letter-topic", "dead-letter-partition", "dead-letter-offset",
                "dead-letter-time");
        assertThat(header(letter, "dead-letter-reason")).isEqualTo(reason);
        assertThat(Instant.parse(header(letter, "dead-letter-time"))).isBetween(
                Instant.ofEpochMilli(sent.timestamp()), Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "ticketId"})
    void overLongKeysArePutAside(String field) {
        String tooLong = "x".repeat(201);

        RecordMetadata sent = Tickets.sendBare(field.equals("desk")
                ? closed(tooLong, "1", yesterday(), "")
                : closed("acme", tooLong, yesterday(), ""));

        assertThat(header(letterOf(sent), "dead-letter-reason")).startsWith("longer than ").endsWith(": " + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "{}", "[]", "{\"specversion\": \"9.0\", \"id\": \"1\"}",
            "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \":\", \"type\": \"t\"}",
            "{\"specversion\": \"1.0\", \"id\": 1, \"source\": \"/a\", \"type\": null}",
            "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/a\", \"type\": \"t\", \"time\": \"x\"}",
            "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/a\", \"type\": \"t\", \"time\": {}}",
            "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/a\", \"type\": \"t\", \"data_base64\": \"%\"}"})
    void brokenStructuredEventsArePutAside(String value) {
        RecordMetadata sent = Tickets.send(new ProducerRecord<>(Tickets.TOPIC, null, null, null,
                value.getBytes(StandardCharsets.UTF_8),
                List.of(Tickets.header("content-type", "application/cloudevents+json; charset=UTF-8"))));

        assertThat(header(letterOf(sent), "dead-letter-reason")).isEqualTo("not a CloudEvent 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents-batch+json", "application/cloudevents+avro"})
    void formatsThatNobodySpeaksArePutAside(String contentType) {
        RecordMetadata sent = Tickets.send(new ProducerRecord<>(Tickets.TOPIC, null, null, null, "[]".getBytes(),
                List.of(Tickets.header("content-type", contentType))));

        assertThat(header(letterOf(sent), "dead-letter-reason")).isEqualTo("not a CloudEvent 1.0");
    }

    @ParameterizedTest
    @CsvSource({"9.0,/a,ce_type", "1.0,:,ce_type", "1.0,/a,ce_other"})
    void brokenBinaryEventsArePutAside(String version, String source, String nameOfType) {
        RecordMetadata sent = Tickets.send(new ProducerRecord<>(Tickets.TOPIC, null, null, null, "{}".getBytes(),
                List.of(Tickets.header("ce_specversion", version), Tickets.header("ce_id", "1"),
                        Tickets.header("ce_source", source), Tickets.header(nameOfType, "t"))));

        assertThat(header(letterOf(sent), "dead-letter-reason")).isEqualTo("not a CloudEvent 1.0");
    }

    @Test
    void anEventWithoutDataIsPutAside() {
        RecordMetadata sent = Tickets.send(new ProducerRecord<>(Tickets.TOPIC, null, null, null, """
                {"specversion": "1.0", "id": "1", "source": "/a", "type": "io.ticketpulse.ticket.closed.v1"}"""
                .getBytes(), List.of(Tickets.header("content-type", "application/cloudevents+json"))));

        assertThat(header(letterOf(sent), "dead-letter-reason")).isEqualTo("the event has no data");
    }

    @Test
    void deepNestingIsPutAside() {
        RecordMetadata sent = Tickets.sendBare("[".repeat(100_000) + "]".repeat(100_000));

        assertThat(header(letterOf(sent), "dead-letter-reason")).isEqualTo("not JSON");
    }

    @Test
    void deepNestingInAStructuredEventIsPutAside() {
        RecordMetadata sent = Tickets.sendStructured(TicketEvents.CLOSED, "[".repeat(100_000) + "]".repeat(100_000));

        assertThat(header(letterOf(sent), "dead-letter-reason")).isEqualTo("not a CloudEvent 1.0");
    }

    @Test
    void whatComesInCompressedGoesOutCompressed() {
        byte[] value = "x".repeat(5_000_000).getBytes(StandardCharsets.UTF_8);

        RecordMetadata sent = Tickets.send(new ProducerRecord<>(Tickets.TOPIC, value));

        assertThat(letterOf(sent).value()).isEqualTo(value);
    }

    @Test
    void whatIsTooLargeForTheTopicIsNamedThereWithoutItsValue() {
        byte[] value = new byte[1_048_400];
        new Random(24).nextBytes(value);

        RecordMetadata sent = Tickets.send(new ProducerRecord<>(Tickets.TOPIC, value), "none");

        ConsumerRecord<byte[], byte[]> letter = letterOf(sent);
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "dead-letter-reason"))
                .isEqualTo("not JSON; left out: the value, 1048400 bytes are too many for this topic");
    }

    @Test
    void deadLettersAreCounted() {
        double before = meters.counter(IntakeMetrics.DEAD_LETTERED).count();

        RecordMetadata sent = Tickets.sendBare("not JSON");

        letterOf(sent);
        eventually().untilAsserted(() -> assertThat(meters.counter(IntakeMetrics.DEAD_LETTERED).count())
                .isEqualTo(before + 1));
    }

    private ConsumerRecord<byte[], byte[]> letterOf(RecordMetadata sent) {
        return eventually().until(() -> topic.of(sent), letters -> letters.size() == 1).get(0);
    }

    private static Instant yesterday() {
        return Instant.now().minus(1, ChronoUnit.DAYS);
    }
}
