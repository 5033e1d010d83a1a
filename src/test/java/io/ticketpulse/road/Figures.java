package io.ticketpulse.road;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The monthly figures that follow from what became of the closings, as the contract says them: every cell by its record
 * key, every number of a cell by its path, such as {@code counts.closed}.
 */
final class Figures {

    private static final List<String> DIMENSIONS = List.of("desk", "ticketType", "service", "category",
            "assignmentGroup", "priority", "department", "location");
    private static final List<String> STATISTICS = List.of("distribution", "mean", "csat", "csatWeighted", "nps",
            "satisfiedToDissatisfied", "watermelon", "drivers", "change");
    private static final int MINIMUM = 5;

    private final Map<String, FlatJson> byKey = new TreeMap<>();
    private final Map<String, Shown> shown = new HashMap<>();

    /** A share that is not suppressed, and the size of the sample that a test of differences may reckon with. */
    private record Shown(double csat, double size) {}

    private Figures() {
    }

    static Map<String, FlatJson> of(Collection<Line> lines, List<YearMonth> months) {
        Figures figures = new Figures();
        for (Survey survey : Survey.values()) {
            for (YearMonth month : months) {
                List<Line> cell = lines.stream()
                        .filter(line -> line.survey == survey && line.closing.month().equals(month)).toList();
                if (!cell.isEmpty()) {
                    figures.addDimension(survey, month, "all", Map.of("*", cell));
                }
                for (String dimension : DIMENSIONS) {
                    figures.addDimension(survey, month, dimension, cell.stream()
                            .collect(Collectors.groupingBy(line -> line.closing.ticket().value(dimension))));
                }
            }
        }
        return figures.byKey;
    }

    private void addDimension(Survey survey, YearMonth month, String dimension, Map<String, List<Line>> lines) {
        Map<String, Cell> cells = new TreeMap<>();
        lines.forEach((value, ofValue) -> cells.put(value, new Cell(survey.scale(), ofValue)));
        Set<String> suppressed = suppressed(cells);
        boolean capped = lines.values().stream().flatMap(List::stream)
                .anyMatch(line -> "MONTHLY_CAP".equals(line.reason));
        cells.forEach((value, cell) -> {
            FlatJson figure = frame(survey, month).put("dimension", dimension).put("value", value)
                    .put("suppressed", suppressed.contains(value));
            cell.addCounts(figure);
            String key = key(survey, month, dimension, value);
            if (suppressed.contains(value)) {
                STATISTICS.forEach(name -> figure.put(name, null));
            } else {
                cell.addStatistics(figure, capped);
                shown.put(key, new Shown((double) cell.satisfied() / cell.responded(), cell.weighted().size()));
                addChange(figure, "previousMonth", shown.get(key),
                        shown.get(key(survey, month.minusMonths(1), dimension, value)));
                addChange(figure, "previousYear", shown.get(key), null);
            }
            byKey.put(key, figure);
        });
    }

    private static FlatJson frame(Survey survey, YearMonth month) {
        return new FlatJson().put("survey", survey.id()).put("month", month).put("zone", Closing.ZONE)
                .put("from", month.atDay(1).atStartOfDay(Closing.ZONE).toInstant())
                .put("to", month.plusMonths(1).atDay(1).atStartOfDay(Closing.ZONE).toInstant())
                .put("status", "final").put("formula", "satisfied-share/1")
                .put("scale.kind", survey.scale().kind()).put("scale.min", survey.scale().min())
                .put("scale.max", survey.scale().max());
    }

    private static String key(Survey survey, YearMonth month, String dimension, String value) {
        return survey.id() + "/" + month + "/" + dimension + "/" + value;
    }

    /** The difference, and a test of two proportions with pooled variance on the effective numbers. */
    private static void addChange(FlatJson figure, String name, Shown now, Shown before) {
        if (before == null) {
            figure.put("change." + name + ".csat", null).put("change." + name + ".significant", null);
            return;
        }
        double pooled = (now.csat * now.size + before.csat * before.size) / (now.size + before.size);
        double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / now.size + 1 / before.size));
        figure.put("change." + name + ".csat", now.csat - before.csat).put("change." + name + ".significant",
                Math.abs(now.csat - before.csat) > Cell.Z * deviation);
    }

    private static Set<String> suppressed(Map<String, Cell> cells) {
        Set<String> small = cells.keySet().stream().filter(value -> cells.get(value).responded() < MINIMUM)
                .collect(Collectors.toSet());
        int together = small.stream().mapToInt(value -> cells.get(value).responded()).sum();
        if (small.size() == 1 || !small.isEmpty() && together < MINIMUM) {
            cells.keySet().stream().filter(value -> !small.contains(value))
                    .min(Comparator.comparing(value -> cells.get(value).responded())).ifPresent(small::add);
        }
        return small;
    }
}
