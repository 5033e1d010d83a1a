package io.ticketpulse.satisfaction;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which values of one survey, month and dimension are too small to show. */
final class Suppression {

    private Suppression() {
    }

    /**
     * The values with fewer responses than the minimum. If that is one value alone, or if they have fewer than the
     * minimum between them, subtracting the rest from the whole would show them, so the next smallest goes with them:
     * it has at least the minimum itself, so that one more always is enough.
     *
     * @param responded counted responses of every value of the dimension
     */
    static Set<String> of(Map<String, Integer> responded, int minimum) {
        Set<String> suppressed = new HashSet<>();
        Map<String, Integer> large = new TreeMap<>();
        int together = 0;
        for (Map.Entry<String, Integer> value : responded.entrySet()) {
            if (value.getValue() < minimum) {
                suppressed.add(value.getKey());
                together += value.getValue();
            } else {
                large.put(value.getKey(), value.getValue());
            }
        }
        if (suppressed.size() == 1 || !suppressed.isEmpty() && together < minimum) {
            smallest(large).ifPresent(suppressed::add);
        }
        return suppressed;
    }

    /** The value with the fewest responses; of several the first by name. */
    static Optional<String> smallest(Map<String, Integer> responded) {
        return responded.entrySet().stream().min(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder()))).map(Map.Entry::getKey);
    }
}
