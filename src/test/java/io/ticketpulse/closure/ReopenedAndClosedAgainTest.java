package io.ticketpulse.closure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.closure.Tickets.Recorded;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;

/** A backlog may hold a closing, a reopening and the next closing of one ticket: the customer is asked about the last. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReopenedAndClosedAgainTest {

    private final Instant now = Instant.now();
    private final String ticket = UUID.randomUUID().toString();

    @Inject
    TicketRecorder recorder;

    @Test
    void inOneBatchTheCustomerIsAskedAboutTheLastClosing() {
        recorder.record(List.of(closing(60), reopening(40), closing(20)));

        assertThat(decisions()).containsExactly("SAMPLED CANCELLED", "SAMPLED PENDING");
    }

    @Test
    void inTwoBatchesTheCustomerIsAskedAboutTheLastClosing() {
        recorder.record(List.of(closing(60)));

        recorder.record(List.of(reopening(40), closing(20)));

        assertThat(decisions()).containsExactly("SAMPLED CANCELLED", "SAMPLED PENDING");
    }

    @Test
    void aTicketThatIsSeenOpenAfterItsClosingWasReopened() {
        recorder.record(List.of(closing(60)));

        recorder.record(List.of(seenOpen(40), seenOpen(30), closing(20)));

        assertThat(decisions()).containsExactly("SAMPLED CANCELLED", "SAMPLED PENDING");
        assertThat(Tickets.recorded("acme", ticket)).extracting(Recorded::cycle).containsExactly(0, 1);
    }

    @Test
    void aTicketThatIsSeenOpenBeforeItsClosingWasNotReopened() {
        recorder.record(List.of(seenOpen(70), closing(60), seenOpen(65)));

        assertThat(decisions()).containsExactly("SAMPLED PENDING");
        assertThat(Tickets.recorded("acme", ticket)).extracting(Recorded::cycle).containsExactly(0);
    }

    private TicketEvent seenOpen(int minutesAgo) {
        return TicketEvents.reopening(data("reopenedAt", minutesAgo).put("onlyIfClosed", true), now, field -> {
        });
    }

    private List<String> decisions() {
        return given().auth().preemptive().basic("reader", RealServers.READER_PASSWORD).queryParam("desk", "acme")
                .queryParam("ticketId", ticket).get("/api/v1/decisions").jsonPath()
                .getList("items.collect { it.decision + ' ' + it.invitation?.state }");
    }

    private TicketEvent closing(int minutesAgo) {
        ObjectNode data = data("closedAt", minutesAgo);
        data.putObject("requester").put("email", ticket + "@customer.example");
        return TicketEvents.closing(data, now, field -> {
        });
    }

    private TicketEvent reopening(int minutesAgo) {
        return TicketEvents.reopening(data("reopenedAt", minutesAgo), now, field -> {
        });
    }

    private ObjectNode data(String time, int minutesAgo) {
        return JsonNodeFactory.instance.objectNode().put("desk", "acme").put("ticketId", ticket)
                .put(time, now.minus(Duration.ofMinutes(minutesAgo)).toString());
    }
}
