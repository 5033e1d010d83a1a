package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.platform.ReportingZone;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    private static final FigureKey ALL = new FigureKey("incident", MONTH, FigureKey.ALL, FigureKey.EVERYTHING);
    private static final FigureKey ACME = new FigureKey("incident", MONTH, "desk", "acme");
    private static final Revisions RUNNING = revisions(MONTH, false, false);
    private static final Revisions SETTLING = revisions(MONTH, true, false);
    private static final Revisions SETTLED = revisions(MONTH, true, true);

    @Test
    void publishesEveryDimensionValueOnce() {
        List<StoredFigure> next = RUNNING.next(cells(facts(6, 5)), Map.of());

        assertThat(next).hasSize(9).allSatisfy(stored -> {
            assertThat(stored.figure().revision()).isEqualTo(1);
            assertThat(stored.figure().status()).isEqualTo(MonthStatus.RUNNING);
            assertThat(stored.figure().suppressed()).isFalse();
        });
    }

    @Test
    void knowsTheMonthInItsZone() {
        MonthlyFigure figure = byKey(RUNNING.next(cells(facts(6, 5)), Map.of())).get(ALL).figure();

        assertThat(figure.zone()).isEqualTo("Europe/Berlin");
        assertThat(figure.from()).isEqualTo("2026-09-30T22:00:00Z");
        assertThat(figure.to()).isEqualTo("2026-10-31T23:00:00Z");
    }

    @Test
    void saysNothingNewWhereNothingHasChanged() {
        Map<FigureKey, StoredFigure> stored = byKey(RUNNING.next(cells(facts(6, 5)), Map.of()));

        List<StoredFigure> next = RUNNING.next(cells(facts(6, 5)), stored);

        assertThat(next).isEmpty();
    }

    @Test
    void hidesWhatTooFewPeopleSaid() {
        MonthlyFigure figure = byKey(RUNNING.next(cells(facts(4, 5)), Map.of())).get(ALL).figure();

        assertThat(figure.suppressed()).isTrue();
        assertThat(figure.statistics()).isEqualTo(Statistics.SUPPRESSED);
        assertThat(figure.change()).isNull();
        assertThat(figure.counts().responded()).isEqualTo(4);
    }

    @Test
    void whileRunningCountsMoveAndStatisticsWait() {
        Map<FigureKey, StoredFigure> stored = byKey(RUNNING.next(cells(facts(6, 5)), Map.of()));

        MonthlyFigure figure = byKey(RUNNING.next(cells(facts(6, 5), facts(4, 1)), stored)).get(ALL).figure();

        assertThat(figure.revision()).isEqualTo(2);
        assertThat(figure.counts().responded()).isEqualTo(10);
        assertThat(figure.statistics()).isEqualTo(stored.get(ALL).figure().statistics());
    }

    @Test
    void whileRunningStatisticsMoveWithEnoughNewResponses() {
        Map<FigureKey, StoredFigure> stored = byKey(RUNNING.next(cells(facts(6, 5)), Map.of()));

        MonthlyFigure figure = byKey(RUNNING.next(cells(facts(6, 5), facts(5, 1)), stored)).get(ALL).figure();

        assertThat(figure.statistics().csat().n()).isEqualTo(11);
    }

    @Test
    void whileRunningACorrectedScoreWaits() {
        Map<FigureKey, StoredFigure> stored = byKey(RUNNING.next(cells(facts(6, 5)), Map.of()));

        List<StoredFigure> next = RUNNING.next(cells(facts(5, 5), facts(1, 1)), stored);

        assertThat(next).isEmpty();
    }

    @Test
    void hidingAndShowingAgainDoesNotShortenTheStep() {
        Map<FigureKey, StoredFigure> stored = byKey(RUNNING.next(cells(facts(5, 5)), Map.of()));
        stored.putAll(byKey(RUNNING.next(cells(facts(4, 5)), stored)));

        MonthlyFigure figure = byKey(RUNNING.next(cells(facts(4, 5), facts(1, 1)), stored)).get(ALL).figure();

        assertThat(figure.suppressed()).isFalse();
        assertThat(figure.statistics().csat().value()).isEqualTo(1);
    }

    @Test
    void onANewScaleStatisticsBeginAnew() {
        Map<FigureKey, StoredFigure> stored = byKey(RUNNING.next(cells(facts(6, 5)), Map.of()));

        MonthlyFigure figure = byKey(RUNNING.next(likelihoods(6, 5), stored)).get(ALL).figure();

        assertThat(figure.statistics().csat().value()).isZero();
    }

    @Test
    void becomesFinalAndExact() {
        Map<FigureKey, StoredFigure> stored = byKey(RUNNING.next(cells(facts(6, 5)), Map.of()));

        MonthlyFigure figure = byKey(SETTLING.next(cells(facts(6, 5), facts(1, 1)), stored)).get(ALL).figure();

        assertThat(figure.status()).isEqualTo(MonthStatus.FINAL);
        assertThat(figure.statistics().csat().n()).isEqualTo(7);
    }

    @Test
    void becomesFinalEvenWithoutAnythingNew() {
        Map<FigureKey, StoredFigure> stored = byKey(RUNNING.next(cells(facts(6, 5)), Map.of()));

        List<StoredFigure> next = SETTLING.next(cells(facts(6, 5)), stored);

        assertThat(next).hasSize(9).allSatisfy(revised -> {
            assertThat(revised.figure().status()).isEqualTo(MonthStatus.FINAL);
            assertThat(revised.figure().revision()).isEqualTo(2);
        });
    }

    @Test
    void whatChangesLateIsCorrectedAndTheRestStaysFinal() {
        Map<FigureKey, StoredFigure> stored = byKey(
                SETTLING.next(cells(facts("acme", 6, 5), facts("globex", 6, 5)), Map.of()));

        Map<FigureKey, StoredFigure> next = byKey(
                SETTLED.next(cells(facts("acme", 5, 5), facts("acme", 1, 1), facts("globex", 6, 5)), stored));

        assertThat(next).containsKeys(ALL, ACME)
                .doesNotContainKey(new FigureKey("incident", MONTH, "desk", "globex"));
        assertThat(next.get(ACME).figure().status()).isEqualTo(MonthStatus.CORRECTED);
    }

    @Test
    void aCorrectedFigureStaysCorrected() {
        Map<FigureKey, StoredFigure> stored = byKey(SETTLING.next(cells(facts(6, 5)), Map.of()));
        stored.putAll(byKey(SETTLED.next(cells(facts(6, 4)), stored)));

        List<StoredFigure> next = SETTLED.next(cells(facts(6, 4)), stored);

        assertThat(next).isEmpty();
    }

    @Test
    void aValueFirstSeenAfterTheMonthWasFinalIsACorrection() {
        Map<FigureKey, StoredFigure> stored = byKey(SETTLING.next(cells(facts("acme", 6, 5)), Map.of()));

        StoredFigure late = byKey(SETTLED.next(cells(facts("acme", 6, 5), facts("late", 5, 5)), stored))
                .get(new FigureKey("incident", MONTH, "desk", "late"));

        assertThat(late.figure().status()).isEqualTo(MonthStatus.CORRECTED);
        assertThat(late.figure().revision()).isEqualTo(1);
    }

    @Test
    void anEmptiedValueGetsZeros() {
        Map<FigureKey, StoredFigure> stored = byKey(
                RUNNING.next(cells(facts("acme", 6, 5), facts("globex", 6, 5)), Map.of()));

        MonthlyFigure emptied = byKey(RUNNING.next(cells(facts("globex", 12, 5)), stored)).get(ACME).figure();

        assertThat(emptied.counts().closed()).isZero();
        assertThat(emptied.suppressed()).isTrue();
        assertThat(emptied.coverage()).isNull();
    }

    @Test
    void anEmptiedValueIsASmallOneAmongTheOthers() {
        Map<FigureKey, StoredFigure> stored = byKey(
                RUNNING.next(cells(facts("acme", 6, 5), facts("globex", 6, 5), facts("initech", 9, 5)), Map.of()));

        Map<FigureKey, StoredFigure> next = byKey(
                RUNNING.next(cells(facts("globex", 12, 5), facts("initech", 9, 5)), stored));

        assertThat(next.get(new FigureKey("incident", MONTH, "desk", "initech")).figure().suppressed()).isTrue();
        assertThat(next.get(new FigureKey("incident", MONTH, "desk", "globex")).figure().suppressed()).isFalse();
    }

    @Test
    void aMonthlyCapAnywhereInTheSurveyMakesWeightsUnknowable() {
        Fact[] capped = {Facts.skipped(SkipReason.MONTHLY_CAP)};

        List<StoredFigure> next = RUNNING.next(cells(facts("globex", 6, 5), capped), Map.of());

        assertThat(next).allSatisfy(stored -> assertThat(stored.figure().statistics().csatWeighted()).isNull());
    }

    @Test
    void comparesWithTheMonthBeforeAndTheYearBefore() {
        Map<FigureKey, StoredFigure> stored = new HashMap<>();
        stored.putAll(
                byKey(revisions(MONTH.minusMonths(1), true, true).next(cells(facts(5, 5), facts(5, 1)), Map.of())));
        stored.putAll(byKey(revisions(MONTH.minusYears(1), true, true).next(cells(facts(10, 1)), Map.of())));

        Change change = byKey(RUNNING.next(cells(facts(10, 5)), stored)).get(ALL).figure().change();

        assertThat(change).isEqualTo(new Change(new Comparison(0.5, true), new Comparison(1.0, true)));
    }

    @Test
    void withoutAnEarlierMonthThereIsNothingToCompareWith() {
        Change change = byKey(RUNNING.next(cells(facts(10, 5)), Map.of())).get(ALL).figure().change();

        assertThat(change).isEqualTo(new Change(Comparison.IMPOSSIBLE, Comparison.IMPOSSIBLE));
    }

    @Test
    void monthsOnDifferentScalesAreNotCompared() {
        Map<FigureKey, StoredFigure> stored = byKey(
                revisions(MONTH.minusMonths(1), true, true).next(likelihoods(6, 10), Map.of()));

        Change change = byKey(RUNNING.next(cells(facts(10, 5)), stored)).get(ALL).figure().change();

        assertThat(change.previousMonth()).isEqualTo(Comparison.IMPOSSIBLE);
    }

    private static MonthCells likelihoods(int number, int score) {
        MonthCells cells = new MonthCells(Scale.NPS);
        IntStream.range(0, number).forEach(i -> cells.add(Facts.scored(Scale.NPS, score)));
        return cells;
    }

    private static Revisions revisions(YearMonth month, boolean over, boolean overBefore) {
        return new Revisions(new SurveyMonth("incident", month), new ReportingZone(ZoneId.of("Europe/Berlin")), over,
                overBefore, 5,
                NOW);
    }

    private static Fact[] facts(int number, int score) {
        return facts("acme", number, score);
    }

    private static Fact[] facts(String desk, int number, int score) {
        return IntStream.range(0, number).mapToObj(i -> Facts.scored(desk, score)).toArray(Fact[]::new);
    }

    private static MonthCells cells(Fact[]... groups) {
        MonthCells cells = new MonthCells(Scale.STARS);
        Stream.of(groups).flatMap(Stream::of).forEach(cells::add);
        return cells;
    }

    private static Map<FigureKey, StoredFigure> byKey(Collection<StoredFigure> figures) {
        Map<FigureKey, StoredFigure> byKey = new HashMap<>();
        figures.forEach(stored -> byKey.put(stored.figure().key(), stored));
        return byKey;
    }
}
