package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void countsWhereEachClosureWent() {
        Cell cell = cell(Scale.STARS, Facts.skipped(SkipReason.TOO_OLD), Facts.skipped(SkipReason.SELF_RESOLVED),
                Facts.skipped(SkipReason.COOL_DOWN), Facts.skipped(SkipReason.NOT_DRAWN),
                Facts.invited(InvitationState.PENDING), Facts.invited(InvitationState.CANCELLED),
                Facts.invited(InvitationState.REFUSED), Facts.invited(InvitationState.SENT),
                Facts.invited(InvitationState.EXPIRED), Facts.invited(InvitationState.BOUNCED),
                Facts.invited(InvitationState.WITHDRAWN), Facts.scored(5));

        Counts counts = cell.counts();

        assertThat(counts).isEqualTo(new Counts(12, 2, 1, 9, 8, 1, 1, 1, 5, 1, 1, 3, 1, 0, 0, 0));
    }

    @Test
    void namesOnlyReasonsThatOccurred() {
        Cell cell = cell(Scale.STARS, Facts.skipped(SkipReason.NOT_DRAWN), Facts.skipped(SkipReason.NOT_DRAWN),
                Facts.skipped(SkipReason.NO_ADDRESS));

        Map<SkipReason, Integer> skipped = cell.skipped();

        assertThat(skipped).containsExactly(Map.entry(SkipReason.NO_ADDRESS, 1), Map.entry(SkipReason.NOT_DRAWN, 2));
    }

    @Test
    void coversTheEligibleOfThoseNotExcluded() {
        Cell cell = cell(Scale.STARS, Facts.skipped(SkipReason.NO_ADDRESS), Facts.skipped(SkipReason.OPTED_OUT),
                Facts.skipped(SkipReason.NOT_DRAWN), Facts.skipped(SkipReason.MONTHLY_CAP), Facts.scored(4));

        Double coverage = cell.coverage();

        assertThat(coverage).isEqualTo(0.75);
    }

    @Test
    void responseRateIsUnknownWhereNothingWasDelivered() {
        Cell cell = cell(Scale.STARS, Facts.invited(InvitationState.BOUNCED));

        Double responseRate = cell.responseRate();

        assertThat(responseRate).isNull();
    }

    @Test
    void whoeverAnsweredWasReached() {
        Fact answeredThenBounced = new Fact(Facts.desk("acme"), null, null, null, 1.0, InvitationState.BOUNCED, false,
                Scale.STARS, 4,
                false, false, List.of());

        Counts counts = cell(Scale.STARS, answeredThenBounced).counts();

        assertThat(counts.delivered()).isEqualTo(1);
        assertThat(counts.bounced()).isZero();
    }

    @Test
    void aResponseSetAsideIsCountedAsSuchAndNowhereElse() {
        Fact setAside = new Fact(Facts.desk("acme"), null, null, null, 1.0, InvitationState.SENT, false, null, null,
                false,
                true,
                List.of());

        Counts counts = cell(Scale.STARS, setAside).counts();

        assertThat(counts).isEqualTo(new Counts(1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0));
    }

    @Test
    void aScoreOfAnotherScaleDoesNotCount() {
        Cell likelihoods = cell(Scale.NPS, Facts.scored(Scale.STARS, 5), Facts.scored(Scale.NPS, 9));

        Statistics statistics = likelihoods.statistics();

        assertThat(statistics.csat().n()).isEqualTo(1);
        assertThat(statistics.mean()).isEqualTo(9);
    }

    @Test
    void describesTheScores() {
        Cell cell = cell(Scale.STARS, Facts.scored(5), Facts.scored(4), Facts.scored(3), Facts.scored(1));

        Statistics statistics = cell.statistics();

        assertThat(statistics.distribution()).isEqualTo(Map.of(1, 1, 2, 0, 3, 1, 4, 1, 5, 1));
        assertThat(statistics.mean()).isEqualTo(3.25);
        assertThat(statistics.csat().value()).isEqualTo(0.5);
        assertThat(statistics.csat().n()).isEqualTo(4);
        assertThat(statistics.nps()).isNull();
    }

    /**
     * Hájek: (3 · 1 + 1 · 4) / (4 · 1 + 2 · 4) = 7/12. Kish: 12² / (4 · 1² + 2 · 4²) = 144/36 = 4. The interval is
     * Wilson's formula of 7/12 and 4, computed with SciPy's normal quantile.
     */
    @Test
    void weighsEachResponseByHowRarelyPeopleLikeThatWereAsked() {
        Cell cell = cell(Scale.STARS, Facts.scored(5), Facts.scored(5), Facts.scored(4), Facts.scored(2),
                Facts.scored(5, 0.25), Facts.scored(1, 0.25));

        Statistics.WeightedCsat weighted = cell.statistics().csatWeighted();

        assertThat(weighted.value()).isCloseTo(7.0 / 12, within(1e-15));
        assertThat(weighted.n()).isCloseTo(4, within(1e-15));
        assertThat(weighted.low()).isCloseTo(0.1950363531514104, within(1e-12));
        assertThat(weighted.high()).isCloseTo(0.8899818407728235, within(1e-12));
    }

    /** The published example of {@link IntervalTest} in whole people: 3 promoters, 2 passives, 1 detractor. */
    @Test
    void scoresPromotersAgainstDetractors() {
        Cell cell = cell(Scale.NPS, Facts.scored(Scale.NPS, 10), Facts.scored(Scale.NPS, 9), Facts.scored(Scale.NPS, 9),
                Facts.scored(Scale.NPS, 8),
                Facts.scored(Scale.NPS, 7), Facts.scored(Scale.NPS, 6));

        Statistics.Nps nps = cell.statistics().nps();

        assertThat(nps.value()).isCloseTo(100.0 / 3, within(1e-12));
    }

    /** 1 of 3, with SciPy's Wilson interval. */
    @Test
    void findsTheDissatisfiedBehindGreenAgreements() {
        Cell cell = cell(Scale.STARS, Facts.scored("acme", 1, 1, true), Facts.scored("acme", 5, 1, true),
                Facts.scored("acme", 3, 1, true), Facts.scored("acme", 1, 1, false), Facts.scored("acme", 1, 1, null));

        Statistics.Watermelon watermelon = cell.statistics().watermelon();

        assertThat(watermelon.slaMetAndResponded()).isEqualTo(3);
        assertThat(watermelon.ofThemDissatisfied()).isEqualTo(1);
        assertThat(watermelon.share()).isEqualTo(1.0 / 3);
        assertThat(watermelon.low()).isCloseTo(0.06149194472039626, within(1e-12));
        assertThat(watermelon.high()).isCloseTo(0.7923403991979523, within(1e-12));
    }

    @Test
    void anUnknownAgreementIsNeitherMetNorMissed() {
        Cell cell = cell(Scale.STARS, Facts.scored("acme", 5, 1, true), Facts.scored("acme", 5, 1, false),
                Facts.scored("acme", 5, 1, null));

        Sla sla = cell.sla();

        assertThat(sla).isEqualTo(new Sla(2, 1, 0.5));
    }

    @Test
    void namesTheMostFrequentReasonFirst() {
        Cell cell = cell(Scale.STARS, Facts.scored("acme", 5, 1, null, "speed"),
                Facts.scored("acme", 1, 1, null, "speed", "quality"), Facts.scored("acme", 3, 1, null, "tone"));

        List<Statistics.Driver> drivers = cell.statistics().drivers();

        assertThat(drivers).containsExactly(new Statistics.Driver("speed", 1, 1),
                new Statistics.Driver("quality", 0, 1));
    }

    private static Cell cell(Scale scale, Fact... facts) {
        Cell cell = new Cell(scale);
        Stream.of(facts).forEach(cell::add);
        return cell;
    }
}
