package io.ticketpulse.closure;

import static io.ticketpulse.closure.Deliveries.BEARING;
import static io.ticketpulse.closure.Deliveries.closed;
import static io.ticketpulse.closure.Deliveries.deliver;
import static io.ticketpulse.closure.Deliveries.reopened;
import static io.ticketpulse.closure.Tickets.eventually;
import static io.ticketpulse.closure.Tickets.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.ticketpulse.closure.Tickets.Recorded;
import io.ticketpulse.platform.Relay;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Brokers that are silent, with a database and without one. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class SilentBrokersTest {

    private static final Instant CLOSED_AT = Instant.parse("2026-10-03T21:30:00Z");

    private final String ticket = UUID.randomUUID().toString();
    private boolean silent;

    @BeforeEach
    void theBrokersFallSilent() throws SQLException {
        takesDirectly();
        RealServers.servers().kafka().stop();
        silent = true;
    }

    @AfterEach
    void theySpeakAgain() throws SQLException {
        speak();
        takesDirectly();
    }

    private void speak() {
        if (silent) {
            RealServers.servers().kafka().restart();
            silent = false;
        }
    }

    /** Whoever was silent is asked again after a while. */
    private static void takesDirectly() throws SQLException {
        eventually().until(() -> {
            forget();
            accepted(closed(UUID.randomUUID().toString(), CLOSED_AT));
            return kept() == 0;
        });
    }

    @Test
    void aDeliveryIsKept() throws SQLException {
        accepted(closed(ticket, CLOSED_AT)).time(lessThan(2_000L));

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void whatIsKeptIsRelayedInOrder() {
        accepted(closed(ticket, CLOSED_AT));
        accepted(reopened(ticket, CLOSED_AT.plusSeconds(60)));
        accepted(closed(ticket, CLOSED_AT.plusSeconds(120)));
        speak();

        eventually().untilAsserted(() -> {
            Relay.run();
            assertThat(recorded(BEARING, ticket)).containsExactly(new Recorded(0, CLOSED_AT, true),
                    new Recorded(1, CLOSED_AT.plusSeconds(120), false));
        });
    }

    @Test
    void nothingOvertakesWhatIsKeptOfItsTicket() throws SQLException {
        accepted(closed(ticket, CLOSED_AT));
        speak();
        eventually().until(() -> {
            int before = kept();
            accepted(closed(UUID.randomUUID().toString(), CLOSED_AT));
            return kept() == before;
        });
        int before = kept();

        accepted(reopened(ticket, CLOSED_AT.plusSeconds(60)));

        assertThat(kept()).isEqualTo(before + 1);
    }

    @Test
    void withoutADatabaseTheDeskIsAskedToComeAgain() throws Exception {
        RealServers.servers().mySql().stop();
        try {
            deliver(closed(ticket, CLOSED_AT)).then().statusCode(503).header("Retry-After", "30")
                    .contentType("application/problem+json").time(lessThan(2_000L));
        } finally {
            RealServers.servers().mySql().restart();
        }
    }

    @Test
    void withoutADatabaseTheBrokersAreEnough() throws Exception {
        speak();
        takesDirectly();
        RealServers.servers().mySql().stop();
        try {
            accepted(closed(ticket, CLOSED_AT)).time(lessThan(2_000L));
        } finally {
            RealServers.servers().mySql().restart();
        }

        eventually().untilAsserted(() -> assertThat(recorded(BEARING, ticket)).hasSize(1));
    }

    @Test
    void frozenServersKeepNoDeskWaiting() throws Exception {
        RealServers.servers().mySql().freeze();
        try {
            List<Integer> answers = IntStream.range(0, 60).parallel().mapToObj(i -> {
                String body = closed(UUID.randomUUID().toString(), CLOSED_AT);
                return deliver(body).then().time(lessThan(2_500L)).extract().statusCode();
            }).toList();

            assertThat(answers).hasSize(60).containsOnly(503);
        } finally {
            RealServers.servers().mySql().thaw();
        }
    }

    @Test
    void aFrozenDatabaseKeepsNoDeskWaitingWhileTheBrokersSpeak() throws Exception {
        speak();
        takesDirectly();
        RealServers.servers().mySql().freeze();
        try {
            accepted(closed(ticket, CLOSED_AT)).time(lessThan(2_000L));
        } finally {
            RealServers.servers().mySql().thaw();
        }
    }

    private static ValidatableResponse accepted(String body) {
        return deliver(body).then().statusCode(202);
    }

    private static int kept() throws SQLException {
        try (Connection database = RealServers.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM outbox")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void forget() throws SQLException {
        try (Connection database = RealServers.database(); Statement statement = database.createStatement()) {
            statement.executeUpdate("DELETE FROM outbox");
        }
    }
}
