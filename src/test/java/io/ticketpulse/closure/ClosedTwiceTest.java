package io.ticketpulse.closure;

import static io.ticketpulse.closure.Deliveries.recorded;
import static io.ticketpulse.closure.Deliveries.signed;
import static io.ticketpulse.closure.Tickets.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.Tickets.Recorded;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;

/** Desks that close a ticket in two steps, in their own words, close it once. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ClosedTwiceTest {

    private static final String ZENDESK = """
            {"type": "zen:event-type:ticket.status_changed", "id": "%s-%s", "time": "%s",
             "subject": "zen:ticket:%1$s", "zendesk_event_version": "2022-11-06", "detail": {"id": "%1$s"},
             "event": {"previous": "%s", "current": "%2$s"}}""";

    private final String ticket = String.valueOf(1_000_000 + new Random().nextInt(1_000_000_000));

    @Test
    void jirasResolvedThenClosedIsOneClosing() throws IOException {
        deliver("jira", jira("server-issue-updated-resolved.json", "10300"));

        deliver("jira", jira("server-issue-updated-closed.json", "10300"));

        awaitWhatFollows("jira", jira("server-issue-updated-closed.json", "10300", ticket + "-after"));
        assertThat(recorded("a-jira", ticket)).hasSize(1);
    }

    @Test
    void jirasReopeningBetweenMakesTwo() throws IOException {
        deliver("jira", jira("cloud-issue-updated-resolved.json", "10040"));
        deliver("jira", jira("cloud-issue-updated-reopened.json", "10040"));

        deliver("jira", jira("cloud-issue-updated-resolved.json", "10040").replace("1550286940507", "1550290000000"));

        eventually().untilAsserted(() -> assertThat(recorded("a-jira", ticket)).extracting(Recorded::reopened)
                .containsExactly(true, false));
    }

    @Test
    void zendesksSolvedThenClosedIsOneClosing() {
        deliver("zendesk", ZENDESK.formatted(ticket, "SOLVED", "2026-10-03T10:00:00Z", "OPEN"));

        deliver("zendesk", ZENDESK.formatted(ticket, "CLOSED", "2026-10-07T10:00:00Z", "SOLVED"));

        awaitWhatFollows("zendesk", ZENDESK.formatted(ticket + "9", "SOLVED", "2026-10-03T10:00:00Z", "OPEN"));
        assertThat(recorded("a-zendesk", ticket)).hasSize(1);
    }

    @Test
    void zendesksReopeningBetweenMakesTwo() {
        deliver("zendesk", ZENDESK.formatted(ticket, "SOLVED", "2026-10-03T10:00:00Z", "OPEN"));
        deliver("zendesk", ZENDESK.formatted(ticket, "OPEN", "2026-10-04T10:00:00Z", "SOLVED"));

        deliver("zendesk", ZENDESK.formatted(ticket, "SOLVED", "2026-10-05T10:00:00Z", "OPEN"));

        eventually().untilAsserted(() -> assertThat(recorded("a-zendesk", ticket)).extracting(Recorded::reopened)
                .containsExactly(true, false));
    }

    private String jira(String sample, String id) throws IOException {
        return jira(sample, id, ticket);
    }

    /** A sample about another ticket. */
    private static String jira(String sample, String id, String other) throws IOException {
        String body = Files.readString(Path.of("src/test/resources/deliveries/jira", sample));
        return body.replace("\"id\": \"" + id + "\"", "\"id\": \"" + other + "\"");
    }

    private static void deliver(String kind, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        signed(kind, body).contentType("application/json").body(body).post("/webhooks/a-" + kind).then()
                .statusCode(202);
    }

    /** What is on the topic before it was read too. */
    private void awaitWhatFollows(String kind, String json) {
        deliver(kind, json);
        String after = ticket + (kind.equals("jira") ? "-after" : "9");
        eventually().until(() -> recorded("a-" + kind, after).size() == 1);
    }
}
