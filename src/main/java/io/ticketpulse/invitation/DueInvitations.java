package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.ticketpulse.invitation.InvitationsChanged.Change;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.ReportingZone;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;
import org.jboss.logging.Logger;

/** Claims invitations for which something is due, and writes down what became of them. Each method is a transaction. */
@Singleton
class DueInvitations {

    private static final Logger LOG = Logger.getLogger(DueInvitations.class);

    private final Transactions transactions;
    private final InvitationTable table;
    private final Invitations invitations;
    private final Surveys surveys;
    private final ReportingZone zone;
    private final Event<InvitationsChanged> changed;
    private final InvitationMetrics metrics;

    DueInvitations(Transactions transactions, InvitationTable table, Invitations invitations, Surveys surveys,
            ReportingZone zone, Event<InvitationsChanged> changed, InvitationMetrics metrics) {
        this.transactions = transactions;
        this.table = table;
        this.invitations = invitations;
        this.surveys = surveys;
        this.zone = zone;
        this.changed = changed;
        this.metrics = metrics;
    }

    /** Takes what is due and keeps other replicas from taking it until {@code leaseUntil}. */
    List<DueInvitation> claim(Instant now, Instant leaseUntil, int most) {
        return transactions.inNew(connection -> {
            List<InvitationTable.Row> rows = table.claim(connection, now, leaseUntil, most);
            Set<UUID> optedOut = Set.copyOf(Batch.select(connection,
                    "SELECT id FROM person WHERE opted_out_at IS NOT NULL AND id IN (%s)",
                    rows.stream().map(row -> new Object[]{UniqueId.bytes(row.personId())}).toList(),
                    row -> UniqueId.of(row.getBytes("id"))));
            return rows.stream().map(row -> new DueInvitation(row, optedOut.contains(row.personId()))).toList();
        });
    }

    /** Whom to write to, looked at again: nothing if the invitation has moved on since it was claimed. */
    Optional<InvitedCustomer> customer(DueInvitation due) {
        return transactions.inNew(connection -> table.find(connection, due.row().id(), false)
                .filter(row -> row.state() == due.row().state()).flatMap(invitations::customer));
    }

    /** When the survey lets mails go to this customer: now, or when its sending window opens. */
    Instant opensAt(InvitedCustomer customer, Instant now) {
        return surveys.policyNamed(customer.survey().name()).orElseThrow().window().next(now,
                NewDecision.zone(customer.closure().requester().timeZone(), zone.id()));
    }

    void giveUp(DueInvitation due) {
        CancelReason reason = due.address() == null ? CancelReason.ERASED : CancelReason.EXPIRED_UNSENT;
        move(due, InvitationState.CANCELLED, connection -> table.giveUp(connection, due.row().id(),
                InvitationState.CANCELLED, reason));
    }

    void expire(DueInvitation due) {
        move(due, InvitationState.EXPIRED, connection -> table.expire(connection, due.row().id()));
    }

    void forget(DueInvitation due) {
        transactions.inNew(connection -> table.forget(connection, due.row().id()));
    }

    void waitUntil(DueInvitation due, Instant instant) {
        transactions.inNew(connection -> table.postpone(connection, due.row(), instant, false));
    }

    void postpone(DueInvitation due, Instant now) {
        Duration pause = RetryPause.after(due.row().attempts());
        transactions.inNew(connection -> table.postpone(connection, due.row(), now.plus(pause), true));
    }

    /** Writes down what the mail server said to an invitation or a reminder. */
    void stamp(DueInvitation due, boolean reminder, Delivery delivery, Instant now) {
        metrics.delivery(reminder, delivery);
        UUID id = due.row().id();
        if (delivery == Delivery.REFUSED_FOR_NOW) {
            LOG.warnf("The mail server did not take a mail (attempt %d), trying again later",
                    due.row().attempts() + 1);
            postpone(due, now);
        } else if (reminder) {
            transactions.inNew(connection -> {
                if (delivery == Delivery.NO_SUCH_MAILBOX) {
                    markUndeliverable(connection, due.row().personId(), now);
                }
                return table.reminded(connection, id, now);
            });
        } else if (delivery == Delivery.ACCEPTED) {
            sent(due, now);
        } else {
            LOG.warn("The mail server refused a mail for good");
            move(due, InvitationState.REFUSED, connection -> {
                if (delivery == Delivery.NO_SUCH_MAILBOX) {
                    markUndeliverable(connection, due.row().personId(), now);
                }
                return table.giveUp(connection, id, InvitationState.REFUSED, null);
            });
        }
    }

    private void sent(DueInvitation due, Instant now) {
        SurveyPolicy policy = surveys.policyNamed(due.row().survey()).orElseThrow();
        Instant expiresAt = now.plus(policy.expiresAfter());
        UUID id = due.row().id();
        transactions.inNew(connection -> {
            if (table.sent(connection, id, now, expiresAt, policy.nextActionAfterSending(now, expiresAt))) {
                fire(due, InvitationState.SENT);
            } else if (table.sentTooLate(connection, id, now)) {
                fire(due, InvitationState.WITHDRAWN);
            }
            return null;
        });
    }

    private void move(DueInvitation due, InvitationState state, Transactions.Work<Boolean> update) {
        transactions.inNew(connection -> {
            if (update.on(connection)) {
                fire(due, state);
            }
            return null;
        });
    }

    private void fire(DueInvitation due, InvitationState state) {
        changed.fire(new InvitationsChanged(List.of(new Change(due.row().closureId(), state))));
    }

    private static void markUndeliverable(Connection connection, UUID person, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE person SET undeliverable_at = ? WHERE id = ?")) {
            statement.setObject(1, Timestamps.of(now));
            statement.setBytes(2, UniqueId.bytes(person));
            statement.executeUpdate();
        }
    }
}
