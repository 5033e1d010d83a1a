package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.satisfaction.CountedTable.Uncounted;
import io.ticketpulse.satisfaction.Publications.PublishedMonth;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class PublicationsTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final Instant WHILE_RUNNING = Instant.parse("2026-03-20T12:00:00Z");
    private static final Instant NOT_YET_FINAL = Instant.parse("2026-04-17T23:59:59Z");
    private static final Instant FINAL = Instant.parse("2026-04-18T00:00:00Z");

    @Inject
    Story story;
    @Inject
    Publications publications;
    @Inject
    MonthPublisher publisher;
    @Inject
    Transactions transactions;
    @Inject
    FigureTable figures;
    @Inject
    ChangeLog changes;
    @Inject
    CountedTable counted;
    @Inject
    MeterRegistry meters;

    @BeforeEach
    void beginAnew() throws Exception {
        Story.beginAnew();
        at(WHILE_RUNNING);
    }

    @Test
    void computesEveryDimensionValue() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        story.answered(MONTH, "globex", 5, 5, 4, 4, 1);

        PublishedMonth published = publications.publish(MONTH);

        assertThat(published).isEqualTo(new PublishedMonth(MONTH, 10, 10));
    }

    @Test
    void countsWhatTheRoomsBeforeHaveSaid() {
        story.skipped(MONTH, "acme", 3, SkipReason.NO_ADDRESS);
        story.skipped(MONTH, "acme", 2, SkipReason.COOL_DOWN);
        story.reopen(story.answered(MONTH, "acme", 5, 5, 4, 3, 1, 1));
        story.move(InvitationState.CANCELLED, story.sampled(MONTH, "acme", 1));

        publications.publish(MONTH);

        assertThat(all(MONTH).counts()).isEqualTo(new Counts(12, 3, 2, 7, 7, 0, 1, 0, 6, 0, 0, 6, 6, 0, 0, 6));
        assertThat(all(MONTH).statistics().csat().value()).isEqualTo(0.5);
    }

    @Test
    void findsNothingNewTheSecondTime() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        publications.publish(MONTH);

        PublishedMonth again = publications.publish(MONTH);

        assertThat(again).isEqualTo(new PublishedMonth(MONTH, 9, 0));
    }

    @Test
    void aMonthWithoutClosuresHasNoFigures() {
        PublishedMonth published = publications.publish(MONTH);

        assertThat(published).isEqualTo(new PublishedMonth(MONTH, 0, 0));
    }

    @Test
    void twoAtOnceAgreeOnOneRevision() throws Exception {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        ExecutorService replicas = Executors.newFixedThreadPool(4);

        List<Future<PublishedMonth>> published = replicas.invokeAll(
                List.of(this::publish, this::publish, this::publish, this::publish));

        replicas.shutdown();
        int changed = 0;
        for (Future<PublishedMonth> one : published) {
            changed += one.get().changed();
        }
        assertThat(changed).isEqualTo(9);
        assertThat(all(MONTH).revision()).isEqualTo(1);
    }

    @Test
    void whatIsCommittedDuringAComputationIsLeftForTheNext() {
        SurveyMonth month = new SurveyMonth(Story.SURVEY, MONTH);
        story.sampled(MONTH, "acme", 1);

        transactions.inNew(connection -> {
            List<Uncounted> read = counted.oldest(connection, month, 10);
            story.sampled(MONTH, "acme", 1);
            changes.remove(connection, read.stream().map(Uncounted::entry).toList());
            return null;
        });

        assertThat(transactions.<List<Uncounted>>inNew(connection -> counted.oldest(connection, month, 10))).hasSize(1);
    }

    @Test
    void dailyPublishesWhatHasChanged() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);

        publications.publishDue();

        assertThat(all(MONTH).status()).isEqualTo(MonthStatus.RUNNING);
        assertThat(transactions.inNew(changes::months)).isEmpty();
    }

    @Test
    void dailyLeavesAMonthAloneUntilEverybodyHadTheTimeToAnswer() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        publications.publishDue();
        at(NOT_YET_FINAL);

        publications.publishDue();

        assertThat(all(MONTH).revision()).isEqualTo(1);
    }

    @Test
    void dailyMakesAMonthFinalThoughNothingHasChanged() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        publications.publishDue();
        at(FINAL);

        publications.publishDue();

        assertThat(all(MONTH).status()).isEqualTo(MonthStatus.FINAL);
        assertThat(all(MONTH).revision()).isEqualTo(2);
    }

    @Test
    void whatComesAfterThatIsACorrection() {
        List<UUID> closures = story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        at(FINAL);
        publications.publishDue();
        story.count(Story.score(closures.get(4), 5));

        publications.publishDue();

        assertThat(all(MONTH).status()).isEqualTo(MonthStatus.CORRECTED);
        assertThat(all(MONTH).statistics().csat().value()).isEqualTo(1);
    }

    @Test
    void laterMonthsCompareThemselvesAnew() {
        story.answered(MONTH.plusMonths(1), "acme", 5, 5, 5, 5, 5);
        story.answered(MONTH.plusMonths(12), "acme", 1, 1, 1, 1, 1);
        publications.publishDue();
        story.answered(MONTH, "acme", 5, 5, 1, 1, 1);

        publications.publish(MONTH);

        assertThat(all(MONTH.plusMonths(1)).change().previousMonth()).isEqualTo(new Comparison(0.6, true));
        assertThat(all(MONTH.plusMonths(12)).change().previousYear()).isEqualTo(new Comparison(-0.4, false));
        assertThat(transactions.<List<SurveyMonth>>inNew(changes::months)).isEmpty();
    }

    @Test
    void aLaterMonthComparesItselfThoughItWasNeverComputed() {
        story.answered(MONTH.plusMonths(1), "acme", 5, 5, 5, 5, 5);
        story.answered(MONTH, "acme", 5, 5, 1, 1, 1);

        publications.publish(MONTH);

        assertThat(all(MONTH.plusMonths(1)).change().previousMonth()).isEqualTo(new Comparison(0.6, true));
    }

    @Test
    void monthsThatRunAreFoundByAnIndex() throws Exception {
        try (Connection connection = RealServers.database();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery(
                        "EXPLAIN SELECT survey, month FROM satisfaction_month WHERE settled = FALSE")) {
            plan.next();

            assertThat(plan.getString("type")).isEqualTo("ref");
        }
    }

    @Test
    void whatWasMissedIsPublished() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);

        publications.publishMissed(WHILE_RUNNING.plusSeconds(1));

        assertThat(all(MONTH).revision()).isEqualTo(1);
        assertThat(transactions.inNew(changes::months)).isEmpty();
    }

    @Test
    void whatARevisionLeftToBeComparedWhenItsReplicaDiedIsMissed() {
        story.answered(MONTH.plusMonths(1), "acme", 5, 5, 5, 5, 5);
        publications.publishDue();
        story.answered(MONTH, "acme", 5, 5, 1, 1, 1);
        publisher.publish(new SurveyMonth(Story.SURVEY, MONTH), Scale.STARS);

        publications.publishMissed(WHILE_RUNNING);

        assertThat(all(MONTH.plusMonths(1)).change().previousMonth()).isEqualTo(new Comparison(0.6, true));
    }

    @Test
    void whatHasChangedSinceThenWaits() {
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);

        publications.publishMissed(WHILE_RUNNING);

        assertThat(transactions.inNew(changes::months)).containsExactly(new SurveyMonth(Story.SURVEY, MONTH));
    }

    @Test
    void aSurveyThatIsGoneKeepsItsChanges() {
        SurveyMonth gone = new SurveyMonth("gone", MONTH);
        transactions.inNew(connection -> {
            changes.append(connection, List.of(new ChangeLog.Entry(gone, null)));
            return null;
        });

        publications.publishDue();

        assertThat(transactions.<List<SurveyMonth>>inNew(changes::months)).containsExactly(gone);
    }

    @Test
    void aMonthThatFailsDoesNotKeepOthersBack() throws Exception {
        double failures = meters.counter(SatisfactionMetrics.FAILURES).count();
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        publications.publishDue();
        breakStoredFigures();
        story.answered(MONTH, "acme", 5);
        story.answered(MONTH.plusMonths(3), "acme", 5, 5, 4, 4, 1);

        publications.publishDue();

        assertThat(all(MONTH.plusMonths(3)).revision()).isEqualTo(1);
        assertThat(meters.counter(SatisfactionMetrics.FAILURES).count()).isEqualTo(failures + 1);
    }

    @Test
    void countsRevisionsAndTimesComputations() {
        double revisions = meters.counter(SatisfactionMetrics.REVISIONS, "status", "running").count();
        long computations = meters.timer(SatisfactionMetrics.COMPUTATION).count();
        story.answered(MONTH, "acme", 5);

        publications.publish(MONTH);

        assertThat(meters.counter(SatisfactionMetrics.REVISIONS, "status", "running").count())
                .isEqualTo(revisions + 9);
        assertThat(meters.timer(SatisfactionMetrics.COMPUTATION).count()).isEqualTo(computations + 1);
    }

    private PublishedMonth publish() {
        return publications.publish(MONTH);
    }

    private MonthlyFigure all(YearMonth month) {
        FigureKey key = new FigureKey(Story.SURVEY, month, FigureKey.ALL, FigureKey.EVERYTHING);
        return transactions.inNew(connection -> figures.around(connection, new SurveyMonth(Story.SURVEY, month)))
                .get(key).figure();
    }

    private static void breakStoredFigures() throws Exception {
        try (Connection connection = RealServers.database(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE satisfaction_figure SET data = 'broken'");
        }
    }

    private static void at(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }
}
