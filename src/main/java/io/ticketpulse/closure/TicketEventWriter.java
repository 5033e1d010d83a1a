package io.ticketpulse.closure;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.ticketpulse.closure.desk.NotUnderstoodException;
import io.ticketpulse.closure.desk.Report;
import io.ticketpulse.closure.desk.Ticket;
import io.ticketpulse.platform.CloudEventJson;
import io.ticketpulse.platform.OutboxMessage;
import io.ticketpulse.platform.Topics;

/** Puts what a desk reports into the words of the ticket topic. The same report makes the same event each time. */
@Singleton
class TicketEventWriter {

    private final CloudEventJson events;
    private final Topics topics;
    private final Clock clock;

    TicketEventWriter(CloudEventJson events, Topics topics, Clock clock) {
        this.events = events;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * The record to send; nothing if the report is irrelevant.
     *
     * @param dropped told of fields of the wrong type, which whoever reads the topic will drop
     * @throws NotUnderstoodException if whoever reads the topic would put the event aside
     */
    Optional<OutboxMessage> write(String desk, Report report, Consumer<String> dropped) {
        if (report instanceof Report.Closed closed) {
            return Optional.of(closed(desk, closed, dropped));
        }
        if (report instanceof Report.Reopened reopened) {
            return Optional.of(reopened(desk, reopened.ticket(), reopened.at(), false));
        }
        return report instanceof Report.Open open
                ? Optional.of(reopened(desk, open.ticket(), open.at(), true))
                : Optional.empty();
    }

    private OutboxMessage closed(String desk, Report.Closed closed, Consumer<String> dropped) {
        ObjectNode data = data(desk, closed.ticket());
        data.put("closedAt", closed.at().toString());
        readable(() -> TicketEvents.closing(data, clock.instant(), dropped));
        return message(TicketEvents.CLOSED, desk, closed.ticket().id(), closed.at(), data);
    }

    private OutboxMessage reopened(String desk, Ticket ticket, Instant at, boolean onlyIfClosed) {
        ObjectNode data = data(desk, ticket).retain("desk", "ticketId", "reopenCount");
        data.put("reopenedAt", at.toString());
        if (onlyIfClosed) {
            data.put(TicketEvents.ONLY_IF_CLOSED, true);
        }
        readable(() -> TicketEvents.reopening(data, clock.instant(), field -> {
        }));
        return message(TicketEvents.REOPENED, desk, ticket.id(), at, data);
    }

    private static ObjectNode data(String desk, Ticket ticket) {
        ObjectNode data = ticket.data();
        data.put("desk", desk);
        return data;
    }

    private static void readable(Runnable reading) {
        try {
            reading.run();
        } catch (UnreadableEventException unreadable) {
            throw new NotUnderstoodException("It would make no ticket event: " + unreadable.getMessage() + ".");
        }
    }

    private OutboxMessage message(String type, String desk, String ticketId, Instant at, ObjectNode data) {
        String id = UuidCreator.getNameBasedSha1(String.join("|", type, desk, ticketId, at.toString())).toString();
        return new OutboxMessage(topics.tickets(), desk + "/" + ticketId,
                events.structured(id, "/desks/" + desk, type, ticketId, at, data));
    }
}
