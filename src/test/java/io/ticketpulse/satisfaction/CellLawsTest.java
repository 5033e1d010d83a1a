package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the figures of any closures whatever. */
class CellLawsTest {

    @Property
    void countsAddUp(@ForAll("facts") List<Fact> facts) {
        Cell cell = cell(facts);

        Counts counts = cell.counts();

        assertThat(counts.closed()).isEqualTo(facts.size())
                .isEqualTo(counts.excluded() + counts.unavailable() + counts.eligible());
        assertThat(counts.eligible()).isEqualTo(counts.sampled()
                + cell.skipped().getOrDefault(SkipReason.NOT_DRAWN, 0)
                + cell.skipped().getOrDefault(SkipReason.MONTHLY_CAP, 0));
        assertThat(counts.sampled())
                .isEqualTo(counts.pending() + counts.cancelled() + counts.refused() + counts.sent());
        assertThat(counts.sent()).isEqualTo(counts.bounced() + counts.withdrawn() + counts.delivered());
        assertThat(counts.responded()).isBetween(counts.commented(), counts.delivered());
    }

    @Property
    void distributionHoldsEveryResponse(@ForAll("facts") List<Fact> facts) {
        Cell cell = cell(facts);

        Statistics statistics = cell.statistics();

        assertThat(statistics.distribution().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(cell.responded()).isEqualTo(statistics.responded());
    }

    @Property
    void equalWeightsChangeNothing(@ForAll("someStars") List<Integer> scores) {
        Cell cell = cell(scores.stream().map(score -> Facts.scored(score, 0.2)).toList());

        Statistics statistics = cell.statistics();

        assertThat(statistics.csatWeighted().value()).isCloseTo(statistics.csat().value(), within(1e-12));
        assertThat(statistics.csatWeighted().n()).isCloseTo(statistics.csat().n(), within(1e-9));
        assertThat(statistics.csatWeighted().low()).isCloseTo(statistics.csat().low(), within(1e-9));
    }

    @Property
    void effectiveSizeIsAtMostTheSizeAndTheWeightedShareIsWithinItsInterval(@ForAll("facts") List<Fact> facts) {
        Statistics statistics = cell(facts).statistics();

        if (statistics.csatWeighted() != null) {
            Statistics.WeightedCsat weighted = statistics.csatWeighted();
            assertThat(weighted.n()).isBetween(1 - 1e-9, statistics.responded() + 1e-9);
            assertThat(weighted.value()).isBetween(weighted.low(), weighted.high());
            assertThat(weighted.low()).isGreaterThanOrEqualTo(0);
            assertThat(weighted.high()).isLessThanOrEqualTo(1);
        }
    }

    @Property
    void swappingSatisfiedAndDissatisfiedMirrorsTheNetPromoterScore(
            @ForAll("someLikelihoods") List<Integer> scores) {
        Statistics statistics = npsOf(scores);

        Statistics mirrored = npsOf(scores.stream().map(CellLawsTest::mirrored).toList());

        assertThat(mirrored.nps().value()).isCloseTo(-statistics.nps().value(), within(1e-9));
        assertThat(mirrored.nps().low()).isCloseTo(-statistics.nps().high(), within(1e-9));
    }

    @Property
    void everyDimensionHoldsEveryClosureOnce(@ForAll("facts") List<Fact> facts) {
        MonthCells cells = new MonthCells(Scale.STARS);

        facts.forEach(cells::add);

        assertThat(cells.byDimension().values()).allSatisfy(
                values -> assertThat(values.values().stream().mapToInt(cell -> cell.counts().closed()).sum())
                        .isEqualTo(facts.size()));
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Fact> skipped = Combinators.combine(Arbitraries.of("acme", "globex"),
                Arbitraries.of(SkipReason.class).filter(reason -> reason != SkipReason.NO_SURVEY), flags())
                .as((desk, reason, reopened) -> new Fact(Facts.desk(desk), null, null, reason, null, null, reopened,
                        null,
                        null,
                        false, false, List.of()));
        Arbitrary<Fact> sampled = Combinators
                .combine(Arbitraries.of("acme", "globex", Dimension.NONE), flags().injectNull(0.3),
                        Arbitraries.doubles().between(0.01, 1), Arbitraries.of(InvitationState.class),
                        stars().injectNull(0.4), flags(), flags())
                .as((desk, slaMet, probability, state, score, commented, quarantined) -> new Fact(Facts.desk(desk),
                        slaMet, null, null, probability, state, false, score == null ? null : Scale.STARS, score,
                        commented,
                        quarantined, List.of()));
        return Arbitraries.oneOf(skipped, sampled).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Integer>> someStars() {
        return stars().list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Integer>> someLikelihoods() {
        return Arbitraries.integers().between(0, 10).list().ofMinSize(1).ofMaxSize(40);
    }

    private static Arbitrary<Integer> stars() {
        return Arbitraries.integers().between(1, 5);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private static int mirrored(int likelihood) {
        return switch (Scale.NPS.sentimentOf(likelihood)) {
            case SATISFIED -> 0;
            case DISSATISFIED -> 10;
            case NEUTRAL -> likelihood;
        };
    }

    private static Cell cell(List<Fact> facts) {
        Cell cell = new Cell(Scale.STARS);
        facts.forEach(cell::add);
        return cell;
    }

    private static Statistics npsOf(List<Integer> scores) {
        Cell cell = new Cell(Scale.NPS);
        scores.forEach(score -> cell.add(Facts.scored(Scale.NPS, score)));
        return cell.statistics();
    }
}
