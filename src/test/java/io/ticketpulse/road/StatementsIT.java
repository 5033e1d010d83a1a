package io.ticketpulse.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No statement that the service issues on its road reads a large table from end to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {

    private static final Duration UNTIL_THE_DAILY_WORK = Duration.ofSeconds(45);

    private static final String DESK = "acme-jira";
    private static final String SECRET = "the secret of the desk";

    private Road road;
    private Connection connection;
    private Collection<String> statements;
    private Map<String, Long> rows;

    @BeforeAll
    void travelAndGrow() throws IOException, SQLException {
        Instant dailyWork = Instant.now().plus(UNTIL_THE_DAILY_WORK);
        road = Road.open(settings(), StatementLog.FLAGS);
        road.travel(Disturbance.NONE);
        lookAround();
        Awaitility.await("the daily work is done").atMost(UNTIL_THE_DAILY_WORK.multipliedBy(2))
                .until(() -> Instant.now().isAfter(dailyWork.plusSeconds(5)));
        road.service().close();
        connection = road.servers().mySql().connect();
        grow();
    }

    @AfterAll
    void close() throws IOException, SQLException {
        connection.close();
        road.close();
    }

    @Test
    void tablesAreLarge() {
        assertThat(rows).isNotEmpty()
                .allSatisfy((table, count) -> assertThat(count).isGreaterThanOrEqualTo(Growth.ROWS));
    }

    @Test
    void everyStatementUsesAnIndex() throws SQLException {
        List<String> scans = new ArrayList<>();
        for (String statement : statements) {
            scans.addAll(Plan.of(connection, statement).fullScans());
        }

        assertThat(statements).hasSizeGreaterThan(30);
        assertThat(scans).isEmpty();
    }

    /** One of the desks sends webhooks too, and may be asked for addresses, which it does not answer. */
    private static Map<String, String> settings() {
        String desk = "ticketpulse.desks." + DESK + ".";
        return Map.of(RoadSettings.DAILY_AT, RoadSettings.dailyAt(UNTIL_THE_DAILY_WORK), desk + "kind", "jira",
                desk + "secrets", SECRET, desk + "look-up.url", "http://127.0.0.1:1", desk + "look-up.token", "token",
                desk + "look-up.give-up-after", "1s");
    }

    private void lookAround() {
        Ticket ticket = road.arrived().stream().flatMap(arrival -> arrival.news().stream())
                .filter(Arrival.Closed.class::isInstance).map(news -> ((Arrival.Closed) news).closing().ticket())
                .findFirst().orElseThrow();
        road.api().decisions(ticket);
        road.api().deliver(DESK, SECRET, """
                {"webhookEvent": "jira:issue_updated", "timestamp": 1767225600000, "issue": {"id": "1", "fields":
                {"status": {"name": "Done", "statusCategory": {"key": "done"}}}}, "changelog": {"items": [{"field":
                "status", "toString": "Done"}]}}""");
        for (Map<String, String> query : List.of(Map.<String, String>of(), Map.of("survey", "incident"),
                Map.of("desk", ticket.desk(), "ticketId", ticket.id()), Map.of("month", "2025-03"),
                Map.of("standing", "ACCEPTED"), Map.of("standing", "QUARANTINED"))) {
            road.api().items("/api/v1/responses", query);
        }
        road.api().overrule(road.api().items("/api/v1/responses", Map.of("standing", "ACCEPTED")).get(0).path("id")
                .asText());
        road.api().optOut("somebody@customer.example");
        road.api().erase("somebody@customer.example");
        for (Map<String, String> query : List.of(Map.of("from", "2025-02", "to", "2025-04"),
                Map.of("survey", "incident", "from", "2025-03", "to", "2025-03"),
                Map.of("dimension", "service", "value", "VPN", "from", "2025-02", "to", "2025-04"))) {
            road.api().items("/api/v1/satisfaction", query);
        }
    }

    private void grow() throws SQLException {
        StatementLog log = new StatementLog(connection);
        Growth growth = new Growth(connection);
        List<String> tables = growth.tables();
        statements = log.conditional(tables);
        rows = new TreeMap<>();
        for (String table : tables) {
            growth.grow(table, log.insertInto(table)
                    .orElseThrow(() -> new AssertionError("The run put nothing into the table " + table)));
            rows.put(table, growth.rows(table));
        }
    }
}
