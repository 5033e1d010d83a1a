package io.ticketpulse.closure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.TicketEvent.Reopening;
import io.ticketpulse.platform.Transactions;

/** Records a batch of ticket events in one transaction, and lets the later rooms do their part in it. */
@Singleton
class TicketRecorder {

    private final Transactions transactions;
    private final TicketTables tables;
    private final WaitingClosures waiting;
    private final Event<ClosuresRecorded> recorded;
    private final Event<ClosuresReopened> reopened;
    private final IntakeMetrics metrics;
    private final Clock clock;

    TicketRecorder(Transactions transactions, TicketTables tables, WaitingClosures waiting,
            Event<ClosuresRecorded> recorded, Event<ClosuresReopened> reopened, IntakeMetrics metrics, Clock clock) {
        this.transactions = transactions;
        this.tables = tables;
        this.waiting = waiting;
        this.recorded = recorded;
        this.reopened = reopened;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Records what is new; what is known already changes nothing.
     *
     * @throws Transactions.DatabaseException if the database refuses or cannot be reached; nothing is recorded then
     */
    void record(Collection<TicketEvent> events) {
        if (!events.isEmpty()) {
            metrics.recorded(transactions.inNew(connection -> record(connection, events)));
        }
    }

    private int record(Connection connection, Collection<TicketEvent> events) throws SQLException {
        Map<TicketKey, TicketRows> rows = new TreeMap<>();
        for (TicketEvent event : events) {
            rows.computeIfAbsent(event.ticket(), key -> new TicketRows());
        }
        tables.lock(connection, rows.keySet());
        tables.read(connection, rows);
        List<TicketEvent> arrived = events.stream().filter(event -> rows.get(event.ticket()).add(event)).toList();

        List<Closing> made = new ArrayList<>();
        List<Closing> kept = new ArrayList<>();
        List<Closing> unkept = new ArrayList<>();
        List<UUID> followed = new ArrayList<>();
        for (TicketRows ticket : rows.values()) {
            TicketHistory.Outcome outcome = ticket.history().outcome();
            made.addAll(outcome.recorded());
            unkept.addAll(outcome.recorded().stream().filter(ticket::wasKept).toList());
            kept.addAll(outcome.kept().stream().filter(closing -> !ticket.wasKept(closing)).toList());
            followed.addAll(outcome.reopened());
        }
        // Candidates carry identifiers in the order in which they were read from the topic.
        made.sort(Comparator.comparing(closing -> closing.closure().id()));
        tables.insertReopenings(connection, arrived.stream().filter(Reopening.class::isInstance)
                .map(Reopening.class::cast).toList());
        tables.deleteReopenings(connection,
                rows.values().stream().flatMap(ticket -> ticket.replaced().stream()).toList());
        tables.keep(connection, kept);
        tables.unkeep(connection, unkept);
        tables.insertClosures(connection, made);
        tell(connection, made, followed);
        return made.size();
    }

    /** What is over comes first: whoever was asked about a closure that was reopened may be asked about the next. */
    private void tell(Connection connection, List<Closing> made, List<UUID> followed) throws SQLException {
        Instant now = clock.instant();
        Set<UUID> madeIds = made.stream().map(closing -> closing.closure().id()).collect(Collectors.toSet());
        List<UUID> madeAndFollowed = followed.stream().filter(madeIds::contains).toList();
        tellReopened(connection, followed.stream().filter(id -> !madeIds.contains(id)).toList(), now);
        List<Closing> told = waiting.await(connection, made, now);
        if (!told.isEmpty()) {
            recorded.fire(new ClosuresRecorded(told.stream().map(Closing::closure).toList(),
                    Set.copyOf(madeAndFollowed), now));
        }
        tellReopened(connection, madeAndFollowed, now);
    }

    private void tellReopened(Connection connection, List<UUID> followed, Instant now) throws SQLException {
        if (!followed.isEmpty()) {
            tables.markReopened(connection, followed, now);
            reopened.fire(new ClosuresReopened(followed, now));
        }
    }
}
