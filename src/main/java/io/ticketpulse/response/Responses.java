package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Invitations;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Survey;
import io.ticketpulse.platform.PlatformSettings;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/** Takes answers, one at a time for each invitation: the lock on it decides between forms that come together. */
@Singleton
class Responses {

    private final Invitations invitations;
    private final Transactions transactions;
    private final Nonces nonces;
    private final AnswerRules rules;
    private final Event<ResponsesCounted> counted;
    private final ResponseMetrics metrics;
    private final Clock clock;

    Responses(Invitations invitations, Transactions transactions, Nonces nonces, PlatformSettings platform,
            ResponseSettings settings, Event<ResponsesCounted> counted, ResponseMetrics metrics, Clock clock) {
        this.invitations = invitations;
        this.transactions = transactions;
        this.nonces = nonces;
        this.rules = new AnswerRules(platform.response().minimumTime(), settings.burstWindow());
        this.counted = counted;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What there is behind a link, changing nothing; empty if the invitation is not kept any more. */
    Optional<Visit> visit(UUID invitation) {
        return transactions.inNew(connection -> {
            List<GivenResponse> history = ResponseTable.historyOf(connection, invitation);
            return invitations.find(invitation).map(customer -> new Visit(customer, history));
        });
    }

    /**
     * Takes a form.
     *
     * @param form empty if what was sent is not a form
     * @return empty if the invitation is not kept any more
     */
    Optional<Attempt> submit(UUID invitation, Optional<SubmittedForm> form) {
        Optional<Attempt> attempt = transactions.inNew(connection -> {
            Optional<InvitedCustomer> customer = invitations.lock(invitation);
            return customer.isEmpty() ? Optional.empty() : Optional.of(attempt(connection, customer.get(), form));
        });
        attempt.map(Attempt::verdict).ifPresent(metrics::answered);
        return attempt;
    }

    private Attempt attempt(Connection connection, InvitedCustomer customer, Optional<SubmittedForm> form)
            throws SQLException {
        Visit visit = new Visit(customer, ResponseTable.historyOf(connection, customer.id()));
        // Only now, with the lock in hand: waiting for it may have taken a while.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!visit.mayAnswer()) {
            return new Attempt(visit, SubmittedForm.EMPTY, null, visit.nonce(now));
        }
        if (form.isEmpty()) {
            return new Attempt(visit, SubmittedForm.EMPTY, new Verdict.Refused(Objection.UNREADABLE), visit.nonce(now));
        }
        Optional<Nonce> nonce = nonces.read(form.get().nonce());
        Verdict verdict = judge(visit, form.get(), nonce, now);
        Nonce next = verdict.objection() == null
                ? visit.nonce(now)
                : rules.onceMore(nonce, visit.nonce(now));
        if (verdict instanceof Verdict.Repeated repeated) {
            remember(connection, AnswerRules.repeatedElsewhere(repeated, nonce, visit.history()), now);
        }
        if (verdict instanceof Verdict.Quarantined quarantined) {
            setAside(connection, visit, quarantined.together());
        }
        boolean taken = verdict instanceof Verdict.Accepted || verdict instanceof Verdict.Quarantined;
        if (!taken || AnswerRules.sentWith(nonce.orElseThrow(), visit.history()).isPresent()) {
            return new Attempt(visit, form.get(), verdict, next);
        }
        Instant takesMoreFrom = ResponseLimits.takesMoreFrom(verdict, visit.history());
        if (now.isBefore(takesMoreFrom) && verdict instanceof Verdict.Quarantined) {
            return new Attempt(visit, form.get(), verdict, next);
        }
        if (now.isBefore(takesMoreFrom)) {
            return new Attempt(visit, form.get(), new Verdict.TooMany(takesMoreFrom), next);
        }
        GivenResponse given = record(connection, visit, form.get().answer(visit.customer().survey().scale()),
                nonce.orElseThrow(), verdict, now);
        return new Attempt(visit, form.get(), verdict, next.knowing(given));
    }

    private Verdict judge(Visit visit, SubmittedForm form, Optional<Nonce> nonce, Instant now) {
        Survey survey = visit.customer().survey();
        Optional<Objection> objection = form.objection(survey)
                .or(() -> visit.customer().state() == InvitationState.PENDING
                        ? Optional.of(Objection.NOT_SENT_YET)
                        : Optional.empty());
        return objection.<Verdict>map(Verdict.Refused::new).orElseGet(
                () -> rules.judge(visit.customer().id(), form.answer(survey.scale()), nonce, visit.history(), now));
    }

    private GivenResponse record(Connection connection, Visit visit, Answer answer, Nonce nonce, Verdict verdict,
            Instant now) throws SQLException {
        boolean accepted = verdict instanceof Verdict.Accepted;
        GivenResponse given = new GivenResponse(UniqueId.next(), visit.history().size() + 1, nonce.id(), answer,
                accepted ? ResponseStanding.ACCEPTED : ResponseStanding.QUARANTINED, now,
                accepted ? now.plus(rules.burstWindow()) : null, null);
        List<String> shown = visit.driversShown();
        // Other settings than when the page was shown: what stood on it is not known any more.
        ResponseTable.insert(connection, visit.customer(), given, nonce.drivers() == shown.hashCode() ? shown : null);
        if (accepted && visit.customer().state() == InvitationState.SENT) {
            invitations.responded(visit.customer().id());
        }
        return given;
    }

    private static void remember(Connection connection, Optional<GivenResponse> repeated, Instant now)
            throws SQLException {
        if (repeated.isPresent()) {
            ResponseTable.repeat(connection, repeated.get(), now.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    private void setAside(Connection connection, Visit visit, List<GivenResponse> waiting) throws SQLException {
        ResponseTable.quarantine(connection, waiting);
        Optional<GivenResponse> left = AnswerRules.standing(
                visit.history().stream().filter(given -> !waiting.contains(given)).toList());
        if (left.isEmpty() && visit.customer().state() == InvitationState.RESPONDED) {
            invitations.reopenLink(visit.customer().id());
        }
        Optional<GivenResponse> counting = visit.history().stream().filter(GivenResponse::counts).findAny();
        counted.fire(new ResponsesCounted(
                List.of(Standings.of(visit.customer(), counting.map(GivenResponse::answer), true))));
    }
}
