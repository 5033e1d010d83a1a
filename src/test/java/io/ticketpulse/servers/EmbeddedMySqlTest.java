package io.ticketpulse.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMySqlTest {

    @TempDir
    static Path folder;

    private static EmbeddedMySql server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedMySql.start(folder.resolve("mysql"), 0, false, List.of("--max-connections=17"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void oneRow() throws SQLException {
        try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS note (text VARCHAR(20) PRIMARY KEY)");
            statement.execute("REPLACE INTO note VALUES ('kept')");
        }
    }

    @Test
    void itIsTheVersionWeSupport() throws SQLException {
        assertThat(ask("SELECT VERSION()")).startsWith("8.0.");
    }

    @Test
    void aFlagIsPassedOn() throws SQLException {
        assertThat(ask("SELECT @@max_connections")).isEqualTo("17");
    }

    @Test
    void theServersOwnZoneIsUtc() throws SQLException {
        assertThat(ask("SELECT @@time_zone")).isEqualTo("+00:00");
    }

    @Test
    void dataSurvivesARestart() throws Exception {
        server.stop();
        server.restart();

        assertThat(ask("SELECT text FROM note")).isEqualTo("kept");
    }

    @Test
    void committedDataSurvivesAKill() throws Exception {
        server.kill();
        server.restart();

        assertThat(ask("SELECT text FROM note")).isEqualTo("kept");
    }

    @Test
    void aFrozenServerKeepsItsClientsWaiting() throws SQLException {
        try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, 300);
            server.freeze();

            assertThatThrownBy(() -> statement.executeQuery("SELECT 1")).hasRootCauseInstanceOf(
                    SocketTimeoutException.class);
        } finally {
            server.thaw();
        }
    }

    @Test
    void aServerLeftOverFromAKilledStarterGivesWay() throws Exception {
        try (EmbeddedMySql second = EmbeddedMySql.start(folder.resolve("mysql"), 0, false, List.of())) {
            assertThat(second.port()).isNotEqualTo(server.port());
        } finally {
            server.restart();
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
