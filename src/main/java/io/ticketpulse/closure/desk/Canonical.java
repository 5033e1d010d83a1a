package io.ticketpulse.closure.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;

/**
 * Any desk that can send our own JSON: the {@code data} of a ticket event as it is, or a CloudEvent around it in
 * structured, binary or batch mode (CloudEvents HTTP Protocol Binding 1.0.2). Signed by Standard Webhooks, or sent with
 * the secret as a bearer token.
 */
@Singleton
final class Canonical implements DeskKind {

    private static final String CLOSED = "io.ticketpulse.ticket.closed.v1";
    private static final String REOPENED = "io.ticketpulse.ticket.reopened.v1";
    private static final String DESKS = "/desks/";
    private static final String STRUCTURED = "application/cloudevents";
    private static final String BATCH = "application/cloudevents-batch";
    private static final int LARGEST_BATCH = 500;
    private static final List<String> FIELDS = List.of("ticketNumber", "ticketType", "summary", "openedAt",
            "resolvedAt", "reopenCount", "priority", "category", "service", "assignmentGroup", "closeCode", "slaMet",
            "assignee.id", "assignee.name", "assignee.email", "requester.id", "requester.name", "requester.email",
            "requester.locale", "requester.timeZone", "requester.department", "requester.location", "requester.vip");

    @Override
    public List<String> names() {
        return List.of("canonical");
    }

    @Override
    public boolean isAuthentic(Delivery delivery, String secret) {
        return delivery.headers().containsKey(StandardWebhooks.SIGNATURE)
                ? StandardWebhooks.isSigned(delivery, secret)
                : Proof.bearerOrBasic(delivery, secret);
    }

    @Override
    public boolean asksForConsent() {
        return true;
    }

    @Override
    public List<Report> read(Delivery delivery, Desk desk) {
        String contentType = delivery.header("Content-Type");
        String mediaType = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        if (mediaType.startsWith(BATCH)) {
            return batch(delivery, desk);
        }
        if (mediaType.startsWith(STRUCTURED)) {
            return List.of(report(structured(delivery.body()), desk));
        }
        if (delivery.headers().containsKey("ce-specversion")) {
            return List.of(report(binary(delivery), desk));
        }
        Payload data = delivery.json();
        return List.of(report(data.has("reopenedAt") && !data.has("closedAt") ? REOPENED : CLOSED, data, desk));
    }

    private static List<Report> batch(Delivery delivery, Desk desk) {
        JsonNode events = Payload.parseAny(delivery.body());
        if (!events.isArray() || events.size() > LARGEST_BATCH) {
            throw new NotUnderstoodException("A batch is a JSON array of at most " + LARGEST_BATCH + " CloudEvents.");
        }
        List<Report> reports = new ArrayList<>();
        for (JsonNode event : events) {
            reports.add(report(structured(Proof.bytes(event.toString())), desk));
        }
        return reports;
    }

    private static CloudEvent structured(byte[] event) {
        try {
            return Objects.requireNonNull(
                    EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE).deserialize(event));
        } catch (RuntimeException broken) {
            // Its reader has a dozen ways to say so, some of them those of the JSON library beneath.
            throw new NotUnderstoodException("It is no CloudEvent 1.0 in JSON.");
        }
    }

    private static CloudEvent binary(Delivery delivery) {
        try {
            return HttpMessageFactory.createReaderFromMultimap(delivery.headers(), delivery.body()).toEvent();
        } catch (RuntimeException broken) {
            throw new NotUnderstoodException("It is no CloudEvent 1.0 in binary mode.");
        }
    }

    private static Report report(CloudEvent event, Desk desk) {
        if (!CLOSED.equals(event.getType()) && !REOPENED.equals(event.getType())) {
            return new Report.Irrelevant(Report.Reason.OTHER_EVENT);
        }
        String source = event.getSource().toString();
        if (source.startsWith(DESKS) && !source.equals(DESKS + desk.name())) {
            throw new NotUnderstoodException("The event names another desk.");
        }
        CloudEventData data = event.getData();
        if (data == null) {
            throw new NotUnderstoodException("The CloudEvent has no data.");
        }
        Payload payload = data instanceof JsonCloudEventData json
                ? Payload.of(json.getNode())
                : Payload.parse(data.toBytes());
        return report(event.getType(), payload, desk);
    }

    private static Report report(String type, Payload data, Desk desk) {
        if (!data.isObject()) {
            throw new NotUnderstoodException("The data is no JSON object.");
        }
        if (data.has("desk") && !desk.name().equals(data.text("desk"))) {
            throw new NotUnderstoodException("The event names another desk.");
        }
        if (!data.at("ticketId").node().isTextual()) {
            throw new NotUnderstoodException("ticketId is missing or no text.");
        }
        Ticket ticket = Ticket.read(desk, data, "ticketId");
        FIELDS.forEach(field -> ticket.value(field, data, field));
        return type.equals(CLOSED)
                ? new Report.Closed(ticket, time(data, "closedAt"))
                : reopened(ticket, time(data, "reopenedAt"), data.flag("onlyIfClosed"));
    }

    private static Report reopened(Ticket ticket, Instant at, Boolean onlyIfClosed) {
        return Boolean.TRUE.equals(onlyIfClosed) ? new Report.Open(ticket, at) : new Report.Reopened(ticket, at);
    }

    private static Instant time(Payload data, String field) {
        try {
            JsonNode time = data.at(field).node();
            return OffsetDateTime.parse(time.isTextual() ? time.textValue() : "").toInstant();
        } catch (DateTimeException none) {
            throw new NotUnderstoodException(field + " is missing or no time with an offset (RFC 3339).");
        }
    }
}
