package io.ticketpulse.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;

/**
 * What is kept of a customer who is asked, with the invitation: what mails and pages need. All of it may be null, and is
 * once the person is erased.
 *
 * @param address  null, too, once no mail can be needed any more
 * @param summary  what the ticket was about
 * @param locale   a BCP 47 language tag, as the desk wrote it
 * @param timeZone an IANA zone, as the desk wrote it
 */
record Addressee(String address, String summary, String locale, String timeZone) {

    static Addressee of(Candidate candidate) {
        Requester requester = candidate.closure().requester();
        return new Addressee(candidate.address().text(), candidate.closure().summary(), requester.locale(),
                requester.timeZone());
    }

    static Addressee read(ResultSet row) throws SQLException {
        return new Addressee(row.getString("address"), row.getString("summary"), row.getString("locale"),
                row.getString("time_zone"));
    }

    /** The closure as it is on record, with this. The address is for the mail alone. */
    TicketClosure with(TicketClosure onRecord) {
        Requester requester = onRecord.requester();
        return onRecord.of(new Requester(null, null, null, locale, timeZone, requester.department(),
                requester.location()), summary);
    }

    Locale language() {
        return new Requester(null, null, null, locale, null, null, null).language();
    }
}
