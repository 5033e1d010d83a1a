package io.ticketpulse.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Properties;

import io.ticketpulse.servers.EmbeddedMySql;

/** The closures of one month of one survey, long over, as the service keeps them. */
final class MonthOfFacts implements AutoCloseable {

    /** Some desks, services, teams and so on: 219 values in all. What is random is so in the same way every time. */
    private static final String FILL = """
            INSERT INTO satisfaction_fact (survey, month, closure_id, desk, ticket_type, service, category,
                assignment_group, priority, department, location, sla_met, time_to_resolve, skip_reason, probability,
                invitation_state)
            WITH RECURSIVE closure (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM closure WHERE n < ?)
            SELECT ?, ?, UNHEX(LPAD(HEX(n), 32, '0')), CONCAT('desk-', CRC32(CONCAT(n, 'a')) % 3),
                ELT(1 + n % 2, 'incident', 'request'), CONCAT('Service ', CRC32(CONCAT(n, 'b')) % 20),
                CONCAT('Category ', CRC32(CONCAT(n, 'c')) % 30), CONCAT('Team ', CRC32(CONCAT(n, 'd')) % 40),
                CONCAT('P', 1 + CRC32(CONCAT(n, 'e')) % 4), CONCAT('Department ', CRC32(CONCAT(n, 'f')) % 100),
                CONCAT('Place ', CRC32(CONCAT(n, 'g')) % 20), CRC32(CONCAT(n, 'h')) % 10 > 0,
                CRC32(CONCAT(n, 'i')) % 1000000, IF(n % 3 = 0, 'NOT_DRAWN', NULL),
                ELT(1 + CRC32(CONCAT(n, 'e')) % 4, 1.0, 0.5, 0.3, 0.1), IF(n % 3 = 0, NULL, 'SENT')
            FROM closure""";

    private static final String ANSWER = """
            UPDATE satisfaction_fact SET invitation_state = 'RESPONDED', scale = 'STARS',
                score = 1 + CRC32(CONCAT(HEX(closure_id), ?)) % 5, commented = CRC32(closure_id) % 3 = 0,
                drivers = IF(CRC32(closure_id) % 4 = 0, '["reliability","empathy"]', NULL)
            WHERE survey = ? AND month = ? AND skip_reason IS NULL AND CRC32(CONCAT(HEX(closure_id), ?)) % 200 < 3 * ?""";

    private static final String NOTE_ANSWERS = """
            INSERT INTO satisfaction_uncounted (survey, month, closure_id, changed_at)
            SELECT survey, month, closure_id, UTC_TIMESTAMP(6) FROM satisfaction_fact
            WHERE survey = ? AND month = ? AND skip_reason IS NULL AND CRC32(CONCAT(HEX(closure_id), ?)) % 200 < 3 * ?""";

    private static final String SCAN = """
            SELECT assignment_group, COUNT(*), SUM(skip_reason IS NULL), SUM(invitation_state = 'RESPONDED'), SUM(score)
            FROM satisfaction_fact WHERE survey = ? AND month = ? GROUP BY assignment_group""";

    private final Connection connection;
    private final YearMonth month = YearMonth.now(ZoneOffset.UTC).minusMonths(3);

    /** How many closures of the month there are, and how many of them were answered. */
    record Sums(long closed, long responded) {}

    MonthOfFacts(String jdbcUrl) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", EmbeddedMySql.USER);
        connection = DriverManager.getConnection(jdbcUrl, login);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    YearMonth month() {
        return month;
    }

    void fill(int closures) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION cte_max_recursion_depth = " + (closures + 1));
        }
        execute(FILL, closures, Workload.SURVEY, month.toString());
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE satisfaction_fact");
        }
    }

    /**
     * Customers answer, or correct their answers, anywhere in the month.
     *
     * @param percent of all closures, nearly
     * @return how many
     */
    int change(int percent, int round) throws SQLException {
        execute(ANSWER, round, Workload.SURVEY, month.toString(), round, percent);
        return execute(NOTE_ANSWERS, Workload.SURVEY, month.toString(), round, percent);
    }

    /** Adds up one dimension, as somebody would who computes from scratch. */
    Sums scan() throws SQLException {
        try (PreparedStatement statement = prepare(SCAN, Workload.SURVEY, month.toString());
                ResultSet rows = statement.executeQuery()) {
            long closed = 0;
            long responded = 0;
            while (rows.next()) {
                closed += rows.getLong(2);
                responded += rows.getLong(4);
            }
            return new Sums(closed, responded);
        }
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
