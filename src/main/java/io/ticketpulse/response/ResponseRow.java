package io.ticketpulse.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/**
 * One revision of a response, as the API shows it.
 *
 * @param driversShown the reasons that could be picked, in the order in which they were shown; null for responses from
 *                     before that was recorded, and where the settings changed while the page was open
 * @param cursor       where the list goes on after this row
 */
record ResponseRow(String survey, String desk, String ticketId, String ticketNumber, int cycle, String month,
        int revision, String standing, int score, String sentiment, List<String> drivers, List<String> driversShown,
        String comment, Instant respondedAt, UUID id, @JsonIgnore ResponseCursor cursor) {

    static final List<String> COLUMNS = List.of("survey", "desk", "ticketId", "ticketNumber", "cycle", "month",
            "revision", "standing", "score", "sentiment", "drivers", "driversShown", "comment", "respondedAt");

    static ResponseRow read(ResultSet row) throws SQLException {
        UUID id = UniqueId.of(row.getBytes("id"));
        Instant respondedAt = Timestamps.read(row, "responded_at");
        String comment = row.getString("comment");
        String shown = row.getString("drivers_shown");
        return new ResponseRow(row.getString("survey"), row.getString("desk"), row.getString("ticket_id"),
                row.getString("ticket_number"), row.getInt("cycle"), row.getString("month"), row.getInt("revision"),
                row.getString("standing"), row.getInt("score"), row.getString("sentiment"),
                ResponseTable.drivers(row.getString("drivers")),
                shown == null ? null : ResponseTable.drivers(shown), "".equals(comment) ? null : comment, respondedAt,
                id,
                new ResponseCursor(respondedAt, id));
    }

    /** In the order of {@link #COLUMNS}. */
    List<?> cells() {
        return Arrays.asList(survey, desk, ticketId, ticketNumber, cycle, month, revision, standing, score, sentiment,
                joined(drivers), joined(driversShown), comment, respondedAt);
    }

    private static String joined(List<String> names) {
        return names == null || names.isEmpty() ? null : String.join(";", names);
    }
}
