package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Conditions;
import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.Parameters;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** Which responses somebody wants to see; what is null does not matter. */
public class ResponseQuery {

    @QueryParam("survey")
    @Pattern(regexp = Parameters.NAME, message = Parameters.A_NAME)
    String survey;

    @QueryParam("desk")
    @Pattern(regexp = Parameters.NAME, message = Parameters.A_NAME)
    String desk;

    @QueryParam("ticketId")
    String ticketId;

    @QueryParam("month")
    @Pattern(regexp = Parameters.MONTH, message = Parameters.A_MONTH)
    String month;

    @QueryParam("standing")
    @Pattern(regexp = "ACCEPTED|SUPERSEDED|QUARANTINED", message = "must be ACCEPTED, SUPERSEDED or QUARANTINED")
    String standing;

    @QueryParam("limit")
    @DefaultValue(Page.DEFAULT_LIMIT)
    @Pattern(regexp = Parameters.LIMIT, message = Parameters.A_LIMIT)
    String limit = Page.DEFAULT_LIMIT;

    @QueryParam("cursor")
    String cursor;

    /** The page, newest first. */
    Page<ResponseRow> read(Connection connection) throws SQLException {
        Conditions conditions = new Conditions().addIfGiven("survey = ?", survey).addIfGiven("desk = ?", desk)
                .addIfGiven("ticket_id = ?", ticketId).addIfGiven("month = ?", month)
                .addIfGiven("standing = ?", standing);
        if (cursor != null) {
            ResponseCursor after = ResponseCursor.read(cursor);
            LocalDateTime respondedAt = Timestamps.of(after.respondedAt());
            // The first half alone is what the index is read from; MySQL does not see it in a comparison of pairs.
            conditions.add("responded_at <= ? AND (responded_at < ? OR id < ?)", respondedAt, respondedAt,
                    UniqueId.bytes(after.id()));
        }
        int rows = Integer.parseInt(limit);
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM response WHERE "
                + conditions.sql() + " ORDER BY responded_at DESC, id DESC LIMIT " + (rows + 1))) {
            conditions.bind(statement);
            return Page.of(Batch.read(statement, ResponseRow::read), rows, row -> row.cursor().text());
        }
    }
}
