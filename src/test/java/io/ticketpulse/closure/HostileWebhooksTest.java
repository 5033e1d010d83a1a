package io.ticketpulse.closure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.servers.CapturedLog;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever knows a secret may still send anything: it is never a failure of ours, and is never logged. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class HostileWebhooksTest {

    /** In every delivery, so that it is found wherever a delivery is quoted. */
    private static final String MARK = "Mallory0815";
    private static final List<String> DESKS = List.of("bearing", "a-servicenow", "a-freshservice", "a-znuny", "a-itop");

    @ParameterizedTest
    @MethodSource("bodies")
    void isRefusedOrIgnored(byte[] body) {
        DESKS.forEach(desk -> {
            int status = post(desk, body);

            assertThat(status).as(desk).isIn(202, 400);
        });
    }

    @Test
    void isNotLogged() {
        try (CapturedLog log = new CapturedLog()) {
            bodies().forEach(body -> DESKS.forEach(desk -> post(desk, body)));

            assertThat(log.lines()).noneMatch(line -> line.contains(MARK));
        }
    }

    @Test
    void makesNoHalfClosure() throws SQLException {
        bodies().forEach(body -> DESKS.forEach(desk -> post(desk, body)));

        String good = UUID.randomUUID().toString();
        Deliveries.deliver(Deliveries.closed(good, Instant.parse("2026-10-03T21:30:00Z"))).then().statusCode(202);
        Tickets.eventually().until(() -> Deliveries.recorded(Deliveries.BEARING, good).size() == 1);
        assertThat(marked("SELECT COUNT(*) FROM ticket WHERE ticket_id LIKE ?")).isZero();
        assertThat(marked("SELECT COUNT(*) FROM invitation WHERE summary LIKE ?")).isZero();
    }

    private static int marked(String query) throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, "%" + MARK + "%");
            return Batch.read(statement, row -> row.getInt(1)).get(0);
        }
    }

    static Stream<byte[]> bodies() {
        Random random = new Random(42);
        Stream<String> texts = Stream.of("", "null", "[]", "{}", "\"%s\"", "{\"ticketId\": \"%s\"}",
                "{\"ticketId\": \"%s\", \"closedAt\": \"9999-01-01T00:00:00Z\"}",
                "{\"ticketId\": \"%s\", \"closedAt\": {\"year\": 2026}}",
                "{\"ticketId\": [\"%s\"], \"closedAt\": \"2026-10-03T21:30:00Z\"}",
                "{\"ticketId\": \"\\ud800%s\", \"closedAt\": \"2026-10-03T21:30:00Z\"}",
                "{\"ticketId\": \"%s" + "x".repeat(201) + "\", \"closedAt\": \"2026-10-03T21:30:00Z\"}",
                "{\"ticketId\": \"%s\", \"ticketId\": 1, \"closedAt\": \"2026-10-03T21:30:00Z\"}",
                "{\"Ticket\": {\"TicketID\": \"%s\"}}", "{\"ticket\": \"%s\"}", "{\"freshdesk_webhook\": [\"%s\"]}",
                "{\"sys_id\": \"%s\", \"state\": {}}", "{\"id\": \"%s\", \"status\": []}",
                "[".repeat(100_000), "{\"a\":".repeat(2_000) + "\"%s\"", "{\"%s\": " + "9".repeat(5_000) + "}")
                .map(text -> text.replace("%s", MARK));
        Stream<byte[]> noise = IntStream.range(0, 20).mapToObj(i -> {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            return bytes;
        });
        return Stream.concat(texts.map(text -> text.getBytes(StandardCharsets.UTF_8)), noise);
    }

    private static int post(String desk, byte[] body) {
        String secret = desk.equals("bearing") ? Deliveries.BEARER_SECRET : "the secret of the desk " + desk;
        return given().noFilters().header("Authorization", "Bearer " + secret).contentType("application/json")
                .body(body).post("/webhooks/" + desk).statusCode();
    }
}
