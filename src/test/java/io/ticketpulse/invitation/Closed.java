package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.ticketpulse.closure.ClosuresRecorded;
import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** Tells this room of closures as the room before it would, each call in a transaction of its own. */
@Singleton
@Unremovable
class Closed {

    private final Event<ClosuresRecorded> recorded;
    private final DataSource dataSource;

    Closed(Event<ClosuresRecorded> recorded, DataSource dataSource) {
        this.recorded = recorded;
        this.dataSource = dataSource;
    }

    /** What matters of a ticket for the decision; null is unknown. */
    record Ticket(String type, Instant closedAt, String priority, String category, String service, String closeCode,
            String email, String assignee) {

        static Ticket of(String type, Instant closedAt, String email) {
            return new Ticket(type, closedAt, null, null, null, null, email, null);
        }

        Ticket priority(String value) {
            return new Ticket(type, closedAt, value, category, service, closeCode, email, assignee);
        }

        Ticket category(String value) {
            return new Ticket(type, closedAt, priority, value, service, closeCode, email, assignee);
        }

        Ticket service(String value) {
            return new Ticket(type, closedAt, priority, category, value, closeCode, email, assignee);
        }

        Ticket closeCode(String value) {
            return new Ticket(type, closedAt, priority, category, service, value, email, assignee);
        }

        Ticket assignee(String value) {
            return new Ticket(type, closedAt, priority, category, service, closeCode, email, value);
        }

        private TicketClosure closure() {
            return new TicketClosure(UniqueId.next(), "acme", UUID.randomUUID().toString(), 0, closedAt, null, type,
                    null, null, null, priority, category, service, null, closeCode, null,
                    new Requester(null, email, null, null, null, null, null), assignee);
        }
    }

    /** A batch of closures in this order; how each was decided, with the probability where there was a draw. */
    List<String> decide(Instant now, List<Ticket> tickets) {
        List<TicketClosure> closures = tickets.stream().map(Ticket::closure).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            closures.forEach(this::insert);
            recorded.fire(new ClosuresRecorded(closures, Set.of(), now));
        });
        return closures.stream().flatMap(closure -> Ledger.of(closure.id()).stream()).toList();
    }

    /** What counting the closures of last month looks at. */
    private void insert(TicketClosure closure) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO ticket_closure (id, desk, ticket_id, cycle, closed_at, ticket_type, service)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setBytes(1, UniqueId.bytes(closure.id()));
            statement.setString(2, closure.desk());
            statement.setString(3, closure.ticketId());
            statement.setInt(4, closure.cycle());
            statement.setObject(5, Timestamps.of(closure.closedAt()));
            statement.setString(6, closure.ticketType());
            statement.setString(7, closure.service());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One closure. */
    String decide(Instant now, Ticket ticket) {
        return decide(now, List.of(ticket)).get(0);
    }

    /** The same ticket again and again, with somebody new each time. */
    List<String> decideMany(Instant now, Ticket ticket, int number) {
        return decide(now, IntStream.range(0, number).mapToObj(i -> new Ticket(ticket.type, ticket.closedAt,
                ticket.priority, ticket.category, ticket.service, ticket.closeCode, somebody(), ticket.assignee))
                .toList());
    }

    /** An address that nobody had before. */
    static String somebody() {
        return UUID.randomUUID() + "@example.org";
    }
}
