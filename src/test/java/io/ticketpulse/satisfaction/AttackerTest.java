package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.satisfaction.PublishedYear.Event;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Whoever has the newest revisions of a year, adds, subtracts and walks from month to month by what has changed, finds no
 * figure of a value that is suppressed for its few answers; and nothing is suppressed that need not be.
 */
class AttackerTest {

    private static final int TRIES = 25;
    private static final int MINIMUM = PublishedYear.MINIMUM;
    private static final YearMonth FIRST = PublishedYear.FIRST;

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void nobodyFindsWhatFewPeopleSaid(@ForAll("years") PublishedYear year) {
        Map<FigureKey, Map<String, Double>> derived = Attacker.withEveryFigure(year).derived();

        assertThat(year.small()).allSatisfy(key -> assertThat(year.truths.get(key)).doesNotContain(
                derived.getOrDefault(key, Map.of())));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void nobodyFindsItByWalkingFromMonthToMonth(@ForAll("years") PublishedYear year) {
        Map<FigureKey, Map<String, Double>> derived = Attacker.withEveryShare(year).derived();

        assertThat(year.small()).noneMatch(key -> year.isSettled(key.month()) && derived.containsKey(key));
    }

    /** Neither a small value nor the newest few answers of a larger one that was shown before are what is left. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatTheValuesLeaveOfTheWholeIsNeverAFewAnswers(@ForAll("years") PublishedYear year) {
        for (YearMonth month : year.months()) {
            for (String dimension : PublishedYear.DIMENSIONS) {
                Map<String, Double> left = left(year, month, dimension);

                // A value that is shown for the first time is ahead of the whole by its newest answers, and shows them.
                boolean mixed = left.values().stream().anyMatch(times -> times < 0);
                assertThat(mixed || left.isEmpty() || left.size() >= MINIMUM).as("%s %s", month, left).isTrue();
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void nothingIsSuppressedBeyondTheRule(@ForAll("years") PublishedYear year) {
        for (YearMonth month : year.months()) {
            for (String dimension : PublishedYear.DIMENSIONS) {
                Set<String> suppressed = year.figures(month, dimension).stream().filter(MonthlyFigure::suppressed)
                        .map(MonthlyFigure::value).collect(Collectors.toSet());

                Set<String> expected = byTheRule(year.figures(month, dimension));

                Set<String> beyond = new HashSet<>(suppressed);
                beyond.removeAll(expected);
                assertThat(suppressed).containsAll(expected);
                assertThat(beyond).hasSizeLessThanOrEqualTo(year.isSettled(month) ? 0 : 1)
                        .allMatch(value -> wouldLeaveAFew(year, month, dimension, value));
            }
        }
    }

    @Test
    void withoutTheNextSmallestHeWouldFindIt() {
        PublishedYear year = yearOf(List.of(List.of(answers("a", 10), answers("b", 3))));
        Attacker attacker = Attacker.withEveryFigure(year);
        attacker.reads(desk("a"), year.exact(desk("a")));

        Map<FigureKey, Map<String, Double>> derived = attacker.derived();

        assertThat(year.truths.get(desk("b"))).containsExactly(derived.get(desk("b")));
    }

    @Test
    void withAChangeAgainstASuppressedMonthHeWouldFindIt() {
        PublishedYear year = yearOf(List.of(List.of(answers("a", 10), answers("b", 3)),
                List.of(answers("a", 10), answers("b", 8))));
        Attacker attacker = Attacker.withEveryShare(year);
        MonthlyFigure later = year.stored.get(desk("a").in(FIRST.plusMonths(1))).figure();
        attacker.learns(year, later, desk("a"), Comparison.of(later.statistics(), year.exact(desk("a"))));

        Map<FigureKey, Map<String, Double>> derived = attacker.derived();

        assertThat(derived).containsEntry(desk("b"), Map.of("satisfied", 3.0));
    }

    @Test
    void heFindsWhatIsNotSuppressed() {
        PublishedYear year = yearOf(List.of(List.of(answers("a", 10), answers("b", 5))));

        Map<FigureKey, Map<String, Double>> derived = Attacker.withEveryFigure(year).derived();

        assertThat(derived).containsEntry(desk("b"), Attacker.sums(year.exact(desk("b"))));
    }

    /** All closures are 43 answers from the first day on; without them "a" would be shown on the second day. */
    @Test
    void inARunningMonthAWholeThatHasNotMovedDoesNotGiveAwayASmallValue() {
        PublishedYear year = new PublishedYear(Scale.STARS, Collections.nCopies(13, List.of(
                List.of(answers("a", 40), answers("b", 3)).stream().flatMap(List::stream).toList(),
                answers("c", 2))), List.of());

        Map<String, Double> left = left(year, PublishedYear.LAST, "desk");

        assertThat(left).hasSize(43);
    }

    /** Whose answers are in the whole and in no value that is shown; negative for the other way round. */
    private static Map<String, Double> left(PublishedYear year, YearMonth month, String dimension) {
        Map<String, Double> left = new TreeMap<>();
        if (!year.all(month).suppressed()) {
            Attacker.sums(year.all(month).statistics()).forEach(left::put);
            year.figures(month, dimension).stream().filter(figure -> !figure.suppressed()).forEach(figure -> Attacker
                    .sums(figure.statistics()).forEach((name, times) -> left.merge(name, -times, Double::sum)));
        }
        left.entrySet().removeIf(sum -> !sum.getKey().contains(" answer ") || sum.getValue() == 0);
        return left;
    }

    /** The contract's sentence: those with fewer than the minimum, and perhaps the next smallest. */
    private static Set<String> byTheRule(List<MonthlyFigure> figures) {
        List<MonthlyFigure> small = figures.stream().filter(figure -> figure.counts().responded() < MINIMUM).toList();
        Set<String> values = small.stream().map(MonthlyFigure::value).collect(Collectors.toSet());
        int together = small.stream().mapToInt(figure -> figure.counts().responded()).sum();
        if (small.size() == 1 || !small.isEmpty() && together < MINIMUM) {
            figures.stream().filter(figure -> !values.contains(figure.value()))
                    .min((one, other) -> one.counts().responded() == other.counts().responded()
                            ? one.value().compareTo(other.value())
                            : one.counts().responded() - other.counts().responded())
                    .ifPresent(next -> values.add(next.value()));
        }
        return values;
    }

    private static boolean wouldLeaveAFew(PublishedYear year, YearMonth month, String dimension, String value) {
        StoredFigure hidden = year.stored.get(new FigureKey("incident", month, dimension, value));
        int shown = year.figures(month, dimension).stream().mapToInt(figure -> figure.statistics().responded()).sum();
        int left = year.all(month).statistics().responded() - shown - (hidden.released() == null
                ? hidden.figure().counts().responded()
                : hidden.released().responded());
        return 0 < left && left < MINIMUM;
    }

    private static PublishedYear yearOf(List<List<List<Event>>> months) {
        return new PublishedYear(Scale.STARS, months, List.of());
    }

    private static List<Event> answers(String desk, int number) {
        return Collections.nCopies(number, new Event(desk, "p", true, true, false));
    }

    private static FigureKey desk(String desk) {
        return new FigureKey("incident", FIRST, "desk", desk);
    }

    @Provide
    Arbitrary<PublishedYear> years() {
        Arbitrary<String> values = Arbitraries.frequency(Tuple.of(12, "a"), Tuple.of(8, "b"), Tuple.of(2, "c"),
                Tuple.of(1, "d"), Tuple.of(1, "e"));
        Arbitrary<Event> event = Combinators.combine(values, values, Arbitraries.of(true, false),
                Arbitraries.of(true, false).injectNull(0.2), Arbitraries.integers().between(0, 9))
                .as((desk, priority, satisfied, slaMet, luck) -> new Event(desk, priority, satisfied, slaMet,
                        luck == 0));
        return Combinators.combine(Arbitraries.of(Scale.STARS, Scale.NPS),
                event.list().ofMaxSize(14).list().ofMinSize(1).ofMaxSize(4).list().ofSize(13),
                event.list().ofMaxSize(2).list().ofSize(11)).as(PublishedYear::new);
    }
}
