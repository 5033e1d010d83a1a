package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.closure.ClosuresReopened;
import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.DecidedClosure;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.SamplingDecision.Sampled;
import io.ticketpulse.invitation.SamplingDecision.Skipped;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.response.ResponsesCounted;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class FactKeeperTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final SurveyMonth SURVEY_MONTH = new SurveyMonth(Story.SURVEY, MONTH);

    @Inject
    Story story;
    @Inject
    Transactions transactions;
    @Inject
    FactTable facts;
    @Inject
    ChangeLog changes;
    @Inject
    CountedTable counted;
    @Inject
    BeanManager beans;

    @BeforeEach
    void beginAnew() throws Exception {
        Story.beginAnew();
    }

    @Test
    void aSampledClosureIsAFactWhoseInvitationIsPending() {
        story.decide(MONTH, "acme", 1, new Sampled(0.25));

        assertThat(facts()).singleElement().satisfies(fact -> {
            assertThat(fact.values()).containsEntry(Dimension.DESK, "acme")
                    .containsEntry(Dimension.TICKET_TYPE, "incident").containsEntry(Dimension.LOCATION, "(none)");
            assertThat(fact.slaMet()).isTrue();
            assertThat(fact.skipped()).isNull();
            assertThat(fact.probability()).isEqualTo(0.25);
            assertThat(fact.invitation()).isEqualTo(InvitationState.PENDING);
            assertThat(fact.score()).isNull();
        });
    }

    @Test
    void aSkippedClosureIsAFactWithItsReason() {
        story.decide(MONTH, "acme", 1, new Skipped(SkipReason.NOT_DRAWN, 0.5));

        assertThat(facts()).singleElement().satisfies(fact -> {
            assertThat(fact.skipped()).isEqualTo(SkipReason.NOT_DRAWN);
            assertThat(fact.probability()).isEqualTo(0.5);
            assertThat(fact.invitation()).isNull();
        });
    }

    @Test
    void aClosureWithoutASurveyLeavesNoTrace() {
        story.decide(List.of(new DecidedClosure(Story.closure(MONTH, "acme"), null, MONTH,
                new Skipped(SkipReason.NO_SURVEY))));

        assertThat(facts()).isEmpty();
        assertThat(changedMonths()).isEmpty();
    }

    @Test
    void hearingTheSameDecisionAgainChangesNothing() {
        List<DecidedClosure> closures = List.of(new DecidedClosure(Story.closure(MONTH, "acme"), Story.SURVEY, MONTH,
                new Sampled(1.0)));
        story.decide(closures);
        story.move(InvitationState.SENT, List.of(closures.get(0).closure().id()));

        story.decide(closures);

        assertThat(facts()).singleElement().extracting(Fact::invitation).isEqualTo(InvitationState.SENT);
    }

    @Test
    void followsTheInvitation() {
        List<UUID> closures = story.sampled(MONTH, "acme", 2);

        story.move(InvitationState.CANCELLED, closures);

        assertThat(facts()).extracting(Fact::invitation).containsOnly(InvitationState.CANCELLED);
    }

    @Test
    void followsReopenings() {
        List<UUID> closures = story.sampled(MONTH, "acme", 2);

        story.reopen(closures.subList(0, 1));

        assertThat(facts()).extracting(Fact::reopened).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void followsResponses() {
        UUID closure = story.sampled(MONTH, "acme", 1).get(0);

        story.count(
                new ResponsesCounted.Standing(closure, Scale.CES, 4, true, List.of("speed", "tone \"nice\""), true));

        assertThat(facts()).singleElement().satisfies(fact -> {
            assertThat(fact.scale()).isEqualTo(Scale.CES);
            assertThat(fact.score()).isEqualTo(4);
            assertThat(fact.commented()).isTrue();
            assertThat(fact.quarantined()).isTrue();
            assertThat(fact.drivers()).containsExactly("speed", "tone \"nice\"");
        });
    }

    @Test
    void aResponseThatNoLongerCountsTakesItsScoreAlong() {
        UUID closure = story.answered(MONTH, "acme", 5).get(0);

        story.count(new ResponsesCounted.Standing(closure, null, null, false, List.of(), true));

        assertThat(facts()).singleElement().satisfies(fact -> {
            assertThat(fact.score()).isNull();
            assertThat(fact.quarantined()).isTrue();
        });
    }

    @Test
    void newsOfAnUnknownClosureLeavesNoTrace() {
        story.reopen(List.of(UUID.randomUUID()));

        assertThat(changedMonths()).isEmpty();
    }

    @Test
    void everyTransactionNotesTheClosuresItTouched() {
        List<UUID> closures = new ArrayList<>(story.sampled(MONTH, "acme", 3));
        closures.addAll(story.sampled(MONTH.plusMonths(1), "acme", 1));
        drain();

        story.move(InvitationState.SENT, closures);

        assertThat(changedMonths()).containsExactlyInAnyOrder(SURVEY_MONTH, SURVEY_MONTH.plusMonths(1));
        assertThat(transactions.<List<UUID>>inNew(connection -> counted.oldest(connection, SURVEY_MONTH, 10).stream()
                .map(CountedTable.Uncounted::closureId).toList())).containsExactlyInAnyOrderElementsOf(
                        closures.subList(0, 3));
    }

    @Test
    void factsAreLockedAfterWhatTheEarlierRoomsLock() {
        var observers = beans.resolveObserverMethods(new ClosuresReopened(List.of(UUID.randomUUID()), Instant.now()));

        assertThat(observers).extracting(observer -> observer.getBeanClass().getSimpleName())
                .containsSubsequence("Invitations", "FactKeeper");
    }

    @Test
    void whatIsRolledBackLeavesNoTrace() {
        QuarkusTransaction.begin();
        story.sampledWithin(MONTH, "acme");

        QuarkusTransaction.rollback();

        assertThat(facts()).isEmpty();
        assertThat(changedMonths()).isEmpty();
    }

    private List<Fact> facts() {
        return transactions.inNew(connection -> Story.facts(connection, SURVEY_MONTH, facts));
    }

    private List<SurveyMonth> changedMonths() {
        return transactions.inNew(changes::months);
    }

    private void drain() {
        transactions.inNew(connection -> {
            for (SurveyMonth month : changes.months(connection)) {
                changes.removeAll(connection, month);
            }
            return null;
        });
    }
}
