package io.ticketpulse.satisfaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What may be shown of a month, so that nobody who adds and subtracts learns more.
 * <p>
 * Once a month is settled all statistics are of the same answers, and {@link Suppression} is enough. While it is running
 * they are not: each moves in steps of its own. Whoever subtracts the values that are shown from the whole is then left
 * with answers that no figure shows, be it those of a suppressed value or the newest ones of a value that waits. There
 * must be none of them or at least the minimum. So values move only together with the whole, and if too few answers were
 * left, the value with the smallest step waits for another day, or else the whole does. Where that does not help, the
 * smallest value that would be shown is suppressed.
 *
 * @param minimum the fewest responses that may be shown, and the smallest step in which statistics move
 * @param settled whether statistics are exact
 */
record Disclosure(int minimum, boolean settled) {

    /**
     * One value.
     *
     * @param exact    the statistics of all its responses
     * @param released the statistics last shown; null if none ever were
     */
    record Value(Statistics exact, Statistics released) {

        int responded() {
            return exact.responded();
        }

        private int step() {
            return Math.abs(responded() - released.responded());
        }
    }

    /**
     * The statistics of the whole, and those of the values of each dimension.
     *
     * @param whole      statistics of all closures
     * @param dimensions the values of each dimension
     * @return by dimension, the whole as {@link FigureKey#ALL}; without those that are suppressed
     */
    Map<String, Map<String, Statistics>> of(Value whole, Map<String, Map<String, Value>> dimensions) {
        if (whole.responded() < minimum) {
            return Map.of();
        }
        List<Statistics> possible = new ArrayList<>();
        if (settled || moves(whole)) {
            possible.add(whole.exact());
        }
        if (!settled && whole.released() != null) {
            possible.add(whole.released());
        }
        for (Statistics ofWhole : possible) {
            Map<String, Map<String, Statistics>> shown = of(ofWhole, whole, dimensions);
            if (settled || shown.values().stream().noneMatch(values -> leavesTooFew(values, ofWhole))) {
                return shown;
            }
        }
        Map<String, Map<String, Statistics>> shown = of(possible.get(0), whole, dimensions);
        dimensions.forEach((dimension, values) -> suppressOneMore(shown.get(dimension), values, possible.get(0)));
        return shown;
    }

    private Map<String, Map<String, Statistics>> of(Statistics ofWhole, Value whole,
            Map<String, Map<String, Value>> dimensions) {
        Map<String, Map<String, Statistics>> shown = new TreeMap<>();
        dimensions.forEach((dimension, values) -> shown.put(dimension,
                values(values, ofWhole, !ofWhole.equals(whole.released()))));
        shown.put(FigureKey.ALL, new TreeMap<>(Map.of(FigureKey.EVERYTHING, ofWhole)));
        return shown;
    }

    private Map<String, Statistics> values(Map<String, Value> values, Statistics ofWhole, boolean wholeMoves) {
        Set<String> suppressed = Suppression.of(responded(values), minimum);
        Map<String, Statistics> shown = new TreeMap<>();
        values.forEach((name, value) -> {
            if (!suppressed.contains(name)) {
                boolean exact = settled || value.released() == null || wholeMoves && moves(value);
                shown.put(name, exact ? value.exact() : value.released());
            }
        });
        if (!settled && leavesTooFew(shown, ofWhole)) {
            smallestStep(values, shown).ifPresent(name -> shown.put(name, values.get(name).released()));
        }
        return shown;
    }

    private void suppressOneMore(Map<String, Statistics> shown, Map<String, Value> values, Statistics ofWhole) {
        if (leavesTooFew(shown, ofWhole)) {
            Map<String, Integer> responded = responded(values);
            responded.keySet().retainAll(shown.keySet());
            Suppression.smallest(responded).ifPresent(shown::remove);
        }
    }

    private static Map<String, Integer> responded(Map<String, Value> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue().responded()));
    }

    private boolean moves(Value value) {
        return value.released() == null || value.step() >= minimum;
    }

    private boolean leavesTooFew(Map<String, Statistics> shown, Statistics ofWhole) {
        int left = ofWhole.responded() - shown.values().stream().mapToInt(Statistics::responded).sum();
        return 0 < left && left < minimum;
    }

    private static Optional<String> smallestStep(Map<String, Value> values, Map<String, Statistics> shown) {
        return shown.keySet().stream().filter(name -> values.get(name).released() != null)
                .filter(name -> !shown.get(name).equals(values.get(name).released()))
                .min(Comparator.comparingInt(name -> values.get(name).step()));
    }
}
