package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.ticketpulse.invitation.InvitationsChanged.Change;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/** People who do not want to be asked, over all desks and surveys, until they say otherwise. */
@Singleton
class OptOuts {

    private final Transactions transactions;
    private final InvitationTable table;
    private final People people;
    private final Event<InvitationsChanged> changed;
    private final Clock clock;

    OptOuts(Transactions transactions, InvitationTable table, People people, Event<InvitationsChanged> changed,
            Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.people = people;
        this.changed = changed;
        this.clock = clock;
    }

    /** Whether the person who got this invitation has opted out; nothing if there is no such invitation. */
    Optional<Boolean> state(UUID invitation) {
        return transactions.inNew(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT person.opted_out_at IS NOT NULL AS opted_out FROM invitation
                    JOIN person ON person.id = invitation.person_id WHERE invitation.id = ?""")) {
                statement.setBytes(1, UniqueId.bytes(invitation));
                return Batch.read(statement, row -> row.getBoolean("opted_out")).stream()
                        .findFirst();
            }
        });
    }

    /** The locale of the person who got this invitation; {@link Locale#ROOT} if it is unknown. */
    Locale language(UUID invitation) {
        return transactions.inNew(connection -> table.find(connection, invitation, false))
                .map(row -> row.addressee().language()).orElse(Locale.ROOT);
    }

    /** The person is not asked any more; a second time changes nothing. Whether there is such an invitation. */
    boolean optOut(UUID invitation) {
        return change(invitation, OptOutChange.byThePerson(true, clock.instant()));
    }

    /** The person may be asked again; whether there is such an invitation. */
    boolean optIn(UUID invitation) {
        return change(invitation, OptOutChange.byThePerson(false, clock.instant()));
    }

    private boolean change(UUID invitation, OptOutChange change) {
        return transactions.inNew(connection -> change(connection, invitation, change));
    }

    private boolean change(Connection connection, UUID invitation, OptOutChange change) throws SQLException {
        Optional<InvitationTable.Row> row = table.find(connection, invitation, false);
        if (row.isPresent()) {
            carryOut(connection, row.get().personId(), change);
        }
        return row.isPresent();
    }

    /**
     * Staff say so for a person. Of one of whom nobody has heard yet it is only kept who does not want to be asked.
     *
     * @return whether anything changed
     */
    boolean change(EmailAddress address, boolean optedOut, String reason, String by) {
        OptOutChange change = new OptOutChange(optedOut, reason, by, clock.instant());
        return transactions.inNew(connection -> {
            Optional<UUID> person = optedOut
                    ? Optional.of(people.known(connection, address))
                    : people.find(connection, address);
            return person.isPresent() && carryOut(connection, person.get(), change);
        });
    }

    private boolean carryOut(Connection connection, UUID person, OptOutChange change) throws SQLException {
        if (!change.write(connection, person)) {
            return false;
        }
        if (change.optedOut()) {
            cancelPending(connection, person);
        }
        return true;
    }

    private void cancelPending(Connection connection, UUID person) throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (InvitationTable.Row row : table.ofPerson(connection, person)) {
            if (table.giveUp(connection, row.id(), InvitationState.CANCELLED, CancelReason.OPTED_OUT)) {
                changes.add(new Change(row.closureId(), InvitationState.CANCELLED));
            }
        }
        if (!changes.isEmpty()) {
            changed.fire(new InvitationsChanged(changes));
        }
    }
}
