package io.ticketpulse.closure;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** A row of {@code ticket_closure}: everything but who the customer is, what it was about, and the assignee. */
final class ClosureRow {

    static final String INSERT = """
            INSERT INTO ticket_closure (id, desk, ticket_id, cycle, closed_at, reopen_count, ticket_number, ticket_type,
                opened_at, resolved_at, priority, category, service, assignment_group, close_code, sla_met,
                requester_department, requester_location)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private ClosureRow() {
    }

    static void bind(PreparedStatement statement, Closing closing) throws SQLException {
        TicketClosure closure = closing.closure();
        Object[] values = {UniqueId.bytes(closure.id()), closure.desk(), closure.ticketId(), closure.cycle(),
                Timestamps.of(closure.closedAt()), closing.reopenCount(), closure.ticketNumber(), closure.ticketType(),
                Timestamps.of(closure.openedAt()), Timestamps.of(closure.resolvedAt()), closure.priority(),
                closure.category(), closure.service(), closure.assignmentGroup(), closure.closeCode(),
                closure.slaMet(), closure.requester().department(), closure.requester().location()};
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    static TicketClosure read(ResultSet row) throws SQLException {
        return new TicketClosure(UniqueId.of(row.getBytes("id")), row.getString("desk"), row.getString("ticket_id"),
                row.getInt("cycle"), Timestamps.read(row, "closed_at"), row.getString("ticket_number"),
                row.getString("ticket_type"), null, Timestamps.read(row, "opened_at"),
                Timestamps.read(row, "resolved_at"), row.getString("priority"), row.getString("category"),
                row.getString("service"), row.getString("assignment_group"), row.getString("close_code"),
                row.getObject("sla_met", Boolean.class),
                new Requester(null, null, null, null, null, row.getString("requester_department"),
                        row.getString("requester_location")),
                null);
    }
}
