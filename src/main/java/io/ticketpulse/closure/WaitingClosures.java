package io.ticketpulse.closure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ticketpulse.closure.RequesterLookUpTable.Waiting;
import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.closure.desk.PersonEntry;
import io.ticketpulse.platform.Transactions;

/**
 * Closures that are recorded, and of which the later rooms hear only once their requester is known, or it is clear that
 * nobody will say.
 */
@Singleton
class WaitingClosures {

    private final Transactions transactions;
    private final TicketTables tickets;
    private final RequesterLookUpTable table;
    private final DeskDirectories directories;
    private final Closures closures;
    private final Event<ClosuresRecorded> recorded;
    private final Event<ClosuresReopened> reopened;

    WaitingClosures(Transactions transactions, TicketTables tickets, RequesterLookUpTable table,
            DeskDirectories directories, Closures closures, Event<ClosuresRecorded> recorded,
            Event<ClosuresReopened> reopened) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.table = table;
        this.directories = directories;
        this.closures = closures;
        this.recorded = recorded;
        this.reopened = reopened;
    }

    /**
     * Lets those closures wait whose requester has to be looked up, in the transaction that records them.
     *
     * @return the others, in the same order
     */
    List<Closing> await(Connection connection, List<Closing> made, Instant now) throws SQLException {
        List<Closing> others = new ArrayList<>(made.size());
        List<Waiting> waiting = new ArrayList<>();
        for (Closing closing : made) {
            Optional<Duration> wait = directories.patience(closing.closure());
            if (wait.isPresent()) {
                waiting.add(new Waiting(closing, 0, now.plus(wait.get())));
            } else {
                others.add(closing);
            }
        }
        table.insert(connection, waiting, now);
        return others;
    }

    /** Takes what is due and keeps other replicas from taking it until {@code leaseUntil}. */
    List<Waiting> claim(Instant now, Instant leaseUntil, int most) {
        return transactions.inNew(connection -> table.claim(connection, now, leaseUntil, most));
    }

    void postpone(Waiting claimed, Instant nextAttemptAt) {
        transactions.inNew(connection -> {
            table.postpone(connection, claimed, nextAttemptAt);
            return null;
        });
    }

    /** Tells the later rooms of a closure, once, with what is known of the requester now. */
    void tell(Waiting claimed, PersonEntry found, Instant now) {
        TicketClosure closure = claimed.closing().closure();
        TicketClosure known = closure.of(merge(closure.requester(), found));
        transactions.inNew(connection -> {
            tickets.lock(connection, List.of(claimed.closing().ticket()));
            if (table.delete(connection, closure.id())) {
                boolean over = closures.isReopened(closure.id());
                recorded.fire(new ClosuresRecorded(List.of(known), over ? Set.of(closure.id()) : Set.of(), now));
                if (over) {
                    reopened.fire(new ClosuresReopened(List.of(closure.id()), now));
                }
            }
            return null;
        });
    }

    /** What the event said goes first. What the desk said is cut and cleaned like an event. */
    private static Requester merge(Requester told, PersonEntry found) {
        EventData entry = new EventData(JsonNodeFactory.instance.objectNode().put("email", found.email())
                .put("name", found.name()).put("locale", found.locale()).put("timeZone", found.timeZone()), broken -> {
                });
        return new Requester(told.id(), entry.text("email", TicketEvents.LONGEST_ADDRESS),
                told.name() != null ? told.name() : entry.text("name", TicketEvents.LONGEST_VALUE),
                told.locale() != null ? told.locale() : entry.text("locale", TicketEvents.LONGEST_VALUE),
                told.timeZone() != null ? told.timeZone() : entry.text("timeZone", TicketEvents.LONGEST_VALUE),
                told.department(), told.location());
    }
}
