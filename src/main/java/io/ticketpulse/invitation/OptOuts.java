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

    /** Whether somebody has opted out, whom nobody need have heard of. */
    boolean hasOptedOut(UnsignedBytes person) {
        return query("SELECT opted_out_at IS NOT NULL AS opted_out FROM person WHERE address_hash = ?", person,
                row -> row.getBoolean("opted_out")).orElse(false);
    }

    /** The locale in the person's newest invitation; {@link Locale#ROOT} if it is unknown. */
    Locale language(UnsignedBytes person) {
        return query("""
                SELECT address, summary, locale, time_zone FROM invitation
                WHERE person_id = (SELECT id FROM person WHERE address_hash = ?) ORDER BY id DESC LIMIT 1""", person,
                Addressee::read).map(Addressee::language).orElse(Locale.ROOT);
    }

    private <T> Optional<T> query(String sql, UnsignedBytes person, Batch.Reader<T> reader) {
        return transactions.inNew(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, person.bytes());
                return Batch.read(statement, reader).stream().findFirst();
            }
        });
    }

    /** The person is not asked any more, known or not; a second time changes nothing. */
    void optOut(UnsignedBytes person) {
        OptOutChange change = OptOutChange.byThePerson(true, clock.instant());
        transactions.inNew(connection -> carryOut(connection, people.known(connection, person), change));
    }

    /** The person may be asked again. */
    void optIn(UnsignedBytes person) {
        OptOutChange change = OptOutChange.byThePerson(false, clock.instant());
        transactions.inNew(connection -> {
            Optional<UUID> known = people.find(connection, person);
            return known.isPresent() && carryOut(connection, known.get(), change);
        });
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
