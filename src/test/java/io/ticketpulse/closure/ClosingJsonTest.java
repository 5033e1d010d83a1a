package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;

/** The service's own way to write JSON, and what its database holds already. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ClosingJsonTest {

    /** As the version before requesters had identifiers wrote it. */
    private static final String OLDER = """
            {"closure": {"id": "01939bb2-78c0-7d4e-8000-5f3c1d2e4a6b", "desk": "acme", "ticketId": "1", "cycle": 0,
            "closedAt": "2026-10-03T21:30:00Z", "ticketNumber": null, "slaMet": true, "requester": {"email":
            "ada@customer.example", "name": "Ada", "locale": null, "timeZone": null, "department": null, "location": null},
            "assigneeEmail": null}, "reopenCount": 2}""";

    @Inject
    ObjectMapper mapper;

    @Test
    void whatAnOlderVersionWroteCanBeRead() {
        Closing closing = new ClosingJson(mapper).read(OLDER);

        assertThat(closing.closure().requester())
                .isEqualTo(new Requester(null, "ada@customer.example", "Ada", null, null, null, null));
        assertThat(closing.reopenCount()).isEqualTo(2);
    }

    @Test
    void whatIsWrittenIsRead() {
        Closing closing = (Closing) NamelessTicket.at("acme").closed(Instant.parse("2026-10-03T21:30:00.123456Z"));
        ClosingJson json = new ClosingJson(mapper);

        Closing read = json.read(json.write(closing));

        assertThat(read).isEqualTo(closing);
    }
}
