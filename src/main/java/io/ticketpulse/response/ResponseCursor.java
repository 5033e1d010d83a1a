package io.ticketpulse.response;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.ws.rs.BadRequestException;

/** A place in the list of responses: just before this one, which is older or has the lower identifier. */
record ResponseCursor(Instant respondedAt, UUID id) {

    /** Years of four digits, as MySQL has them. */
    private static final Pattern DATABASE_TIME = Pattern.compile("[1-9][0-9]{3}-");

    /** As clients carry it from page to page. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((respondedAt + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws BadRequestException if a client made it up
     */
    static ResponseCursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
            if (parts.length == 2 && DATABASE_TIME.matcher(parts[0]).lookingAt()) {
                ResponseCursor cursor = new ResponseCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
                if (cursor.text().equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | DateTimeException madeUp) {
            // Said below, once for every way to get it wrong.
        }
        throw new BadRequestException("cursor is not one from a previous page");
    }
}
