package io.ticketpulse.road;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Grows tables to the size at which a full scan hurts, by copies of their rows that differ in what must be unique. */
final class Growth {

    /** Rows a table has at the least. */
    static final int ROWS = 100_000;

    private final Connection connection;

    Growth(Connection connection) {
        this.connection = connection;
    }

    /** The tables of the service. */
    List<String> tables() throws SQLException {
        return list("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_name <> 'flyway_schema_history' ORDER BY table_name");
    }

    /** @param seed adds a row, for a table that happens to be empty */
    void grow(String table, String seed) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (rows(table) == 0) {
                statement.execute(seed);
            }
            Map<String, String> columns = columns(table);
            long copies = (ROWS + 2_000) / rows(table) + 1;
            statement.execute("SET SESSION cte_max_recursion_depth = 1000000");
            statement.execute("INSERT IGNORE INTO " + table + " (" + String.join(", ", columns.keySet()) + ")"
                    + " WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < " + copies + ")"
                    + " SELECT " + String.join(", ", columns.values()) + " FROM " + table + " original JOIN copy"
                    + " LIMIT " + (ROWS + 1_000));
            statement.execute("ANALYZE TABLE " + table);
        }
    }

    long rows(String table) throws SQLException {
        return Long.parseLong(list("SELECT COUNT(*) FROM " + table).get(0));
    }

    /** Each column and what a copy has in it. Identifiers of copies fit together, as those of the originals do. */
    private Map<String, String> columns(String table) throws SQLException {
        List<String> names = namesThatMakeUnique(table);
        Map<String, String> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT column_name, data_type, extra, character_octet_length"
                        + " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '" + table
                        + "' ORDER BY ordinal_position")) {
            while (rows.next()) {
                String column = "original." + rows.getString(1);
                if (rows.getString(2).equals("binary")) {
                    columns.put(rows.getString(1), "UNHEX(LEFT(SHA2(CONCAT(HEX(" + column + "), copy.n), 256), "
                            + 2 * rows.getInt(4) + "))");
                } else if (names.contains(rows.getString(1))) {
                    columns.put(rows.getString(1), "CONCAT(LEFT(" + column + ", 40), '-', copy.n)");
                } else if (!rows.getString(3).contains("auto_increment") && !rows.getString(3).contains("GENERATED")) {
                    columns.put(rows.getString(1), column);
                }
            }
        }
        return columns;
    }

    /** Of each unique key without an identifier the last column that holds a name. */
    private List<String> namesThatMakeUnique(String table) throws SQLException {
        return list("SELECT SUBSTRING_INDEX(GROUP_CONCAT(IF(c.data_type = 'varchar', c.column_name, NULL)"
                + " ORDER BY s.seq_in_index), ',', -1)"
                + " FROM information_schema.statistics s JOIN information_schema.columns c USING (table_schema, table_name,"
                + " column_name) WHERE table_schema = DATABASE() AND table_name = '" + table + "' AND s.non_unique = 0"
                + " GROUP BY s.index_name HAVING SUM(c.data_type = 'binary' OR c.extra = 'auto_increment') = 0");
    }

    private List<String> list(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
