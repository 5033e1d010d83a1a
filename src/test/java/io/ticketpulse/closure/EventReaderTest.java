package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private final EventReader reader = new EventReader(new ObjectMapper(), Clock.systemUTC(),
            new IntakeMetrics(new SimpleMeterRegistry()));

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "[]", "7", "null", "{}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\"}",
            "{\"specversion\":\"9.9\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"x\"}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"::\",\"type\":\"x\"}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"x\",\"time\":\"noon\"}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"x\",\"data_base64\":\"?\"}"})
    void whatClaimsToBeACloudEventAndIsNoneIsUnreadable(String value) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("tickets", 0, 0, null,
                value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> reader.read(record)).isInstanceOf(UnreadableEventException.class);
    }
}
