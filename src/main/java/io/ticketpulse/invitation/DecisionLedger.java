package io.ticketpulse.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.ticketpulse.closure.Closures;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.DecisionResource.Decision;
import io.ticketpulse.invitation.DecisionResource.InvitationView;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/** Reads the ledger of decisions. */
@Singleton
class DecisionLedger {

    private final Transactions transactions;
    private final Closures closures;
    private final InvitationTable invitations;

    DecisionLedger(Transactions transactions, Closures closures, InvitationTable invitations) {
        this.transactions = transactions;
        this.closures = closures;
        this.invitations = invitations;
    }

    private record Line(String survey, String skipReason, Double probability, String policyVersion,
            Instant decidedAt) {

        static Line read(ResultSet row) throws SQLException {
            return new Line(row.getString("survey"), row.getString("skip_reason"),
                    row.getObject("probability", Double.class), row.getString("policy_version"),
                    Timestamps.read(row, "decided_at"));
        }
    }

    /** The decisions about a ticket's closures in the order of their cycles; none if the ticket is unknown, or undecided. */
    List<Decision> ofTicket(String desk, String ticketId) {
        return transactions.inNew(connection -> {
            List<TicketClosure> found = closures.ofTicket(desk, ticketId);
            List<UUID> ids = found.stream().map(TicketClosure::id).toList();
            Map<UUID, Line> lines = new HashMap<>();
            Batch.select(connection, """
                    SELECT closure_id, survey, skip_reason, probability, policy_version, decided_at
                    FROM decision WHERE closure_id IN (%s)""",
                    ids.stream().map(id -> new Object[]{UniqueId.bytes(id)}).toList(),
                    row -> lines.put(UniqueId.of(row.getBytes("closure_id")), Line.read(row)));
            Map<UUID, InvitationTable.Row> invited = new HashMap<>();
            invitations.ofClosures(connection, ids, false).forEach(row -> invited.put(row.closureId(), row));
            return found.stream().filter(closure -> lines.containsKey(closure.id()))
                    .map(closure -> decision(closure, lines.get(closure.id()),
                            invited.get(closure.id())))
                    .toList();
        });
    }

    private static Decision decision(TicketClosure closure, Line line, InvitationTable.Row invitation) {
        return new Decision(closure.desk(), closure.ticketId(), closure.cycle(), closure.closedAt(), line.survey,
                line.skipReason == null ? "SAMPLED" : "SKIPPED", line.skipReason, line.probability,
                line.policyVersion, line.decidedAt, invitation == null ? null : view(invitation));
    }

    private static InvitationView view(InvitationTable.Row row) {
        return new InvitationView(row.state().name(), row.cancelReason(), row.dueAt(), row.sentAt(), row.expiresAt());
    }
}
