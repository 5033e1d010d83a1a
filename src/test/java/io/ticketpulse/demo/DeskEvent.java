package io.ticketpulse.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a service desk announces: a CloudEvent of TicketPulse's contract about one ticket. */
record DeskEvent(String type, Ticket ticket, Instant time, Map<String, Object> data) {

    static DeskEvent closed(Ticket ticket) {
        return new DeskEvent("io.ticketpulse.ticket.closed.v1", ticket, ticket.closedAt(), ticket.closedData());
    }

    static DeskEvent reopened(Ticket closedAgain, Instant at) {
        return new DeskEvent("io.ticketpulse.ticket.reopened.v1", closedAgain, at, closedAgain.reopenedData(at));
    }

    String key() {
        return ticket.desk() + "/" + ticket.number();
    }

    /** {@return the whole event in the structured mode of CloudEvents 1.0} */
    Map<String, Object> envelope() {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", key() + "/" + type + "/" + time);
        envelope.put("source", "/desks/" + ticket.desk());
        envelope.put("type", type);
        envelope.put("subject", ticket.number());
        envelope.put("time", time.toString());
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", data);
        return envelope;
    }
}
