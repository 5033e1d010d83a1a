package io.ticketpulse.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.TicketEvent.Reopening;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TicketHistoryTest {

    private static final TicketKey TICKET = new TicketKey("acme-jira", "1001");

    private final TicketRows rows = new TicketRows();

    /** What the database would hold after the events, taken in one by one. */
    private static List<TicketHistory.Recorded> after(List<TicketEvent> events) {
        List<TicketHistory.Recorded> recorded = new ArrayList<>();
        List<Closing> kept = new ArrayList<>();
        List<Reopening> reopenings = new ArrayList<>();
        for (TicketEvent event : events) {
            TicketRows rows = new TicketRows();
            recorded.forEach(rows::read);
            kept.forEach(rows::read);
            reopenings.forEach(rows::read);
            if (rows.add(event) && event instanceof Reopening reopening) {
                reopenings.add(reopening);
            }
            reopenings.removeIf(reopening -> rows.replaced().contains(reopening.id()));
            TicketHistory.Outcome outcome = rows.history().outcome();
            outcome.recorded().forEach(made -> recorded.add(
                    TicketHistory.Recorded.of(made.closure(), made.reopenCount())));
            kept.clear();
            kept.addAll(outcome.kept());
            recorded.replaceAll(closure -> outcome.reopened().contains(closure.id())
                    ? new TicketHistory.Recorded(closure.id(), closure.cycle(), closure.closedAt(),
                            closure.reopenCount(), true)
                    : closure);
        }
        return recorded;
    }

    private static Closing closedAt(int second) {
        return closedAt(second, null);
    }

    private static Closing closedAt(int second, Integer reopenCount) {
        return new Closing(new TicketClosure(UUID.randomUUID(), TICKET.desk(), TICKET.ticketId(), 0,
                Instant.ofEpochSecond(second), null, null, null, null, null, null, null, null, null, null, null,
                Requester.UNKNOWN, null), reopenCount);
    }

    private static Reopening reopenedAt(int second) {
        return new Reopening(UUID.randomUUID(), TICKET, Instant.ofEpochSecond(second), null, false);
    }

    private static Reopening seenOpenAt(int second) {
        return new Reopening(UUID.randomUUID(), TICKET, Instant.ofEpochSecond(second), null, true);
    }

    private static List<Integer> cycles(List<TicketHistory.Recorded> recorded) {
        return recorded.stream().map(TicketHistory.Recorded::cycle).sorted().toList();
    }

    private static List<Long> closedAt(List<TicketHistory.Recorded> recorded) {
        return recorded.stream().map(closure -> closure.closedAt().getEpochSecond()).sorted().toList();
    }

    @Test
    void theFirstClosingIsCycleZero() {
        assertThat(cycles(after(List.of(closedAt(10))))).containsExactly(0);
    }

    @Test
    void closingAgainWithoutAReopeningIsTheSameClosure() {
        assertThat(cycles(after(List.of(closedAt(10), closedAt(20))))).containsExactly(0);
    }

    @Test
    void aReopeningInBetweenMakesItTwo() {
        assertThat(cycles(after(List.of(closedAt(10), reopenedAt(15), closedAt(20))))).containsExactly(0, 1);
    }

    @Test
    void aReopeningLearnedOfLastPartsWhatWasOneClosure() {
        assertThat(closedAt(after(List.of(closedAt(20), closedAt(10), reopenedAt(15))))).containsExactly(10L, 20L);
    }

    @Test
    void aDecidedClosureKeepsItsNumberWhenAnEarlierReopeningIsLearnedOf() {
        assertThat(cycles(after(List.of(closedAt(20), reopenedAt(15))))).containsExactly(0);
    }

    @Test
    void theDesksReopenCountNamesTheCycle() {
        assertThat(cycles(after(List.of(closedAt(10, 3))))).containsExactly(3);
    }

    @Test
    void theDesksReopenCountBeatsTheTimesOfItsClocks() {
        assertThat(cycles(after(List.of(closedAt(20, 1), closedAt(25, 0))))).containsExactly(0, 1);
    }

    @Test
    void aLaterCycleShowsThatTheEarlierClosureWasReopened() {
        List<TicketHistory.Recorded> recorded = after(List.of(closedAt(10, 0), closedAt(20, 1)));
        assertThat(recorded.stream().filter(TicketHistory.Recorded::reopened).map(TicketHistory.Recorded::cycle))
                .containsExactly(0);
    }

    @Test
    void aReopeningAtTheMomentOfTheClosingFollowsIt() {
        List<TicketHistory.Recorded> recorded = after(List.of(closedAt(10), reopenedAt(10)));
        assertThat(recorded.get(0).reopened()).isTrue();
    }

    @Test
    void aClosingThatIsOnRecordIsKnown() {
        Closing closing = closedAt(10);
        rows.read(TicketHistory.Recorded.of(closing.closure(), null));
        assertThat(rows.add(closedAt(10))).isFalse();
    }

    @Test
    void aTicketSeenOpenAfterItsClosingWasReopened() {
        assertThat(cycles(after(List.of(closedAt(10), seenOpenAt(20), seenOpenAt(25), closedAt(30)))))
                .containsExactly(0, 1);
    }

    @Test
    void aTicketSeenOpenBeforeItsClosingWasNot() {
        assertThat(cycles(after(List.of(seenOpenAt(5), closedAt(10))))).containsExactly(0);
    }

    @Test
    void aTicketSeenOpenBeforeItsClosingWasLearnedOfWasReopened() {
        assertThat(after(List.of(seenOpenAt(20), closedAt(10)))).singleElement()
                .matches(TicketHistory.Recorded::reopened);
    }

    @Test
    void ofATicketThatIsSeenOpenAgainAndAgainTheFirstTimesAndTheLastAreKept() {
        for (int second = 0; second < 1000; second++) {
            rows.add(seenOpenAt(second));
        }

        assertThat(rows.replaced()).hasSize(980);
    }

    @Property(tries = 2000)
    void everyOrderOfArrivalMakesAsManyClosuresOfWhatIsOnlySeen(@ForAll("sightings") List<TicketEvent> inOrder,
            @ForAll("shuffles") Random shuffle) {
        assertThat(after(shuffled(inOrder, shuffle))).hasSameSizeAs(after(inOrder));
    }

    @Property(tries = 2000)
    void everyOrderOfArrivalLeavesTheSameNumberOfThemOpenToAnAnswer(@ForAll("sightings") List<TicketEvent> inOrder,
            @ForAll("shuffles") Random shuffle) {
        long orderly = after(inOrder).stream().filter(closure -> !closure.reopened()).count();

        List<TicketHistory.Recorded> recorded = after(shuffled(inOrder, shuffle));

        assertThat(recorded.stream().filter(closure -> !closure.reopened())).hasSize((int) orderly);
    }

    @Provide
    Arbitrary<List<TicketEvent>> sightings() {
        return Arbitraries.of(true, true, false).list().ofMinSize(1).ofMaxSize(8).map(closings -> inOrder(closings)
                .stream().map(event -> event instanceof Reopening reopening
                        ? seenOpenAt((int) reopening.reopenedAt().getEpochSecond())
                        : event)
                .toList());
    }

    @Property(tries = 2000)
    void everyOrderOfArrivalMakesAsManyClosures(@ForAll("histories") List<TicketEvent> inOrder,
            @ForAll("shuffles") Random shuffle) {
        assertThat(after(shuffled(inOrder, shuffle))).hasSameSizeAs(after(inOrder));
    }

    @Property(tries = 2000)
    void everyOrderOfArrivalNumbersTheSameCyclesWhereEveryReopeningFollowsAClosing(
            @ForAll("completeHistories") List<TicketEvent> inOrder, @ForAll("shuffles") Random shuffle) {
        assertThat(cycles(after(shuffled(inOrder, shuffle)))).isEqualTo(cycles(after(inOrder)));
    }

    @Property(tries = 2000)
    void everyOrderOfArrivalLeavesTheSameNumberOfClosuresOpenToAnAnswer(
            @ForAll("histories") List<TicketEvent> inOrder, @ForAll("shuffles") Random shuffle) {
        long orderly = after(inOrder).stream().filter(closure -> !closure.reopened()).count();

        List<TicketHistory.Recorded> recorded = after(shuffled(inOrder, shuffle));

        assertThat(recorded.stream().filter(closure -> !closure.reopened())).hasSize((int) orderly);
    }

    private static List<TicketEvent> shuffled(List<TicketEvent> events, Random shuffle) {
        List<TicketEvent> arrived = new ArrayList<>(events);
        Collections.shuffle(arrived, shuffle);
        return arrived;
    }

    @Provide
    Arbitrary<List<TicketEvent>> histories() {
        return Arbitraries.of(true, true, false).list().ofMinSize(1).ofMaxSize(7).map(TicketHistoryTest::inOrder);
    }

    @Provide
    Arbitrary<List<TicketEvent>> completeHistories() {
        Arbitrary<List<Boolean>> cycle = Arbitraries.of(1, 1, 2, 3)
                .map(closings -> Collections.nCopies(closings, true));
        return cycle.list().ofMinSize(1).ofMaxSize(4).map(cycles -> {
            List<Boolean> closings = new ArrayList<>();
            cycles.forEach(one -> {
                closings.addAll(one);
                closings.add(false);
            });
            return inOrder(closings);
        });
    }

    private static List<TicketEvent> inOrder(List<Boolean> closings) {
        List<TicketEvent> events = new ArrayList<>();
        for (boolean closing : closings) {
            int second = 10 * (events.size() + 1);
            events.add(closing ? closedAt(second) : reopenedAt(second));
        }
        return events;
    }

    @Provide
    Arbitrary<Random> shuffles() {
        return Arbitraries.longs().map(Random::new);
    }
}
