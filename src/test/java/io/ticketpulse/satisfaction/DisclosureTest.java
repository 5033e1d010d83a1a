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
        Map<String, Disclosure.Value> values = Map.of("large", value(40, 0), "small", value(3, 0), "new", value(2, 0));

        Map<String, Statistics> shown = RUNNING.ofValues(values, statistics(43), false);

        assertThat(shown).isEmpty();
    }

    @Test
    void theSameValuesAreShownOnceTheWholeHasMoved() {
        Map<String, Disclosure.Value> values = Map.of("large", value(40, 0), "small", value(3, 0), "new", value(2, 0));

        Map<String, Statistics> shown = RUNNING.ofValues(values, statistics(45), true);

        assertThat(shown).containsOnlyKeys("large");
    }

    /** The two newest answers to the small value would be what is left of the whole. */
    @Test
    void theSmallestStepWaitsWhereTooFewAnswersWouldBeLeft() {
        Map<String, Disclosure.Value> values = Map.of("a", value(32, 10), "b", value(26, 20), "c", value(50, 30),
                "d", value(12, 10));

        Map<String, Statistics> shown = RUNNING.ofValues(values, statistics(32 + 26 + 50 + 12), true);

        assertThat(shown).containsEntry("a", statistics(32)).containsEntry("b", statistics(20))
                .containsEntry("c", statistics(50)).containsEntry("d", statistics(10));
    }

    @Test
    void valuesWaitForTheWhole() {
        Map<String, Disclosure.Value> values = Map.of("a", value(15, 10), "b", value(18, 20));

        Map<String, Statistics> shown = RUNNING.ofValues(values, statistics(30), false);

        assertThat(shown).containsEntry("a", statistics(10));
    }

    @Test
    void valuesMoveWithTheWhole() {
        Map<String, Disclosure.Value> values = Map.of("a", value(15, 10), "b", value(20, 20));

        Map<String, Statistics> shown = RUNNING.ofValues(values, statistics(35), true);

        assertThat(shown).containsEntry("a", statistics(15)).containsEntry("b", statistics(20));
    }

    @Test
    void whatWasNeverShownIsShownExactly() {
        Map<String, Disclosure.Value> values = Map.of("a", value(15, 15), "b", value(5, 0));

        Map<String, Statistics> shown = RUNNING.ofValues(values, statistics(20), true);

        assertThat(shown).containsEntry("b", statistics(5));
    }

    /** @param released 0 for never */
    private static Disclosure.Value value(int responded, int released) {
        return new Disclosure.Value(statistics(responded), released == 0 ? null : statistics(released));
    }

    private static Statistics statistics(int responded) {
        return new Statistics(null, null, Statistics.Csat.of(responded / 2, responded), null, null, null, null, null);
    }
}
