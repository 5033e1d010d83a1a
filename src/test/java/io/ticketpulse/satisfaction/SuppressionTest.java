package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static final int MINIMUM = 5;

    @Test
    void showsValuesWithEnoughResponses() {
        Set<String> suppressed = Suppression.of(Map.of("a", 5, "b", 40), MINIMUM);

        assertThat(suppressed).isEmpty();
    }

    @Test
    void twoSmallValuesHideEachOther() {
        Set<String> suppressed = Suppression.of(Map.of("a", 4, "b", 1, "c", 40), MINIMUM);

        assertThat(suppressed).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aSingleSmallValueTakesTheNextSmallestWithIt() {
        Set<String> suppressed = Suppression.of(Map.of("a", 4, "b", 41, "c", 40, "d", 42), MINIMUM);

        assertThat(suppressed).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void smallValuesWithTooFewBetweenThemTakeTheNextSmallestWithThem() {
        Set<String> suppressed = Suppression.of(Map.of("a", 2, "b", 2, "c", 40, "d", 9), MINIMUM);

        assertThat(suppressed).containsExactlyInAnyOrder("a", "b", "d");
    }

    @Test
    void theOnlyValueHasNobodyToTakeWithIt() {
        Set<String> suppressed = Suppression.of(Map.of("*", 4), MINIMUM);

        assertThat(suppressed).containsExactly("*");
    }

    @Test
    void ofEquallySmallValuesTheFirstByNameGoes() {
        Set<String> suppressed = Suppression.of(Map.of("a", 4, "c", 8, "b", 8), MINIMUM);

        assertThat(suppressed).containsExactlyInAnyOrder("a", "b");
    }

    /** Whoever subtracts what is shown from the whole finds at least two values with at least the minimum together. */
    @Property
    void subtractionRecoversNothing(@ForAll("dimensions") Map<String, Integer> responded) {
        Set<String> suppressed = Suppression.of(responded, MINIMUM);

        if (!suppressed.isEmpty() && suppressed.size() < responded.size()) {
            assertThat(suppressed.size()).isGreaterThanOrEqualTo(2);
            assertThat(suppressed.stream().mapToInt(responded::get).sum()).isGreaterThanOrEqualTo(MINIMUM);
        }
    }

    @Property
    void atMostOneValueWithEnoughResponsesIsHiddenAndOnlyWhenNeeded(
            @ForAll("dimensions") Map<String, Integer> responded) {
        Set<String> suppressed = Suppression.of(responded, MINIMUM);

        long small = responded.values().stream().filter(n -> n < MINIMUM).count();
        int together = responded.values().stream().filter(n -> n < MINIMUM).mapToInt(Integer::intValue).sum();
        boolean needed = small == 1 || small > 1 && together < MINIMUM;
        boolean possible = small < responded.size();
        assertThat(suppressed).hasSize((int) small + (needed && possible ? 1 : 0));
    }

    @Provide
    Arbitrary<Map<String, Integer>> dimensions() {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3),
                Arbitraries.integers().between(0, 12)).ofMaxSize(8);
    }
}
