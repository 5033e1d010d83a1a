package io.ticketpulse.response;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.core.UriBuilder;

import io.ticketpulse.platform.Page;
import io.ticketpulse.platform.Wording;

/**
 * What staff see of quarantine.
 *
 * @param ticketId the only ticket whose responses are listed, in quarantine or not; empty for all in quarantine
 * @param notice   why a form was not taken, empty if none was sent
 * @param token    for the forms; empty for who may not send any
 * @param older    where the list goes on, empty after the last page
 */
record QuarantinePage(String ticketId, List<Entry> entries, String notice, String token, String older,
        int longestReason) {

    static final String PATH = "/reports/quarantine";

    /**
     * One response.
     *
     * @param others  where the other responses to its ticket are; empty where they are already
     * @param action  where its form is sent
     * @param refused whether the page comes again because its form was not taken
     * @param reason  what the form holds
     */
    record Entry(ResponseRow response, String standing, String ticket, String at, String others, String action,
            boolean refused, String reason) {

        public boolean quarantined() {
            return response.standing().equals(ResponseStanding.QUARANTINED.name());
        }
    }

    /** A form that was not taken: why, of which response, and what it held. */
    record Refused(String notice, UUID response, String reason) {

        static final Refused NONE = new Refused("", null, "");
    }

    static QuarantinePage of(Wording t, ZoneId zone, ResponseQuery query, Page<ResponseRow> responses, String token,
            Refused refused) {
        DateTimeFormatter moment = DateTimeFormatter.ofPattern(t.say("page.format.moment"), t.locale()).withZone(zone);
        List<Entry> entries = responses.items().stream().map(row -> {
            boolean again = row.id().equals(refused.response());
            return new Entry(row, inWords(row.standing()),
                    row.ticketNumber() == null ? row.ticketId() : row.ticketNumber(), moment.format(row.respondedAt()),
                    query.ticketId == null ? address(null, row.ticketId(), null) : "",
                    address(row.id(), query.ticketId, query.cursor), again, again ? refused.reason() : "");
        }).toList();
        return new QuarantinePage(query.ticketId == null ? "" : query.ticketId, entries, refused.notice(), token,
                responses.next() == null ? "" : address(null, query.ticketId, responses.next()),
                Ruling.LONGEST_REASON);
    }

    /** The address of the list, or below it of the form of a response; what is null is left out. */
    static String address(UUID response, String ticketId, String cursor) {
        UriBuilder address = UriBuilder.fromPath(PATH);
        if (response != null) {
            address.path(response.toString());
        }
        if (ticketId != null) {
            address.queryParam("ticketId", "{ticket}").resolveTemplate("ticket", ticketId);
        }
        if (cursor != null) {
            address.queryParam("cursor", "{cursor}").resolveTemplate("cursor", cursor);
        }
        return address.build().toString();
    }

    private static String inWords(String standing) {
        return switch (ResponseStanding.valueOf(standing)) {
            case ACCEPTED -> "accepted";
            case SUPERSEDED -> "corrected later";
            case QUARANTINED -> "in quarantine";
        };
    }
}
