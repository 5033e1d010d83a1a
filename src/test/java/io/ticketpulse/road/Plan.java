package io.ticketpulse.road;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How the database would execute a statement. */
final class Plan {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a read in the order of an index may look at before LIMIT ends it. */
    private static final int BOUNDED = 1_000;

    private final String statement;
    private final JsonNode plan;

    private Plan(String statement, JsonNode plan) {
        this.statement = statement;
        this.plan = plan;
    }

    static Plan of(Connection connection, String statement) throws SQLException {
        try (Statement explain = connection.createStatement();
                ResultSet rows = explain.executeQuery("EXPLAIN FORMAT=JSON " + statement)) {
            rows.next();
            return new Plan(statement, JSON.readTree(rows.getString(1)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tables that are read from end to end, each with the statement; a read that LIMIT ends soon is none. */
    List<String> fullScans() {
        List<String> scans = new ArrayList<>();
        for (JsonNode table : plan.findParents("access_type")) {
            String access = table.path("access_type").asText();
            boolean bounded = access.equals("index") && statement.contains("LIMIT")
                    && table.path("rows_examined_per_scan").asInt() <= BOUNDED;
            // The first is what rows are added to, the second is made for this statement: of it, everything is wanted.
            boolean noTableToSearch = table.path("insert").asBoolean() || table.has("materialized_from_subquery");
            if ((access.equals("ALL") || access.equals("index")) && !bounded && !noTableToSearch) {
                scans.add(table.path("table_name").asText() + " (" + access + "): " + StatementLog.kind(statement));
            }
        }
        return scans;
    }
}
