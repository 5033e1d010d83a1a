package io.ticketpulse.satisfaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import io.ticketpulse.platform.Conditions;
import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.Parameters;

/** The query of {@code GET /api/v1/satisfaction}; what is not given does not matter. */
record FigureRequest(
        @QueryParam("survey") @Pattern(regexp = Parameters.NAME, message = Parameters.A_NAME) String survey,
        @QueryParam("from") @Pattern(regexp = Parameters.MONTH, message = Parameters.A_MONTH) String from,
        @QueryParam("to") @Pattern(regexp = Parameters.MONTH, message = Parameters.A_MONTH) String to,
        @QueryParam("dimension") String dimension,
        @QueryParam("value") String value,
        @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Pattern(regexp = Parameters.LIMIT, message = Parameters.A_LIMIT) String limit,
        @QueryParam("cursor") String cursor) {

    int rows() {
        return Integer.parseInt(limit);
    }

    /**
     * What the figures must be like, in the order of their keys.
     *
     * @throws BadRequestException if there is no such dimension, or the cursor is none of ours
     */
    Conditions conditions() {
        if (dimension != null && !FigureKey.isDimension(dimension)) {
            throw new BadRequestException("dimension must be all or a dimension such as assignmentGroup");
        }
        Conditions conditions = new Conditions().addIfGiven("survey = ?", survey).addIfGiven("month >= ?", from)
                .addIfGiven("month <= ?", to).addIfGiven("dimension = ?", dimension).addIfGiven("value = ?", value);
        if (cursor != null) {
            FigureKey after = after();
            String month = after.month().toString();
            // Written out, because MySQL finds no range in a comparison of rows.
            conditions.add("""
                    survey > ? OR survey = ? AND month > ? OR survey = ? AND month = ? AND dimension > ?
                        OR survey = ? AND month = ? AND dimension = ? AND value > ?""", after.survey(),
                    after.survey(), month, after.survey(), month, after.dimension(), after.survey(), month,
                    after.dimension(), after.value());
        }
        return conditions;
    }

    private FigureKey after() {
        try {
            FigureKey after = FigureKey
                    .parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (cursor(after).equals(cursor)) {
                return after;
            }
        } catch (IllegalArgumentException mangled) {
            // Said below, once for every way to get it wrong.
        }
        throw new BadRequestException("cursor is not the next of an earlier page; leave it out to begin again");
    }

    /** The cursor that goes on behind a figure. */
    static String cursor(FigureKey key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.text().getBytes(StandardCharsets.UTF_8));
    }
}
