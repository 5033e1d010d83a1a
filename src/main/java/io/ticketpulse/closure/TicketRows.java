package io.ticketpulse.closure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.TicketEvent.Reopening;

/** What the database holds of one ticket, and what has just arrived. */
final class TicketRows {

    private final List<TicketHistory.Recorded> recorded = new ArrayList<>();
    private final List<Closing> unrecorded = new ArrayList<>();
    private final List<Reopening> reopenings = new ArrayList<>();
    private final Set<UUID> keptIds = new HashSet<>();

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
        return !isKnown(reopening.reopenedAt())
                && (!reopening.onlyIfClosed() || isClosedAt(reopening.reopenedAt())) && reopenings.add(reopening);
    }

    /** Whether the last that is known to have happened to the ticket by then is a closing. */
    private boolean isClosedAt(Instant instant) {
        Optional<Instant> closedAt = Stream.concat(recorded.stream().map(TicketHistory.Recorded::closedAt),
                unrecorded.stream().map(Closing::closedAt)).filter(closing -> !closing.isAfter(instant))
                .max(Comparator.naturalOrder());
        return closedAt.isPresent() && reopenings.stream().map(Reopening::reopenedAt)
                .noneMatch(reopenedAt -> !reopenedAt.isBefore(closedAt.get()) && !reopenedAt.isAfter(instant));
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
