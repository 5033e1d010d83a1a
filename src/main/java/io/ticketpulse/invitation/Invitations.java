package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.ticketpulse.closure.Closures;
import io.ticketpulse.closure.ClosuresReopened;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.InvitationsChanged.Change;
import io.ticketpulse.platform.Transactions;

/** Invitations, as the rooms that come later meet them. Every method needs a running transaction. */
@Singleton
public class Invitations {

    private final Transactions transactions;
    private final InvitationTable table;
    private final Closures closures;
    private final Surveys surveys;
    private final Event<InvitationsChanged> changed;
    private final Clock clock;

    Invitations(Transactions transactions, InvitationTable table, Closures closures, Surveys surveys,
            Event<InvitationsChanged> changed, Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.closures = closures;
        this.surveys = surveys;
        this.changed = changed;
        this.clock = clock;
    }

    /** The invitation; nothing if there is none, or the settings no longer have its survey. */
    public Optional<InvitedCustomer> find(UUID id) {
        return transactions.here(connection -> table.find(connection, id, false)).flatMap(this::customer);
    }

    /** Like {@link #find(UUID)}, with the invitation locked until the end of the transaction. */
    public Optional<InvitedCustomer> lock(UUID id) {
        return transactions.here(connection -> table.find(connection, id, true)).flatMap(this::customer);
    }

    /** A response was given: from {@link InvitationState#SENT} to {@link InvitationState#RESPONDED}. */
    public void responded(UUID id) {
        move(id, InvitationState.RESPONDED, connection -> table.respond(connection, id));
    }

    /**
     * The response was set aside: from {@link InvitationState#RESPONDED} back to {@link InvitationState#SENT}, with the
     * reminder still to come if it had not; to {@link InvitationState#WITHDRAWN} if the ticket was reopened meanwhile.
     * The invitation must be locked: a reopening that comes at the same time waits for it, and then withdraws it itself.
     */
    public void reopenLink(UUID id) {
        InvitationTable.Row row = transactions.here(connection -> table.find(connection, id, true)).orElseThrow();
        if (closures.isReopened(row.closureId())) {
            move(id, InvitationState.WITHDRAWN,
                    connection -> table.withdraw(connection, id, InvitationState.RESPONDED));
        } else {
            Instant nextActionAt = row.remindedAt() != null
                    ? row.expiresAt()
                    : surveys.policyNamed(row.survey())
                            .map(policy -> policy.nextActionAfterSending(row.sentAt(), row.expiresAt()))
                            .orElse(row.expiresAt());
            move(id, InvitationState.SENT, connection -> table.reopenLink(connection, id, nextActionAt));
        }
    }

    /**
     * A response that was set aside counts after all: to {@link InvitationState#RESPONDED}, also from
     * {@link InvitationState#EXPIRED} and {@link InvitationState#WITHDRAWN}, because it had come in time.
     */
    public void respondedAfterAll(UUID id) {
        move(id, InvitationState.RESPONDED, connection -> table.respondAfterAll(connection, id));
    }

    private void move(UUID id, InvitationState state, Transactions.Work<Boolean> update) {
        transactions.here(connection -> {
            if (update.on(connection)) {
                UUID closure = table.find(connection, id, false).orElseThrow().closureId();
                changed.fire(new InvitationsChanged(List.of(new Change(closure, state))));
            }
            return null;
        });
    }

    void cancelReopened(@Observes ClosuresReopened reopened) {
        List<Change> changes = transactions.here(connection -> {
            List<Change> ended = new ArrayList<>();
            for (InvitationTable.Row row : table.ofClosures(connection, reopened.closureIds(), true)) {
                endReopened(connection, row).ifPresent(state -> ended.add(new Change(row.closureId(), state)));
            }
            return ended;
        });
        if (!changes.isEmpty()) {
            changed.fire(new InvitationsChanged(changes));
        }
    }

    private Optional<InvitationState> endReopened(Connection connection, InvitationTable.Row row)
            throws SQLException {
        if (table.giveUp(connection, row.id(), InvitationState.CANCELLED, CancelReason.REOPENED)) {
            return Optional.of(InvitationState.CANCELLED);
        }
        return table.withdraw(connection, row.id(), InvitationState.SENT)
                ? Optional.of(InvitationState.WITHDRAWN)
                : Optional.empty();
    }

    Optional<InvitedCustomer> customer(InvitationTable.Row row) {
        Optional<Survey> survey = surveys.named(row.survey());
        if (survey.isEmpty()) {
            return Optional.empty();
        }
        TicketClosure closure = row.addressee().with(closures.find(List.of(row.closureId())).get(0));
        Instant now = clock.instant();
        boolean over = row.state() == InvitationState.SENT && !now.isBefore(row.expiresAt());
        return Optional.of(new InvitedCustomer(row.id(), closure, row.month(), survey.get(),
                over ? InvitationState.EXPIRED : row.state(), row.sentAt(), row.expiresAt(),
                closure.requester().language()));
    }
}
