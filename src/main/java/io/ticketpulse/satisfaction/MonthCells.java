package io.ticketpulse.satisfaction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;

/**
 * All cells of one survey and month. Each closure is in one cell of every dimension, so one pass over the closures fills
 * them all.
 */
final class MonthCells {

    private final Scale scale;
    private final Cell all;
    private final Map<String, Map<String, Cell>> byDimension = new LinkedHashMap<>();
    private boolean capped;

    MonthCells(Scale scale) {
        this.scale = scale;
        this.all = new Cell(scale);
        byDimension.put(FigureKey.ALL, new TreeMap<>());
        for (Dimension dimension : Dimension.values()) {
            byDimension.put(dimension.wireName(), new TreeMap<>());
        }
    }

    void add(Fact fact) {
        capped |= fact.skipped() == SkipReason.MONTHLY_CAP;
        all.add(fact);
        byDimension.get(FigureKey.ALL).putIfAbsent(FigureKey.EVERYTHING, all);
        for (Dimension dimension : Dimension.values()) {
            byDimension.get(dimension.wireName())
                    .computeIfAbsent(fact.values().get(dimension), unseen -> new Cell(scale)).add(fact);
        }
    }

    /** The scale on which these closures are judged. */
    Scale scale() {
        return scale;
    }

    /** Whether the survey's monthly cap kept anybody from being asked. */
    boolean capped() {
        return capped;
    }

    /** How many cells there are. */
    int size() {
        return byDimension.values().stream().mapToInt(Map::size).sum();
    }

    /** The cells by dimension and value; a value without a closure has none. */
    Map<String, Map<String, Cell>> byDimension() {
        return byDimension;
    }
}
