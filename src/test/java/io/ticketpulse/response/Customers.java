package io.ticketpulse.response;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;

import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Survey;

/** Invited customers for tests. */
final class Customers {

    static final UUID INVITATION = UUID.fromString("0199b3a4-5c00-7000-8000-000000000001");
    static final Instant CLOSED_AT = Instant.parse("2026-10-03T21:30:00Z");

    private Customers() {
    }

    /** One in Paris, asked a day after ticket ITS-24 was closed. */
    static InvitedCustomer of(Scale scale, InvitationState state) {
        return of(new Survey("incident", scale, null, 2), state, "ITS-24", "Europe/Paris");
    }

    static InvitedCustomer of(Survey survey, InvitationState state, String ticketNumber, String timeZone) {
        Requester requester = new Requester(null, "ada@example.org", "Ada", "en-GB", timeZone, "Sales", "Paris");
        TicketClosure closure = new TicketClosure(UUID.fromString("0199b3a4-5c00-7000-8000-000000000002"), "acme-jira",
                "10024", 0, CLOSED_AT, ticketNumber, "incident", "Printer on fire", null, null, "P3", "Hardware",
                "Workplace", "Field Support", null, true, requester, null);
        Instant sentAt = CLOSED_AT.plus(Duration.ofDays(1));
        return new InvitedCustomer(INVITATION, closure, YearMonth.of(2026, 10), survey, state, sentAt,
                sentAt.plus(Duration.ofDays(14)), Locale.UK);
    }
}
