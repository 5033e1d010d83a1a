package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.ReportingZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of revisions whatever happened before: the months grow, shrink and change from one to the next. */
class RevisionsLawsTest {

    private static final int MINIMUM = 5;

    @Property(tries = 300)
    void onceFinalTheFiguresAreThoseOfAComputationFromScratch(@ForAll("histories") List<List<Fact>> history) {
        Map<FigureKey, StoredFigure> stored = new HashMap<>();
        history.forEach(facts -> publish(facts, false, stored));
        List<Fact> last = history.get(history.size() - 1);

        publish(last, true, stored);

        // That a value once was there is part of the truth: empty, it counts as a suppressed one.
        Map<FigureKey, StoredFigure> fromScratch = new HashMap<>(stored);
        fromScratch.values().removeIf(figure -> figure.figure().counts().closed() > 0);
        publish(last, true, fromScratch);
        assertThat(fromScratch).allSatisfy(
                (key, expected) -> assertThat(stored.get(key).figure().says(expected.figure())).isTrue());
        stored.keySet().removeAll(fromScratch.keySet());
        assertThat(stored.values()).allMatch(emptied -> emptied.figure().counts().closed() == 0);
    }

    @Property(tries = 300)
    void whileRunningStatisticsMoveInStepsOfAtLeastTheMinimum(@ForAll("histories") List<List<Fact>> history) {
        Map<FigureKey, StoredFigure> stored = new HashMap<>();
        Map<FigureKey, Statistics> shown = new HashMap<>();

        for (List<Fact> facts : history) {
            publish(facts, false, stored);
            stored.forEach((key, figure) -> {
                Statistics now = figure.figure().statistics();
                if (now.csat() != null) {
                    Statistics before = shown.put(key, now);
                    assertThat(before == null || before.equals(now)
                            || Math.abs(now.responded() - before.responded()) >= MINIMUM).isTrue();
                }
            });
        }
    }

    @Property(tries = 300)
    void revisionsCountUpOneByOneAndOnlyForNews(@ForAll("histories") List<List<Fact>> history) {
        Map<FigureKey, StoredFigure> stored = new HashMap<>();

        for (List<Fact> facts : history) {
            Map<FigureKey, StoredFigure> before = Map.copyOf(stored);
            publish(facts, false, stored);
            stored.forEach((key, figure) -> {
                StoredFigure old = before.get(key);
                int expected = old == null ? 1 : old.figure().revision() + (figure.equals(old) ? 0 : 1);
                assertThat(figure.figure().revision()).isEqualTo(expected);
            });
        }
    }

    @Provide
    Arbitrary<List<List<Fact>>> histories() {
        Arbitrary<Fact> fact = Combinators
                .combine(Arbitraries.of("a", "b", "c"), Arbitraries.integers().between(1, 5),
                        Arbitraries.doubles().between(0.1, 1), Arbitraries.of(true, false).injectNull(0.3))
                .as((desk, score, probability, slaMet) -> Facts.scored(desk, score, probability, slaMet));
        return fact.list().ofMaxSize(30).list().ofMinSize(1).ofMaxSize(6);
    }

    private static void publish(List<Fact> facts, boolean settled, Map<FigureKey, StoredFigure> stored) {
        MonthCells cells = new MonthCells(Scale.STARS);
        facts.forEach(cells::add);
        new Revisions(new SurveyMonth("incident", YearMonth.of(2026, 10)), new ReportingZone(ZoneOffset.UTC), settled,
                false, MINIMUM, Instant.parse("2026-10-20T01:00:00Z")).next(cells, stored)
                .forEach(figure -> stored.put(figure.figure().key(), figure));
    }
}
