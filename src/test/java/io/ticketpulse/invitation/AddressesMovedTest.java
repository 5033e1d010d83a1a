package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.ticketpulse.servers.EmbeddedMySql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migration 11 on a database that has data. */
class AddressesMovedTest {

    private static final int ROWS = 100;

    @TempDir
    Path folder;

    private EmbeddedMySql server;

    @BeforeEach
    void aDatabaseInUse() throws IOException, SQLException {
        server = EmbeddedMySql.start(folder.resolve("mysql"), 0, false, List.of());
        migrateTo("10");
        try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
            String some = " WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < " + ROWS
                    + ") SELECT ";
            statement.execute("INSERT INTO person (id, address_hash, address)" + some
                    + "UNHEX(LPAD(HEX(n), 32, '0')), UNHEX(SHA2(n, 256)), CONCAT(n, '@example.org') FROM copy");
            statement.execute("INSERT INTO ticket_closure (id, desk, ticket_id, cycle, closed_at, summary,"
                    + " requester_locale, requester_time_zone)" + some
                    + "UNHEX(LPAD(HEX(n), 32, '0')), 'acme', n, 0, '2026-10-01', CONCAT('about ', n), 'de', 'UTC'"
                    + " FROM copy");
            statement.execute("INSERT INTO invitation (id, closure_id, person_id, survey, month, state, due_at,"
                    + " expires_at, next_action_at)" + some
                    + "UNHEX(LPAD(HEX(n), 32, '0')), UNHEX(LPAD(HEX(n), 32, '0')), UNHEX(LPAD(HEX(n), 32, '0')),"
                    + " 'incident', '2026-10', IF(n % 2, 'SENT', 'EXPIRED'), '2026-10-01', '2026-10-15',"
                    + " IF(n % 2, '2026-10-04', NULL) FROM copy");
            statement.execute("""
                    INSERT INTO ticket_closing (id, desk, ticket_id, closed_at, reopen_count, closing)
                    VALUES (UNHEX(LPAD('1', 32, '0')), 'acme', '1', '2026-10-02', -1,
                    '{"closure": {"requester": {"email": " Ada(home)@Example.org"}, "assigneeEmail": null}}')""");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoMayStillBeWrittenToCanBeAndKeptClosingsAreFoundByTheAddress() throws SQLException {
        migrateTo("11");

        assertThat(
                ask("SELECT CONCAT_WS(' ', address, summary, locale, time_zone) FROM invitation ORDER BY id LIMIT 3"))
                .containsExactly("1@example.org about 1 de UTC", "", "3@example.org about 3 de UTC");
        assertThat(ask("SELECT ticket_id FROM ticket_closing WHERE requester = 'ada@example.org'"))
                .containsExactly("1");
    }

    private void migrateTo(String version) {
        Flyway.configure().dataSource(server.jdbcUrl(), EmbeddedMySql.USER, "").target(version).load().migrate();
    }

    private List<String> ask(String query) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
