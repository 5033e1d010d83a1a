package io.ticketpulse.satisfaction;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Base64;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import io.ticketpulse.platform.Page;

/** The query of {@code GET /api/v1/satisfaction}; what is not given does not matter. */
record FigureRequest(
        @QueryParam("survey") String survey,
        @QueryParam("from") @Pattern(regexp = MONTH) String from,
        @QueryParam("to") @Pattern(regexp = MONTH) String to,
        @QueryParam("dimension") @Pattern(regexp = DIMENSION) String dimension,
        @QueryParam("value") String value,
        @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
        @QueryParam("cursor") String cursor) {

    static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";
    static final String DIMENSION = "all|desk|ticketType|service|category|assignmentGroup|priority|department|location";

    /** @throws BadRequestException if the cursor is none of ours */
    FigureFilter filter() {
        return new FigureFilter(survey, month(from), month(to), dimension, value, after());
    }

    private static YearMonth month(String text) {
        return text == null ? null : YearMonth.parse(text);
    }

    private FigureKey after() {
        if (cursor == null) {
            return null;
        }
        try {
            return FigureKey.parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException mangled) {
            throw new BadRequestException("cursor is not the next of an earlier page; leave it out to begin again",
                    mangled);
        }
    }

    /** The cursor that goes on behind a figure. */
    static String cursor(FigureKey key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.text().getBytes(StandardCharsets.UTF_8));
    }
}
