package io.ticketpulse.closure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.TicketEvent.Reopening;

/**
 * All that is known of the closings and reopenings of one ticket, and what follows from it.
 * <p>
 * A closing belongs to the cycle that its reopen count names, else to the one that the number of known reopenings
 * before it names; closings of one cycle are one closure. A closure that was recorded keeps its number whatever is
 * learned later. Where a late reopening shows that two closings were not the same closure, the one that is not recorded
 * yet becomes a closure of its own, under the next free number if its own is taken: so the same events make the same
 * number of closures in every order of arrival. Where a desk only saw a ticket open, that counts as a reopening if the
 * last that is known of the ticket by then is a closing.
 */
final class TicketHistory {

    private final List<Recorded> recorded;
    private final List<Closing> unrecorded;
    private final List<Reopening> reopenings;

    /**
     * @param recorded   the closures of the ticket
     * @param unrecorded its other closings
     * @param reopenings its reopenings, each moment once
     */
    TicketHistory(List<Recorded> recorded, List<Closing> unrecorded, List<Reopening> reopenings) {
        this.recorded = new ArrayList<>(recorded);
        this.unrecorded = unrecorded.stream().sorted(Comparator.comparing(Closing::closedAt)).toList();
        this.reopenings = counted(recorded, unrecorded, reopenings);
    }

    /** Without those where a ticket was only seen open, and the last that is known of it by then is no closing. */
    private static List<Reopening> counted(List<Recorded> recorded, List<Closing> unrecorded,
            List<Reopening> reopenings) {
        List<Instant> closings = Stream.concat(recorded.stream().map(Recorded::closedAt),
                unrecorded.stream().map(Closing::closedAt)).sorted().toList();
        List<Reopening> counted = new ArrayList<>();
        for (Reopening reopening : reopenings.stream().sorted(Comparator.comparing(Reopening::reopenedAt)).toList()) {
            Optional<Instant> closedAt = closings.stream().filter(closing -> !closing.isAfter(reopening.reopenedAt()))
                    .reduce((one, later) -> later);
            boolean closed = closedAt.isPresent() && (counted.isEmpty()
                    || counted.get(counted.size() - 1).reopenedAt().isBefore(closedAt.get()));
            if (closed || !reopening.onlyIfClosed()) {
                counted.add(reopening);
            }
        }
        return counted;
    }

    /**
     * A closure in the database.
     *
     * @param reopened whether it is already known to have been followed by a reopening
     */
    record Recorded(UUID id, int cycle, Instant closedAt, Integer reopenCount, boolean reopened) {

        static Recorded of(TicketClosure closure, Integer reopenCount) {
            return new Recorded(closure.id(), closure.cycle(), closure.closedAt(), reopenCount, false);
        }
    }

    /**
     * What has to be written.
     *
     * @param recorded closings that are closures of their own, with their cycle
     * @param kept     closings that are the same closure as another
     * @param reopened closures that a reopening has followed, and nobody knew
     */
    record Outcome(List<Closing> recorded, List<Closing> kept, List<UUID> reopened) {}

    Outcome outcome() {
        List<Closing> made = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        Set<Integer> claimed = new HashSet<>();
        for (Recorded closure : recorded) {
            taken.add(closure.cycle);
            claimed.add(cycleOf(closure.reopenCount, closure.closedAt));
        }
        for (Map.Entry<Integer, Closing> first : firstOfEachCycle().entrySet()) {
            if (claimed.add(first.getKey())) {
                int cycle = first.getKey();
                while (!taken.add(cycle)) {
                    cycle++;
                }
                Closing closing = first.getValue();
                made.add(new Closing(closing.closure().inCycle(cycle), closing.reopenCount()));
                recorded.add(Recorded.of(made.get(made.size() - 1).closure(), closing.reopenCount()));
            }
        }
        Set<UUID> madeIds = new HashSet<>(made.stream().map(closing -> closing.closure().id()).toList());
        List<Closing> kept = unrecorded.stream().filter(closing -> !madeIds.contains(closing.closure().id())).toList();
        List<UUID> reopened = recorded.stream().filter(closure -> !closure.reopened && wasReopened(closure))
                .map(Recorded::id).toList();
        return new Outcome(made, kept, reopened);
    }

    private Map<Integer, Closing> firstOfEachCycle() {
        Map<Integer, Closing> first = new TreeMap<>();
        unrecorded.forEach(closing -> first.putIfAbsent(cycleOf(closing.reopenCount(), closing.closedAt()), closing));
        return first;
    }

    private int cycleOf(Integer reopenCount, Instant closedAt) {
        return reopenCount != null
                ? reopenCount
                : (int) reopenings.stream().filter(reopening -> reopening.reopenedAt().isBefore(closedAt)).count();
    }

    /** By a known reopening, or because the ticket was closed again in a later cycle. */
    private boolean wasReopened(Recorded closure) {
        int cycle = cycleOf(closure.reopenCount, closure.closedAt);
        return reopenings.stream().anyMatch(reopening -> follows(reopening, closure))
                || recorded.stream().anyMatch(later -> later.closedAt.isAfter(closure.closedAt)
                        && cycleOf(later.reopenCount, later.closedAt) > cycle);
    }

    private static boolean follows(Reopening reopening, Recorded closure) {
        return reopening.reopenCount() != null && closure.reopenCount != null
                ? reopening.reopenCount() > closure.reopenCount
                : !reopening.reopenedAt().isBefore(closure.closedAt);
    }
}
