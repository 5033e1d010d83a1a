package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** While a month is running; that a settled one is exact and tight says {@link AttackerTest}. */
class DisclosureTest {

    private static final Disclosure RUNNING = new Disclosure(5, false);

    /**
     * There was a value of 40 answers and one of 3, so both were suppressed and the whole was 43. Two more answers to a
     * third value make the first one showable, but the whole stays at 43: less 40 it would be the second value.
     */
    @Test
    void aSmallValueIsNotLeftAloneByAWholeThatHasNotMoved() {
        Map<String, Statistics> shown = shown(value(45, 43),
                Map.of("large", value(40, 0), "small", value(3, 0), "new", value(2, 0)));

        assertThat(shown).isEmpty();
    }

    @Test
    void theSameValuesAreShownOnceTheWholeHasMoved() {
        Map<String, Statistics> shown = shown(value(48, 43),
                Map.of("large", value(40, 0), "small", value(4, 0), "new", value(4, 0)));

        assertThat(shown).containsOnlyKeys("large");
    }

    /** The two newest answers to "d" would be what is left of the whole. */
    @Test
    void theSmallestStepWaitsWhereTooFewAnswersWouldBeLeft() {
        Map<String, Statistics> shown = shown(value(120, 70),
                Map.of("a", value(32, 10), "b", value(26, 20), "c", value(50, 30), "d", value(12, 10)));

        assertThat(shown).containsEntry("a", statistics(32)).containsEntry("b", statistics(20))
                .containsEntry("c", statistics(50)).containsEntry("d", statistics(10));
    }

    /** The newest answer to "a" would be left; the others are shown for the first time and have nothing to wait with. */
    @Test
    void theWholeWaitsWhereNoValueCan() {
        Map<String, Map<String, Statistics>> shown = RUNNING.of(value(17, 12),
                Map.of("desk", Map.of("a", value(7, 6), "b", value(5, 0), "c", value(5, 0))));

        assertThat(shown.get("all")).containsEntry("*", statistics(12));
        assertThat(shown.get("desk")).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void valuesWaitForTheWhole() {
        Map<String, Statistics> shown = shown(value(33, 30), Map.of("a", value(15, 10), "b", value(18, 20)));

        assertThat(shown).containsEntry("a", statistics(10));
    }

    @Test
    void valuesMoveWithTheWhole() {
        Map<String, Statistics> shown = shown(value(35, 30), Map.of("a", value(15, 10), "b", value(20, 20)));

        assertThat(shown).containsEntry("a", statistics(15)).containsEntry("b", statistics(20));
    }

    @Test
    void whatWasNeverShownIsShownExactly() {
        Map<String, Statistics> shown = shown(value(20, 15), Map.of("a", value(15, 15), "b", value(5, 0)));

        assertThat(shown).containsEntry("b", statistics(5));
    }

    private static Map<String, Statistics> shown(Disclosure.Value whole, Map<String, Disclosure.Value> values) {
        return RUNNING.of(whole, Map.of("desk", values)).get("desk");
    }

    /** @param released 0 for never */
    private static Disclosure.Value value(int responded, int released) {
        return new Disclosure.Value(statistics(responded), released == 0 ? null : statistics(released));
    }

    private static Statistics statistics(int responded) {
        return new Statistics(null, null, Statistics.Csat.of(responded / 2, responded), null, null, null, null, null);
    }
}
