package io.ticketpulse.satisfaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;

/**
 * The rules by which the cells of one survey and month become the next revisions of its figures.
 *
 * @param settled       whether the figures are {@link MonthStatus#FINAL} or {@link MonthStatus#CORRECTED} from now on
 * @param settledBefore whether they were at the last publication already
 * @param minimum       the fewest responses that may be shown, and the smallest step in which statistics move while the
 *                      month is running
 */
record Revisions(SurveyMonth month, ReportingZone zone, boolean settled, boolean settledBefore, int minimum,
        Instant now) {

    /**
     * The figures that differ from what is stored.
     *
     * @param stored the newest revisions of this month, of the month before and of the same month a year ago
     * @return with their new revision; empty if nothing has changed
     */
    List<StoredFigure> next(MonthCells cells, Map<FigureKey, StoredFigure> stored) {
        Map<FigureKey, Cell> wanted = withEmptied(cells, stored);
        Map<FigureKey, Statistics> released = released(wanted, cells, stored);
        Map<FigureKey, Statistics> shown = shown(wanted, cells, released);
        List<StoredFigure> revised = new ArrayList<>();
        wanted.forEach((key, cell) -> {
            Statistics statistics = shown.getOrDefault(key, Statistics.SUPPRESSED);
            boolean suppressed = !shown.containsKey(key);
            boolean whole = key.dimension().equals(FigureKey.ALL);
            Scale.Range scale = cells.scale().range();
            MonthlyFigure figure = new MonthlyFigure(key.survey(), key.month(), zone.id().getId(),
                    zone.startOf(key.month()), zone.endOf(key.month()), key.dimension(), key.value(), 1,
                    MonthStatus.RUNNING, now, MonthlyFigure.FORMULA, cell.counts(), cell.skipped(), cell.coverage(),
                    scale, cell.responseRate(), cell.sla(), statistics,
                    suppressed ? null : change(key, statistics, scale, stored),
                    whole ? NonResponse.of(cells) : null,
                    whole && !suppressed ? improvementPriorities(statistics, shown, wanted) : null, suppressed);
            revised(figure, suppressed ? released.get(key) : statistics, stored.get(key)).ifPresent(revised::add);
        });
        return revised;
    }

    /** The cells of this month by the keys of their figures, and an empty one for each value that had a figure. */
    private Map<FigureKey, Cell> withEmptied(MonthCells cells, Map<FigureKey, StoredFigure> stored) {
        Map<FigureKey, Cell> all = new LinkedHashMap<>();
        cells.byDimension().forEach((dimension, cellsByValue) -> {
            Map<String, Cell> values = new TreeMap<>(cellsByValue);
            stored.keySet().stream()
                    .filter(key -> key.month().equals(month.month()) && key.dimension().equals(dimension))
                    .forEach(key -> values.computeIfAbsent(key.value(), emptied -> new Cell(cells.scale())));
            values.forEach((value, cell) -> all.put(key(dimension, value), cell));
        });
        return all;
    }

    /** The statistics last shown on this scale. */
    private static Map<FigureKey, Statistics> released(Map<FigureKey, Cell> wanted, MonthCells cells,
            Map<FigureKey, StoredFigure> stored) {
        Map<FigureKey, Statistics> released = new LinkedHashMap<>();
        wanted.keySet().forEach(key -> {
            StoredFigure before = stored.get(key);
            if (before != null && before.released() != null
                    && before.figure().scale().equals(cells.scale().range())) {
                released.put(key, before.released());
            }
        });
        return released;
    }

    /** The statistics of everything that is not suppressed. */
    private Map<FigureKey, Statistics> shown(Map<FigureKey, Cell> wanted, MonthCells cells,
            Map<FigureKey, Statistics> released) {
        Map<String, Map<String, Disclosure.Value>> values = new LinkedHashMap<>();
        wanted.forEach((key, cell) -> values.computeIfAbsent(key.dimension(), dimension -> new TreeMap<>())
                .put(key.value(), new Disclosure.Value(cell.statistics(), released.get(key))));
        Map<FigureKey, Statistics> shown = new LinkedHashMap<>();
        if (!values.isEmpty()) {
            Disclosure.Value whole = values.remove(FigureKey.ALL).get(FigureKey.EVERYTHING);
            new Disclosure(minimum, settled).of(whole, values).forEach((dimension, ofDimension) -> ofDimension
                    .forEach((value, statistics) -> shown.put(key(dimension, value), statistics)));
        }
        if (cells.capped()) {
            shown.replaceAll((key, statistics) -> statistics.unweighted());
        }
        return shown;
    }

    private Change change(FigureKey key, Statistics shown, Scale.Range scale, Map<FigureKey, StoredFigure> stored) {
        return new Change(compared(shown, scale, stored.get(key.in(key.month().minusMonths(1)))),
                compared(shown, scale, stored.get(key.in(key.month().minusYears(1)))));
    }

    /** Shares on different scales are not alike enough to be subtracted. */
    private static Comparison compared(Statistics shown, Scale.Range scale, StoredFigure earlier) {
        return earlier == null || !earlier.figure().scale().equals(scale)
                ? Comparison.IMPOSSIBLE
                : Comparison.of(shown, earlier.figure().statistics());
    }

    private static List<ImprovementPriority> improvementPriorities(Statistics whole, Map<FigureKey, Statistics> shown,
            Map<FigureKey, Cell> cells) {
        Map<String, ImprovementPriority> byDimension = new TreeMap<>();
        shown.forEach((key, statistics) -> {
            if (!key.dimension().equals(FigureKey.ALL) && !key.value().equals(Dimension.NONE)) {
                ImprovementPriority.of(whole, key, statistics, cells.get(key).counts().eligible())
                        .ifPresent(one -> byDimension.merge(key.dimension(), one,
                                (first, second) -> ImprovementPriority.ORDER.compare(first, second) <= 0
                                        ? first
                                        : second));
            }
        });
        return byDimension.values().stream().sorted(ImprovementPriority.ORDER).toList();
    }

    private FigureKey key(String dimension, String value) {
        return new FigureKey(month.survey(), month.month(), dimension, value);
    }

    private Optional<StoredFigure> revised(MonthlyFigure figure, Statistics released, StoredFigure before) {
        if (before == null) {
            MonthStatus status = settledBefore ? MonthStatus.CORRECTED : finalOrRunning();
            return Optional.of(new StoredFigure(figure.as(1, status, now), released));
        }
        boolean same = figure.says(before.figure());
        MonthStatus status = status(before.figure().status(), same);
        return same && status == before.figure().status()
                ? Optional.empty()
                : Optional.of(new StoredFigure(figure.as(before.figure().revision() + 1, status, now), released));
    }

    private MonthStatus status(MonthStatus before, boolean same) {
        if (before == MonthStatus.RUNNING) {
            return finalOrRunning();
        }
        return same ? before : MonthStatus.CORRECTED;
    }

    private MonthStatus finalOrRunning() {
        return settled ? MonthStatus.FINAL : MonthStatus.RUNNING;
    }
}
