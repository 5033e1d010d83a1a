package io.ticketpulse.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Looks for a word in every column of every table of the service, also of those that were added since. */
public final class WholeDatabase {

    private WholeDatabase() {
    }

    private record Column(String table, String name) {}

    /** {@return the tables in which the word occurs, in letters of any size} */
    public static TreeSet<String> tablesWith(String word) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (Connection database = RealServers.database()) {
            for (Column column : columns(database)) {
                try (PreparedStatement query = database.prepareStatement("SELECT 1 FROM `" + column.table
                        + "` WHERE LOWER(CONVERT(`" + column.name + "` USING utf8mb4)) LIKE ? LIMIT 1")) {
                    query.setString(1, "%" + word.toLowerCase(Locale.ROOT) + "%");
                    if (query.executeQuery().next()) {
                        found.add(column.table);
                    }
                }
            }
        }
        return found;
    }

    private static List<Column> columns(Connection database) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement("""
                SELECT table_name AS t, column_name AS c FROM information_schema.columns
                WHERE table_schema = DATABASE() AND (data_type LIKE '%char' OR data_type LIKE '%text'
                    OR data_type LIKE '%blob' OR data_type LIKE '%binary' OR data_type = 'json')""");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                columns.add(new Column(rows.getString("t"), rows.getString("c")));
            }
        }
        return columns;
    }
}
