package io.ticketpulse.road;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that the service issued, as the database logged them, with bytes written as hexadecimal digits. */
final class StatementLog {

    /** What mysqld needs to keep this log. */
    static final String[] FLAGS = {"--general-log=ON", "--log-output=TABLE"};

    private static final String TEXT = "'((?:[^'\\\\]++|\\\\.|'')*+)'";
    private static final Pattern TEXTS = Pattern.compile("(?:\\bx)?" + TEXT, Pattern.DOTALL);
    private static final Pattern BYTES = Pattern.compile("_binary" + TEXT, Pattern.DOTALL);
    private static final Pattern ESCAPES = Pattern.compile("\\\\(.)|''", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("\\b(?:0x\\p{XDigit}+|\\d+(?:\\.\\d+)?)");
    private static final Pattern LISTS = Pattern.compile("((?:ROW)?\\([?, ]*\\)|\\?)(?:\\s*,\\s*\\1)+");

    private final List<String> statements = new ArrayList<>();

    /** Reads the log so far. */
    StatementLog(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select
                        .executeQuery("SELECT argument FROM mysql.general_log WHERE command_type = 'Query'")) {
            while (rows.next()) {
                statements.add(readable(rows.getBytes(1)).strip());
                // What migrations do is done once.
                if (statements.get(statements.size() - 1).contains("flyway_schema_history")) {
                    statements.clear();
                }
            }
        }
    }

    /** Bytes are no text: they must not be decoded with the rest, and one way to write them is as good as another. */
    private static String readable(byte[] statement) {
        String latin = BYTES.matcher(new String(statement, ISO_8859_1))
                .replaceAll(
                        bytes -> "x'" + HexFormat.of().formatHex(unescaped(bytes.group(1)).getBytes(ISO_8859_1)) + "'");
        return new String(latin.getBytes(ISO_8859_1), UTF_8);
    }

    private static String unescaped(String text) {
        return ESCAPES.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(escape.group(1) == null
                ? "'"
                : switch (escape.group(1)) {
                    case "0" -> "\0";
                    case "n" -> "\n";
                    case "r" -> "\r";
                    case "Z" -> "\032";
                    default -> escape.group(1);
                }));
    }

    /**
     * Whatever reads or changes these tables by a condition: of each kind of statement the shortest and the longest.
     */
    Collection<String> conditional(Collection<String> tables) {
        Pattern ours = Pattern.compile("\\b(" + String.join("|", tables) + ")\\b");
        Map<String, List<String>> kinds = new TreeMap<>();
        for (String statement : statements) {
            String kind = kind(statement);
            if (kind.matches("(?is)(select|update|delete)\\b.*|(insert|replace)\\b.*\\bselect\\b.*")
                    && ours.matcher(kind).find()) {
                kinds.computeIfAbsent(kind, unseen -> new ArrayList<>()).add(statement);
            }
        }
        List<String> chosen = new ArrayList<>();
        kinds.values().forEach(same -> {
            same.sort(Comparator.comparingInt(String::length));
            chosen.add(same.get(0));
            if (same.get(same.size() - 1).length() > same.get(0).length()) {
                chosen.add(same.get(same.size() - 1));
            }
        });
        return chosen;
    }

    /** The last statement that added rows to a table; none if there was none. */
    Optional<String> insertInto(String table) {
        Pattern insert = Pattern.compile("(?is)(insert|replace)\\s+into\\s+" + table + "\\b.*");
        return statements.stream().filter(statement -> insert.matcher(statement).matches())
                .reduce((first, second) -> second);
    }

    /** The statement without its values: lists of them count as one. */
    static String kind(String statement) {
        String withoutTexts = TEXTS.matcher(statement).replaceAll("?");
        String withoutNumbers = NUMBERS.matcher(withoutTexts).replaceAll("?");
        return LISTS.matcher(withoutNumbers).replaceAll("$1").replaceAll("\\s+", " ");
    }
}
