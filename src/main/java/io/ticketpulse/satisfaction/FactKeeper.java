package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;

import io.ticketpulse.closure.ClosuresReopened;
import io.ticketpulse.invitation.ClosuresDecided;
import io.ticketpulse.invitation.DecidedClosure;
import io.ticketpulse.invitation.InvitationsChanged;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.response.ResponsesCounted;

/**
 * Keeps the facts true, in the transactions of the earlier rooms. What it hears of closures without a survey leaves no
 * trace; hearing the same again changes nothing.
 */
@Singleton
class FactKeeper {

    /**
     * After the earlier rooms have heard of it: everybody locks tickets, then persons, then invitations, then facts.
     */
    private static final int LATE = ObserverMethod.DEFAULT_PRIORITY + 100;

    private final Transactions transactions;
    private final FactTable facts;
    private final ChangeLog changes;

    FactKeeper(Transactions transactions, FactTable facts, ChangeLog changes) {
        this.transactions = transactions;
        this.facts = facts;
        this.changes = changes;
    }

    void decided(@Observes @Priority(LATE) ClosuresDecided event) {
        List<DecidedClosure> surveyed = event.decided().stream().filter(closure -> closure.survey() != null).toList();
        transactions.here(connection -> {
            facts.insert(connection, surveyed);
            changes.append(connection, surveyed.stream()
                    .map(closure -> new ChangeLog.Entry(new SurveyMonth(closure.survey(), closure.month()),
                            closure.closure().id()))
                    .toList());
            return null;
        });
    }

    void invitationsChanged(@Observes @Priority(LATE) InvitationsChanged event) {
        change(event.changes().stream().map(InvitationsChanged.Change::closureId).toList(),
                connection -> facts.setInvitations(connection, event.changes()));
    }

    void reopened(@Observes @Priority(LATE) ClosuresReopened event) {
        change(event.closureIds(), connection -> facts.setReopened(connection, event.closureIds()));
    }

    void responsesCounted(@Observes @Priority(LATE) ResponsesCounted event) {
        change(event.standings().stream().map(ResponsesCounted.Standing::closureId).toList(),
                connection -> facts.setResponses(connection, event.standings()));
    }

    private void change(Collection<UUID> closures, Update update) {
        transactions.here(connection -> {
            List<ChangeLog.Entry> entries = facts.entriesOf(connection, closures);
            if (!entries.isEmpty()) {
                update.on(connection);
                changes.append(connection, entries);
            }
            return null;
        });
    }

    @FunctionalInterface
    private interface Update {
        void on(Connection connection) throws SQLException;
    }
}
