package io.ticketpulse.satisfaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code docs/figures.md} says that can be tried out. */
final class FiguresDocument {

    private static final Pattern SQL = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);
    private static final String LATE_TRUTH = "| what happens | counts | statistics |\n";

    private FiguresDocument() {
    }

    /** The statements, in their order. */
    static List<String> sql() {
        return SQL.matcher(text()).results().map(block -> block.group(1)).toList();
    }

    /** The rows of the table that says what late news changes, each with its three cells. */
    static Stream<List<String>> lateTruth() {
        return text().split(Pattern.quote(LATE_TRUTH), 2)[1].lines().skip(1).takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList());
    }

    private static String text() {
        try {
            return Files.readString(Path.of("docs", "figures.md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
