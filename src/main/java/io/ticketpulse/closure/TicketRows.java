package io.ticketpulse.closure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.TicketEvent.Reopening;

/** What the database holds of one ticket, and what has just arrived. */
final class TicketRows {

    /** Between two closings. */
    private static final int MOST_SEEN_OPEN = 20;

    private final List<TicketHistory.Recorded> recorded = new ArrayList<>();
    private final List<Closing> unrecorded = new ArrayList<>();
    private final List<Reopening> reopenings = new ArrayList<>();
    private final Set<UUID> keptIds = new HashSet<>();
    private final Set<UUID> replacedIds = new HashSet<>();

    void read(TicketHistory.Recorded closure) {
        recorded.add(closure);
    }

    void read(Closing kept) {
        unrecorded.add(kept);
        keptIds.add(kept.closure().id());
    }

    void read(Reopening reopening) {
        reopenings.add(reopening);
    }

    /** Takes an event in unless it is known. */
    boolean add(TicketEvent event) {
        if (event instanceof Closing closing) {
            return !isKnown(closing) && unrecorded.add(closing);
        }
        Reopening reopening = (Reopening) event;
        return !isKnown(reopening.reopenedAt()) && (!reopening.onlyIfClosed() || isWorthKeeping(reopening))
                && reopenings.add(reopening);
    }

    /**
     * Each time that a ticket was seen open may turn out to lie between two closings that are learned of later. Of a ticket
     * that is seen open again and again, the first times and the last are kept.
     */
    private boolean isWorthKeeping(Reopening open) {
        Instant at = open.reopenedAt();
        Instant from = closings().filter(closing -> !closing.isAfter(at)).max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant to = closings().filter(closing -> closing.isAfter(at)).min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        List<Reopening> others = reopenings.stream().filter(Reopening::onlyIfClosed)
                .filter(other -> !other.reopenedAt().isBefore(from) && other.reopenedAt().isBefore(to))
                .sorted(Comparator.comparing(Reopening::reopenedAt)).toList();
        if (others.size() < MOST_SEEN_OPEN) {
            return true;
        }
        Reopening last = others.get(others.size() - 1);
        if (at.isBefore(last.reopenedAt())) {
            return false;
        }
        reopenings.remove(last);
        replacedIds.add(last.id());
        return true;
    }

    private Stream<Instant> closings() {
        return Stream.concat(recorded.stream().map(TicketHistory.Recorded::closedAt),
                unrecorded.stream().map(Closing::closedAt));
    }

    /** Reopenings that are not needed any more. */
    Set<UUID> replaced() {
        return replacedIds;
    }

    private boolean isKnown(Closing closing) {
        return recorded.stream().anyMatch(known -> known.closedAt().equals(closing.closedAt())
                && Objects.equals(known.reopenCount(), closing.reopenCount()))
                || unrecorded.stream().anyMatch(known -> known.closedAt().equals(closing.closedAt())
                        && Objects.equals(known.reopenCount(), closing.reopenCount()));
    }

    private boolean isKnown(Instant reopenedAt) {
        return reopenings.stream().anyMatch(known -> known.reopenedAt().equals(reopenedAt));
    }

    boolean wasKept(Closing closing) {
        return keptIds.contains(closing.closure().id());
    }

    TicketHistory history() {
        return new TicketHistory(recorded, unrecorded, reopenings);
    }
}
