package io.ticketpulse.satisfaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several tests at once: p values that may each be held against the same level, and the probability of even one false
 * alarm stays below it (S. Holm, Scandinavian Journal of Statistics 6, 1979, 65–70).
 */
final class Holm {

    private Holm() {
    }

    /** The adjusted p values in the order of the given ones. */
    static List<Double> adjust(List<Double> p) {
        List<Integer> ascending = IntStream.range(0, p.size()).boxed().sorted(Comparator.comparing(p::get)).toList();
        List<Double> adjusted = new ArrayList<>(p);
        double largest = 0;
        for (int i = 0; i < ascending.size(); i++) {
            largest = Math.max(largest, Math.min(1, (p.size() - i) * p.get(ascending.get(i))));
            adjusted.set(ascending.get(i), largest);
        }
        return adjusted;
    }
}
