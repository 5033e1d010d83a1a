package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** Which responses somebody wants to see; what is null does not matter. */
public class ResponseQuery {

    @QueryParam("survey")
    String survey;

    @QueryParam("desk")
    String desk;

    @QueryParam("ticketId")
    String ticketId;

    @QueryParam("month")
    @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])", message = "must be a month such as 2026-10")
    String month;

    @QueryParam("standing")
    @Pattern(regexp = "ACCEPTED|SUPERSEDED|QUARANTINED", message = "must be ACCEPTED, SUPERSEDED or QUARANTINED")
    String standing;

    @QueryParam("limit")
    @DefaultValue("" + Page.DEFAULT_LIMIT)
    @Pattern(regexp = "[1-9]\\d{0,2}", message = "must be a number from 1 to 500")
    @Max(Page.MAX_LIMIT)
    String limit;

    @QueryParam("cursor")
    String cursor;

    /** The page, newest first. */
    Page<ResponseRow> read(Connection connection) throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        where("survey = ?", survey, conditions, values);
        where("desk = ?", desk, conditions, values);
        where("ticket_id = ?", ticketId, conditions, values);
        where("month = ?", month, conditions, values);
        where("standing = ?", standing, conditions, values);
        if (cursor != null) {
            ResponseCursor after = ResponseCursor.read(cursor);
            // The first half alone is what the index is read from; MySQL does not see it in a comparison of pairs.
            conditions.add("responded_at <= ? AND (responded_at < ? OR id < ?)");
            values.add(Timestamps.of(after.respondedAt()));
            values.add(Timestamps.of(after.respondedAt()));
            values.add(UniqueId.bytes(after.id()));
        }
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM response " + where + "ORDER BY responded_at DESC, id DESC LIMIT ?")) {
            int rows = Integer.parseInt(limit);
            values.add(rows + 1);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return Page.of(Batch.read(statement, ResponseRow::read), rows, row -> row.cursor().text());
        }
    }

    private static void where(String condition, String value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }
}
