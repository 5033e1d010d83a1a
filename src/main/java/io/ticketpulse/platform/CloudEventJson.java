package io.ticketpulse.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;

/** Writes CloudEvents 1.0 in JSON, structured mode. */
@Singleton
public class CloudEventJson {

    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private final ObjectMapper mapper;

    CloudEventJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** An event that {@link #structured} wrote, with other data; the same array if that is no change. */
    public byte[] change(byte[] event, Consumer<ObjectNode> change) {
        try {
            JsonNode tree = mapper.readTree(event);
            JsonNode before = tree.path("data").deepCopy();
            change.accept((ObjectNode) tree.path("data"));
            return tree.path("data").equals(before) ? event : mapper.writeValueAsBytes(tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException("An event that was written is no JSON", impossible);
        }
    }

    /**
     * The event as it goes into a record.
     *
     * @param id      unique within the source, and the same when the same thing is said again
     * @param source  a URI reference such as {@code /surveys/incident}
     * @param type    e.g. {@code io.ticketpulse.survey.responded.v1}
     * @param subject what the event is about, within the source
     * @param time    when it happened
     * @param data    anything Jackson turns into an object
     */
    public byte[] structured(String id, String source, String type, String subject, Instant time, Object data) {
        return EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE)
                .serialize(CloudEventBuilder.v1().withId(id).withSource(URI.create(source)).withType(type)
                        .withSubject(subject).withTime(time.atOffset(ZoneOffset.UTC))
                        .withData("application/json", JsonCloudEventData.wrap(mapper.<JsonNode>valueToTree(data)))
                        .build());
    }
}
