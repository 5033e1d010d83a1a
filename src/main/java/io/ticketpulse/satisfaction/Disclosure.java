package io.ticketpulse.satisfaction;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What may be shown of the values of one dimension, so that nobody who adds and subtracts learns more.
 * <p>
 * Once a month is settled all statistics are of the same answers, and {@link Suppression} is enough. While it is running
 * they are not: each moves in steps of its own. Whoever subtracts the values that are shown from the whole is then left
 * with answers that no figure shows, be it those of a suppressed value or the newest ones of a value that waits. There
 * must be none of them or at least the minimum. So values move only together with the whole, and if too few answers were
 * left, the value with the smallest step waits for another day. Where none can wait, the next smallest is suppressed.
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
    }

    /** The statistics of the whole, which stand alone; null where they are suppressed. */
    Statistics ofWhole(Value whole) {
        if (whole.responded() < minimum) {
            return null;
        }
        return settled || moves(whole) ? whole.exact() : whole.released();
    }

    /**
     * The statistics of the values of a dimension.
     *
     * @param whole what {@link #ofWhole} has shown of all closures; null if nothing
     * @param moves whether that is something else than before
     * @return only of those that are not suppressed
     */
    Map<String, Statistics> ofValues(Map<String, Value> values, Statistics whole, boolean moves) {
        Map<String, Integer> responded = values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue().responded()));
        Set<String> suppressed = Suppression.of(responded, minimum);
        Map<String, Statistics> shown = new TreeMap<>();
        values.forEach((name, value) -> {
            if (!suppressed.contains(name)) {
                boolean exact = settled || value.released() == null || moves && moves(value);
                shown.put(name, exact ? value.exact() : value.released());
            }
        });
        if (!settled && whole != null) {
            if (leavesTooFew(shown, whole)) {
                smallestStep(values, shown).ifPresent(name -> shown.put(name, values.get(name).released()));
            }
            if (!suppressed.isEmpty() && leavesTooFew(shown, whole)) {
                responded.keySet().retainAll(shown.keySet());
                Suppression.smallest(responded).ifPresent(shown::remove);
            }
        }
        return shown;
    }

    private boolean moves(Value value) {
        return value.released() == null || step(value) >= minimum;
    }

    private static int step(Value value) {
        return Math.abs(value.responded() - value.released().responded());
    }

    private boolean leavesTooFew(Map<String, Statistics> shown, Statistics whole) {
        int left = whole.responded() - shown.values().stream().mapToInt(Statistics::responded).sum();
        return 0 < left && left < minimum;
    }

    private static Optional<String> smallestStep(Map<String, Value> values, Map<String, Statistics> shown) {
        return shown.keySet().stream().filter(name -> values.get(name).released() != null)
                .filter(name -> !shown.get(name).equals(values.get(name).released()))
                .min(Comparator.comparingInt(name -> step(values.get(name))));
    }
}
