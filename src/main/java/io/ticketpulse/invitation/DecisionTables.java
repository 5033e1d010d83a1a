package io.ticketpulse.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.SamplingDecision.Skipped;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.UniqueId;

/** Writes decisions and the invitations that follow from them, in batches. */
@Singleton
class DecisionTables {

    void insert(Connection connection, List<NewDecision> decisions, Instant now) throws SQLException {
        Batch.update(connection, """
                INSERT INTO decision (closure_id, survey, month, skip_reason, probability, policy_version, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", decisions, (statement, decision) -> {
            DecidedClosure decided = decision.decided();
            statement.setBytes(1, UniqueId.bytes(decided.closure().id()));
            statement.setString(2, decided.survey());
            statement.setString(3, decided.month().toString());
            statement.setString(4, decided.decision() instanceof Skipped skipped ? skipped.reason().name() : null);
            statement.setObject(5, decided.decision().probability());
            statement.setString(6, decision.version());
            statement.setObject(7, Timestamps.of(now));
        });
        Batch.update(connection, """
                INSERT INTO invitation (id, closure_id, person_id, survey, month, state, due_at, asked_at, expires_at,
                    next_action_at, address, summary, locale, time_zone)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                decisions.stream().filter(decision -> decision.invitation().isPresent()).toList(),
                (statement, decision) -> {
                    NewDecision.NewInvitation invitation = decision.invitation().orElseThrow();
                    statement.setBytes(1, UniqueId.bytes(invitation.id()));
                    statement.setBytes(2, UniqueId.bytes(decision.decided().closure().id()));
                    statement.setBytes(3, UniqueId.bytes(invitation.personId()));
                    statement.setString(4, decision.decided().survey());
                    statement.setString(5, decision.decided().month().toString());
                    statement.setString(6, InvitationState.PENDING.name());
                    statement.setObject(7, Timestamps.of(invitation.dueAt()));
                    statement.setObject(8, Timestamps.of(invitation.askedAt()));
                    statement.setObject(9, Timestamps.of(invitation.expiresAt()));
                    statement.setObject(10, Timestamps.of(invitation.askedAt()));
                    statement.setString(11, invitation.addressee().address());
                    statement.setString(12, invitation.addressee().summary());
                    statement.setString(13, invitation.addressee().locale());
                    statement.setString(14, invitation.addressee().timeZone());
                });
    }
}
