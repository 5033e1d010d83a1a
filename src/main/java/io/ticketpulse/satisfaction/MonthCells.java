package io.ticketpulse.satisfaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;

/** All cells of one survey and month. Each closure is in one cell of every dimension. */
final class MonthCells {

    /** A dimension of which no figures are published: the classes of {@link TimeToResolve}. */
    static final String TIME_TO_RESOLVE = "timeToResolve";

    private final Scale scale;
    private final Map<String, Map<String, Cell>> byDimension = new LinkedHashMap<>();
    private final Map<String, Cell> timeToResolve = new TreeMap<>();
    private final Set<Place> changed = new HashSet<>();

    /** Where a cell is. */
    record Place(String dimension, String value) {}

    MonthCells(Scale scale) {
        this.scale = scale;
        byDimension.put(FigureKey.ALL, new TreeMap<>());
        for (Dimension dimension : Dimension.values()) {
            byDimension.put(dimension.wireName(), new TreeMap<>());
        }
    }

    /** Puts back a cell as it was when it was last kept. */
    void restore(Place place, Tally tally) {
        of(place.dimension()).put(place.value(), new Cell(scale, tally));
    }

    void add(Fact fact) {
        places(fact).forEach(place -> {
            cell(place).add(fact);
            changed.add(place);
        });
    }

    /** Puts a fact into the place of what it was when it was added; its dimensions are for ever. */
    void replace(Fact before, Fact now) {
        places(now).forEach(place -> {
            Cell cell = cell(place);
            cell.subtract(before);
            cell.add(now);
            changed.add(place);
        });
    }

    /** The cells that something was added to or taken from. */
    Map<Place, Tally> changed() {
        Map<Place, Tally> tallies = new LinkedHashMap<>();
        changed.forEach(place -> tallies.put(place, cell(place).tally()));
        return tallies;
    }

    private static List<Place> places(Fact fact) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(FigureKey.ALL, FigureKey.EVERYTHING));
        fact.values().forEach((dimension, value) -> places.add(new Place(dimension.wireName(), value)));
        places.add(new Place(TIME_TO_RESOLVE, TimeToResolve.of(fact.timeToResolve()).value()));
        return places;
    }

    private Cell cell(Place place) {
        return of(place.dimension()).computeIfAbsent(place.value(), unseen -> new Cell(scale));
    }

    private Map<String, Cell> of(String dimension) {
        return dimension.equals(TIME_TO_RESOLVE) ? timeToResolve : byDimension.get(dimension);
    }

    /** The scale on which these closures are judged. */
    Scale scale() {
        return scale;
    }

    /** Whether the survey's monthly cap kept anybody from being asked. */
    boolean capped() {
        return byDimension.get(FigureKey.ALL).values().stream()
                .anyMatch(all -> all.tally().skippedFor(SkipReason.MONTHLY_CAP) > 0);
    }

    /** How many figures there are. */
    int size() {
        return byDimension.values().stream().mapToInt(Map::size).sum();
    }

    /** The cells of which figures are published, by dimension and value; a value without a closure has none. */
    Map<String, Map<String, Cell>> byDimension() {
        return Collections.unmodifiableMap(byDimension);
    }

    /** The cells by class of {@link TimeToResolve}; a class without a closure has none. */
    Map<String, Cell> timeToResolve() {
        return Collections.unmodifiableMap(timeToResolve);
    }
}
