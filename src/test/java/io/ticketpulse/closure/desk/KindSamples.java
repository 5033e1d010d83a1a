package io.ticketpulse.closure.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Deliveries that every kind understands. Those of our own format are built here, the others are the sample deliveries. */
public final class KindSamples {

    private static final String CLOSED = file("canonical/built-closed.json");
    private static final String EVENT = """
            {"specversion": "1.0", "id": "1", "source": "/desks/acme-desk", "type": "io.ticketpulse.ticket.closed.v1",
             "data": %s}""".formatted(CLOSED);

    private KindSamples() {
    }

    /** At least one of every kind. */
    public static List<KindSample> all() {
        return Stream.of(
                ours("data", "", Map.of(), CLOSED),
                ours("reopening", "", Map.of(),
                        "{\"ticketId\": \"1\", \"reopenedAt\": \"2026-10-06T07:15:00Z\", \"onlyIfClosed\": true}"),
                ours("structured", "/data", Map.of("Content-Type", "application/cloudevents+json"), EVENT),
                ours("batch", "/0/data", Map.of("Content-Type", "application/cloudevents-batch+json"),
                        "[" + EVENT + "," + EVENT + "]"),
                ours("binary", "", Map.of("Content-Type", "application/json", "ce-specversion", "1.0", "ce-id", "1",
                        "ce-source", "/desks/acme-desk", "ce-type", "io.ticketpulse.ticket.closed.v1"), CLOSED),
                List.of(new KindSample(new FreeScout(), "freescout", "", Map.of("X-FreeScout-Event", "convo.status"),
                        file("freescout/built-status-closed.json"))),
                of(new Freshservice(), "/ticket", "freshservice/built-closed.json",
                        "freshservice/built-reopened.json"),
                of(new Freshservice(), "/freshdesk_webhook", "freshdesk/status-changed.json"),
                of(new Glpi(), "/item", "glpi/derived-ticket-update-closed.body.json"),
                of(new ITop(), "", "itop/built-assigned.json", "itop/built-resolved.json"),
                of(new Jira(), "/issue/fields", "jira/built-automation-closed.json",
                        "jira/built-cloud-request-closed.json", "jira/cloud-issue-updated-reopened.json",
                        "jira/cloud-issue-updated-resolved.json", "jira/server-issue-updated-closed.json",
                        "jira/server-issue-updated-resolved.json"),
                of(new ServiceNow(), "", "servicenow/built-reopened.json", "servicenow/built-resolved.json"),
                of(new Zammad(), "/ticket", "zammad/state-closed-no-article.json",
                        "zammad/built-closed-after-sla.json"),
                of(new Zendesk(), "/ticket", "zendesk/built-trigger-solved.json"),
                of(new Zendesk(), "/detail", "zendesk/built-event-solved.json"),
                of(new Znuny(), "/Ticket", "znuny/built-closed.json", "znuny/built-reopened.json"))
                .flatMap(List::stream).toList();
    }

    private static List<KindSample> ours(String name, String ticket, Map<String, String> headers, String body) {
        return List.of(new KindSample(new Canonical(), "canonical " + name, ticket, headers, body));
    }

    private static List<KindSample> of(DeskKind kind, String ticket, String... files) {
        return Stream.of(files).map(file -> new KindSample(kind, file, ticket, Map.of(), file(file))).toList();
    }

    private static String file(String name) {
        return new String(Sending.sampleBytes(name), StandardCharsets.UTF_8);
    }
}
