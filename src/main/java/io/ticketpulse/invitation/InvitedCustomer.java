package io.ticketpulse.invitation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;

import io.ticketpulse.closure.TicketClosure;

/**
 * An invitation as the person who opens its link meets it: what is asked, about what, and until when.
 *
 * @param id        the invitation's
 * @param closure   the ticket's closing that is asked about, with its dimensions as they were decided
 * @param month     the closure's month in the reporting zone
 * @param state     where the invitation stands; a link whose time is up counts as {@link InvitationState#EXPIRED} even
 *                  before any job has noticed
 * @param sentAt    null while the mail was not sent
 * @param expiresAt the first instant at which no response is taken any more
 * @param locale    the requester's
 */
public record InvitedCustomer(
        UUID id,
        TicketClosure closure,
        YearMonth month,
        Survey survey,
        InvitationState state,
        Instant sentAt,
        Instant expiresAt,
        Locale locale) {}
