package io.ticketpulse.invitation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;

import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;

/** People to write to, none of whom is in the database. */
final class MailSamples {

    static final UUID INVITATION = UUID.fromString("0199b3a4-5c00-7000-8000-000000000001");

    private MailSamples() {
    }

    static InvitedCustomer of(Scale scale) {
        return of(scale, Locale.ENGLISH);
    }

    static InvitedCustomer of(Scale scale, Locale language) {
        return customer(scale, language, "ITS-24", "Printer on the second floor does not print", null);
    }

    static InvitedCustomer about(String number, String summary, String question) {
        return customer(Scale.THUMBS, Locale.ENGLISH, number, summary, question);
    }

    /** The longest there can be of everything. */
    static InvitedCustomer wordy(Scale scale, Locale language) {
        return customer(scale, language, "服".repeat(200), "务台".repeat(250), null);
    }

    private static InvitedCustomer customer(Scale scale, Locale language, String number, String summary,
            String question) {
        TicketClosure closure = new TicketClosure(UUID.randomUUID(), "acme", "10024", 0, Instant.EPOCH, number,
                "incident", summary, null, null, null, null, null, null, null, null, Requester.UNKNOWN, null);
        return new InvitedCustomer(INVITATION, closure, YearMonth.of(2026, 10),
                new Survey("incident", scale, question, scale.min()), InvitationState.PENDING, null, Instant.EPOCH,
                language);
    }
}
