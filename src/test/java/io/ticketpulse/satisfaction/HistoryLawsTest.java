package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever happens, in whatever order, with publications in between by several replicas that may crash: in the end the
 * figures are what somebody finds who adds up all facts at once.
 */
class HistoryLawsTest {

    private static final List<UUID> CLOSURES = MonthsInMemory.closures(30);
    private static final List<SurveyMonth> MONTHS = List.of(month("2026-10"), month("2026-11"), month("2027-10"));

    @Property(tries = 2_000)
    void inTheEndTheFiguresAreThoseOfAComputationFromScratch(@ForAll("histories") List<Step> history,
            @ForAll("news") List<Step> lateNews) {
        MonthsInMemory months = new MonthsInMemory();
        history.forEach(step -> step.on(months));
        months.commitAll();
        MONTHS.forEach(months::crash);
        months.timePasses();
        months.publishDue();
        lateNews.forEach(step -> step.on(months));
        months.commitAll();

        months.publishDue();

        Map<FigureKey, MonthlyFigure> expected = months.fromScratch();
        assertThat(months.figures()).containsOnlyKeys(expected.keySet());
        assertThat(months.figures()).allSatisfy((key, figure) -> assertThat(figure.says(expected.get(key)))
                .as("%s%n%s", figure, expected.get(key)).isTrue());
    }

    @Property(tries = 500)
    void revisionsOfAKeyCountUpOnTheTopicAndTheLastIsTheNewest(@ForAll("histories") List<Step> history) {
        MonthsInMemory months = new MonthsInMemory();
        history.forEach(step -> step.on(months));

        months.publishDue();

        Map<FigureKey, MonthlyFigure> last = new HashMap<>();
        months.topic().forEach(figure -> {
            MonthlyFigure before = last.put(figure.key(), figure);
            assertThat(figure.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
        });
        assertThat(months.figures()).isEqualTo(last);
    }

    /** Something that happens: to a closure, or to a month. */
    private interface Step {
        void on(MonthsInMemory months);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Arbitraries.frequencyOf(Tuple.of(33, changes()), Tuple.of(3, commits()), Tuple.of(6, publications()),
                Tuple.of(1, Arbitraries.just(MonthsInMemory::timePasses)), Tuple.of(1, scales()))
                .list().ofMinSize(20).ofMaxSize(140);
    }

    @Provide
    Arbitrary<List<Step>> news() {
        return changes().list().ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<Step> changes() {
        return Arbitraries.frequencyOf(Tuple.of(20, decisions()), Tuple.of(2, invitations()), Tuple.of(8, answers()),
                Tuple.of(1, reopenings()), Tuple.of(2, quarantines()));
    }

    private static Arbitrary<Step> decisions() {
        Arbitrary<Fact> skipped = Arbitraries.of(SkipReason.TOO_OLD, SkipReason.COOL_DOWN, SkipReason.NOT_DRAWN)
                .map(Facts::skipped);
        // Rare, because it hides all weights of its month.
        Arbitrary<Fact> capped = Arbitraries.just(Facts.skipped(SkipReason.MONTHLY_CAP));
        Arbitrary<Fact> sampled = Combinators
                .combine(Arbitraries.of("a", "b"), Arbitraries.of(1.0, 0.1, 0.3), Arbitraries.of(true, false, null))
                .as((desk, probability, slaMet) -> Facts.pending(desk, probability, slaMet));
        // Most of them answered at once, or the months would be too small to show anything.
        Arbitrary<Fact> answered = Combinators.combine(sampled, Arbitraries.integers().between(1, 5))
                .as((fact, score) -> Facts.answered(fact, Scale.STARS, score));
        return Combinators.combine(closures(), Arbitraries.of(MONTHS), Arbitraries.frequencyOf(
                Tuple.of(10, sampled), Tuple.of(30, answered), Tuple.of(5, skipped), Tuple.of(1, capped)),
                commitsAtOnce())
                .as((closure, month, fact, atOnce) -> months -> {
                    if (months.fact(closure) == null) {
                        write(months, closure, month, fact, atOnce);
                    }
                });
    }

    private static Arbitrary<Step> invitations() {
        return changes(Arbitraries.of(InvitationState.class), Facts::moved);
    }

    /** A first answer or a correction, now and then from a time when the survey had another scale. */
    private static Arbitrary<Step> answers() {
        Arbitrary<Integer> stars = Arbitraries.integers().between(1, 5);
        return Arbitraries.frequencyOf(
                Tuple.of(9, changes(stars, (fact, score) -> Facts.answered(fact, Scale.STARS, score))),
                Tuple.of(1, changes(stars, (fact, score) -> Facts.answered(fact, Scale.NPS, score))));
    }

    private static Arbitrary<Step> reopenings() {
        return changes(Arbitraries.just(true), (fact, reopened) -> Facts.reopened(fact));
    }

    /** A response is set aside, or released. */
    private static Arbitrary<Step> quarantines() {
        return changes(Arbitraries.integers().between(1, 5).injectNull(0.6),
                (fact, score) -> score == null ? Facts.setAside(fact) : Facts.answered(fact, Scale.STARS, score));
    }

    private static Arbitrary<Step> commits() {
        return closures().map(closure -> months -> months.commit(closure));
    }

    private static Arbitrary<Step> publications() {
        Arbitrary<Step> begin = Arbitraries.of(MONTHS).map(month -> months -> months.beginPublication(month));
        Arbitrary<Step> end = Arbitraries.of(MONTHS).map(month -> months -> months.endPublication(month));
        Arbitrary<Step> crash = Arbitraries.of(MONTHS).map(month -> months -> months.crash(month));
        return Arbitraries.frequencyOf(Tuple.of(4, begin), Tuple.of(4, end), Tuple.of(1, crash));
    }

    private static Arbitrary<Step> scales() {
        return Arbitraries.of(Scale.STARS, Scale.STARS, Scale.NPS).map(scale -> months -> months.changeScale(scale));
    }

    private static <T> Arbitrary<Step> changes(Arbitrary<T> news, Change<T> change) {
        return Combinators.combine(closures(), news, commitsAtOnce()).as((closure, what, atOnce) -> months -> {
            Fact fact = months.fact(closure);
            if (fact != null && fact.skipped() == null) {
                write(months, closure, null, change.to(fact, what), atOnce);
            }
        });
    }

    private interface Change<T> {
        Fact to(Fact fact, T news);
    }

    private static void write(MonthsInMemory months, UUID closure, SurveyMonth month, Fact fact, boolean atOnce) {
        months.write(closure, month, fact);
        if (atOnce) {
            months.commit(closure);
        }
    }

    private static Arbitrary<UUID> closures() {
        return Arbitraries.of(CLOSURES);
    }

    private static Arbitrary<Boolean> commitsAtOnce() {
        return Arbitraries.of(true, true, false);
    }

    private static SurveyMonth month(String month) {
        return new SurveyMonth("incident", YearMonth.parse(month));
    }
}
