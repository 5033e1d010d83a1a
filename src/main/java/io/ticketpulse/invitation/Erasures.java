package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.ticketpulse.closure.RequesterErasure;
import io.ticketpulse.invitation.InvitationsChanged.Change;
import io.ticketpulse.invitation.PersonErased.Kind;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/**
 * Erases people, in every room and in one transaction. What is counted stays, and so does the keyed hash of the address, by
 * which the person is left alone for as long as before. Others lock tickets before people and not after them, as here, where
 * the tickets are found by the person: two may stand in each other's way, and the database ends one of them. That does no
 * harm, for either begins anew ({@link Transactions#inNew}), and nothing of an erasure outlives its transaction but that
 * what desks have told is forgotten, which may be done twice.
 */
@Singleton
class Erasures {

    private final Transactions transactions;
    private final People people;
    private final InvitationTable table;
    private final RequesterErasure requesters;
    private final Event<PersonErased> erased;
    private final Event<InvitationsChanged> changed;
    private final InvitationMetrics metrics;

    Erasures(Transactions transactions, People people, InvitationTable table, RequesterErasure requesters,
            Event<PersonErased> erased, Event<InvitationsChanged> changed, InvitationMetrics metrics) {
        this.transactions = transactions;
        this.people = people;
        this.table = table;
        this.requesters = requesters;
        this.erased = erased;
        this.changed = changed;
        this.metrics = metrics;
    }

    /** Erases somebody, also one of whom nobody has heard; how much there was. Again changes nothing. */
    Map<Kind, Integer> erase(EmailAddress address) {
        Map<Kind, Integer> counts = transactions.inNew(connection -> erase(connection, address));
        metrics.erased();
        return counts;
    }

    private Map<Kind, Integer> erase(Connection connection, EmailAddress address) throws SQLException {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            counts.put(kind, 0);
        }
        Optional<UUID> person = people.find(connection, address);
        List<InvitationTable.Row> invitations = person.isPresent()
                ? table.ofPerson(connection, person.get())
                : List.of();
        for (InvitationTable.Row invitation : invitations) {
            counts.merge(Kind.INVITATIONS, table.erase(connection, invitation.id()) ? 1 : 0, Integer::sum);
        }
        counts.put(Kind.CANCELLED, cancelPending(connection, invitations));
        if (person.isPresent()) {
            counts.put(Kind.REASONS, forgetReasons(connection, person.get()));
            erased.fire(new PersonErased(invitations.stream().map(InvitationTable.Row::id).toList(),
                    (kind, number) -> counts.merge(kind, number, Integer::sum)));
        }
        Predicate<String> isTheirs = text -> EmailAddress.of(text).filter(address::equals).isPresent();
        RequesterErasure.Erased events = requesters.erase(address.text(), isTheirs,
                invitations.stream().map(InvitationTable.Row::closureId).toList());
        counts.put(Kind.CLOSINGS, events.closings());
        counts.merge(Kind.EVENTS, events.events(), Integer::sum);
        return counts;
    }

    private int cancelPending(Connection connection, List<InvitationTable.Row> invitations) throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (InvitationTable.Row row : invitations) {
            if (table.giveUp(connection, row.id(), InvitationState.CANCELLED, CancelReason.ERASED)) {
                changes.add(new Change(row.closureId(), InvitationState.CANCELLED));
            }
        }
        if (!changes.isEmpty()) {
            changed.fire(new InvitationsChanged(changes));
        }
        return changes.size();
    }

    /** Who changed what, and when, is kept; why is in words of staff, who may have written anything. */
    private static int forgetReasons(Connection connection, UUID person) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE opt_out_change SET reason = NULL WHERE person_id = ? AND reason IS NOT NULL")) {
            statement.setBytes(1, UniqueId.bytes(person));
            return statement.executeUpdate();
        }
    }
}
