package io.ticketpulse.satisfaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        List<StoredFigure> revised = new ArrayList<>();
        cells.byDimension().forEach((dimension, cellsByValue) -> {
            Map<String, Cell> values = withEmptied(dimension, cellsByValue, cells, stored);
            Set<String> suppressed = Suppression.of(responded(values), minimum);
            values.forEach((value, cell) -> {
                FigureKey key = new FigureKey(month.survey(), month.month(), dimension, value);
                StoredFigure next = next(key, cell, cells, suppressed.contains(value), stored);
                if (next != null) {
                    revised.add(next);
                }
            });
        });
        return revised;
    }

    private static Map<String, Integer> responded(Map<String, Cell> cellsByValue) {
        return cellsByValue.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, cell -> cell.getValue().responded()));
    }

    private Map<String, Cell> withEmptied(String dimension, Map<String, Cell> cellsByValue, MonthCells cells,
            Map<FigureKey, StoredFigure> stored) {
        Map<String, Cell> all = new TreeMap<>(cellsByValue);
        stored.keySet().stream().filter(key -> key.month().equals(month.month()) && key.dimension().equals(dimension))
                .forEach(key -> all.computeIfAbsent(key.value(), emptied -> new Cell(cells.scale())));
        return all;
    }

    private StoredFigure next(FigureKey key, Cell cell, MonthCells cells, boolean hidden,
            Map<FigureKey, StoredFigure> stored) {
        StoredFigure before = stored.get(key);
        Scale.Range scale = cells.scale().range();
        Statistics released = before == null || !before.figure().scale().equals(scale) ? null : before.released();
        Statistics shown = Statistics.SUPPRESSED;
        if (!hidden) {
            shown = mayMove(released, cell.responded()) ? cell.statistics() : released;
            shown = cells.capped() ? shown.unweighted() : shown;
            released = shown;
        }
        Change change = hidden
                ? null
                : new Change(compared(shown, scale, stored.get(key.in(key.month().minusMonths(1)))),
                        compared(shown, scale, stored.get(key.in(key.month().minusYears(1)))));
        MonthlyFigure figure = new MonthlyFigure(key.survey(), key.month(), zone.id().getId(),
                zone.startOf(key.month()), zone.endOf(key.month()), key.dimension(), key.value(), 1,
                MonthStatus.RUNNING, now, MonthlyFigure.FORMULA,
                cell.counts(), cell.skipped(), cell.coverage(), scale, cell.responseRate(), cell.sla(), shown, change,
                hidden);
        return revised(figure, released, before);
    }

    /** While answers come in, two revisions must not differ by the answer of one person. */
    private boolean mayMove(Statistics released, int responded) {
        return settled || released == null || Math.abs(responded - released.responded()) >= minimum;
    }

    /** Shares on different scales are not alike enough to be subtracted. */
    private static Comparison compared(Statistics shown, Scale.Range scale, StoredFigure earlier) {
        return earlier == null || !earlier.figure().scale().equals(scale)
                ? Comparison.IMPOSSIBLE
                : Comparison.of(shown, earlier.figure().statistics());
    }

    private StoredFigure revised(MonthlyFigure figure, Statistics released, StoredFigure before) {
        if (before == null) {
            MonthStatus status = settledBefore ? MonthStatus.CORRECTED : finalOrRunning();
            return new StoredFigure(figure.as(1, status, now), released);
        }
        boolean same = figure.says(before.figure());
        MonthStatus status = status(before.figure().status(), same);
        if (same && status == before.figure().status()) {
            return null;
        }
        return new StoredFigure(figure.as(before.figure().revision() + 1, status, now), released);
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
