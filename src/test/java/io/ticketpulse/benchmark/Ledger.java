package io.ticketpulse.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

import io.ticketpulse.servers.EmbeddedMySql;
import org.flywaydb.core.Flyway;

/** The database of one round, as seen from outside: what the programs have done to it. */
final class Ledger implements AutoCloseable {

    private final EmbeddedMySql server;
    private final String database;
    private final Connection connection;
    private final PreparedStatement inserted;

    private Ledger(EmbeddedMySql server, String database, Connection connection) throws SQLException {
        this.server = server;
        this.database = database;
        this.connection = connection;
        // The server counts anyway; counting the rows themselves fifty times a second would be the heaviest query of all.
        this.inserted = connection.prepareStatement("""
                SELECT COUNT_INSERT FROM performance_schema.table_io_waits_summary_by_table
                WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA = ? AND OBJECT_NAME = 'decision'""");
        inserted.setString(1, database);
    }

    /** Makes the database with its tables. */
    static Ledger create(EmbeddedMySql server, String database) throws SQLException {
        Flyway.configure().dataSource(url(server, database), EmbeddedMySql.USER, "").load().migrate();
        return new Ledger(server, database, server.connect());
    }

    private static String url(EmbeddedMySql server, String database) {
        return server.jdbcUrl().replace("/ticketpulse?", "/" + database + "?");
    }

    String jdbcUrl() {
        return url(server, database);
    }

    /** {@return how many decisions were inserted, committed or not} */
    long inserted() throws SQLException {
        try (ResultSet rows = inserted.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** {@return how many decisions are committed} */
    long stored() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + database + ".decision")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** {@return how often each decision was taken, and a sum that changes with the tickets it was taken on} */
    Map<String, String> decisions() throws SQLException {
        Map<String, String> decisions = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("""
                SELECT COALESCE(skip_reason, 'SAMPLED'), COUNT(*), SUM(CRC32(CONCAT(desk, '/', ticket_id)))
                FROM %1$s.decision JOIN %1$s.ticket_closure ON id = closure_id GROUP BY 1""".formatted(database))) {
            while (rows.next()) {
                decisions.put(rows.getString(1), rows.getString(2) + " (" + rows.getString(3) + ")");
            }
        }
        return decisions;
    }

    StatementDigests statements() throws SQLException {
        return StatementDigests.read(connection, database);
    }

    /** Drops the database. */
    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + database);
        }
        connection.close();
    }
}
