package io.ticketpulse.satisfaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.platform.Csv;

/**
 * Figures as comma-separated values (RFC 4180): one row a figure, one column a field, named by its path. Lists are left
 * out; null is an empty cell.
 */
final class FigureCsv {

    private static final List<String> COLUMNS = columns();

    private FigureCsv() {
    }

    static String of(List<JsonNode> figures) {
        return Csv.write(COLUMNS, figures, figure -> COLUMNS.stream()
                .map(column -> cell(figure.at(JsonPointer.compile("/" + column.replace('.', '/'))))).toList());
    }

    private static Object cell(JsonNode value) {
        return value.isNumber() ? value.numberValue() : value.asText(null);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("survey", "month", "zone", "from", "to", "dimension", "value",
                "revision", "status", "computedAt", "formula"));
        add(columns, "counts", "closed", "excluded", "unavailable", "eligible", "sampled", "pending", "cancelled",
                "refused", "sent", "bounced", "withdrawn", "delivered", "responded", "commented", "quarantined",
                "reopened");
        add(columns, "skipped", Stream.of(SkipReason.values()).filter(r -> r.group() != SkipReason.Group.OUTSIDE)
                .map(Enum::name).toArray(String[]::new));
        columns.add("coverage");
        add(columns, "scale", "kind", "min", "max");
        int highest = Arrays.stream(Scale.values()).mapToInt(Scale::max).max().orElseThrow();
        add(columns, "distribution", IntStream.rangeClosed(0, highest).mapToObj(String::valueOf)
                .toArray(String[]::new));
        columns.addAll(List.of("mean", "responseRate"));
        add(columns, "csat", "value", "low", "high", "n");
        add(columns, "csatWeighted", "value", "low", "high", "n");
        add(columns, "nps", "value", "low", "high");
        columns.add("satisfiedToDissatisfied");
        add(columns, "sla", "known", "met", "share");
        add(columns, "watermelon", "slaMetAndResponded", "ofThemDissatisfied", "share", "low", "high");
        add(columns, "change.previousMonth", "csat", "significant");
        add(columns, "change.previousYear", "csat", "significant");
        for (String by : List.of("priority", "assignmentGroup", "timeToResolve")) {
            add(columns, "nonResponse." + by, "chiSquare", "degreesOfFreedom", "p", "adjustedP", "cramersV",
                    "lowest.value", "lowest.responseRate", "highest.value", "highest.responseRate", "lopsided");
        }
        columns.add("suppressed");
        return List.copyOf(columns);
    }

    private static void add(List<String> columns, String parent, String... children) {
        Stream.of(children).forEach(child -> columns.add(parent + "." + child));
    }
}
