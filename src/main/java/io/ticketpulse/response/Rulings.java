package io.ticketpulse.response;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.Invitations;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.platform.Transactions;

/** Puts responses into quarantine, or lets them out, because an administrator knows better than the rules. */
@Singleton
class Rulings {

    private final Invitations invitations;
    private final Transactions transactions;
    private final RespondedEvents events;
    private final Event<ResponsesCounted> counted;
    private final ResponseMetrics metrics;
    private final Clock clock;

    Rulings(Invitations invitations, Transactions transactions, RespondedEvents events,
            Event<ResponsesCounted> counted, ResponseMetrics metrics, Clock clock) {
        this.invitations = invitations;
        this.transactions = transactions;
        this.events = events;
        this.counted = counted;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The settings no longer have the survey of a response, without which nothing can be said about it. */
    static final class SurveyGoneException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Carries out a ruling; one that changes nothing is not recorded.
     *
     * @return the response as it stands now; empty if there is none
     * @throws SurveyGoneException if its survey is gone
     */
    Optional<ResponseRow> rule(UUID response, Ruling.Kind kind, String reason, String by) {
        Ruling ruling = new Ruling(kind, reason.strip(), by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return transactions.inNew(connection -> {
            Optional<UUID> invitation = ResponseTable.invitationOf(connection, response);
            if (invitation.isPresent()) {
                InvitedCustomer customer = invitations.lock(invitation.get()).orElseThrow(SurveyGoneException::new);
                rule(connection, customer, response, ruling);
            }
            return ResponseTable.row(connection, response);
        });
    }

    /** The rulings about a response, oldest first; empty if there is no such response. */
    Optional<List<Ruling>> about(UUID response) {
        return transactions.inNew(connection -> ResponseTable.invitationOf(connection, response).isEmpty()
                ? Optional.empty()
                : Optional.of(RulingTable.of(connection, response)));
    }

    private void rule(Connection connection, InvitedCustomer customer, UUID response, Ruling ruling)
            throws SQLException {
        List<GivenResponse> history = ResponseTable.historyOf(connection, customer.id());
        GivenResponse ruled = history.stream().filter(given -> given.id().equals(response)).findAny().orElseThrow();
        if (ruling.changesNothingOf(ruled)) {
            return;
        }
        RulingEffect effect = RulingEffect.of(ruling, ruled, history);
        RulingTable.insert(connection, response, ruling);
        ResponseTable.stand(connection, effect.changedFrom(history));
        moveInvitation(customer, effect);
        Optional<GivenResponse> before = RulingEffect.counting(history);
        Optional<GivenResponse> after = effect.counting();
        if (!before.equals(after)) {
            events.append(customer, before, after, ruling);
        }
        counted.fire(new ResponsesCounted(List.of(
                Standings.of(customer, after.map(GivenResponse::answer), effect.anyInQuarantine()))));
        metrics.ruled(ruling.ruling());
    }

    private void moveInvitation(InvitedCustomer customer, RulingEffect effect) {
        boolean responded = customer.state() == InvitationState.RESPONDED;
        if (effect.answered() && !responded) {
            invitations.respondedAfterAll(customer.id());
        } else if (!effect.answered() && responded) {
            invitations.reopenLink(customer.id());
        }
    }
}
