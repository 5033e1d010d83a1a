package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.Survey;
import io.ticketpulse.invitation.Surveys;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;

/** The end of a month: its figures stay for ever as they are, and what they were computed from may go. */
@Singleton
class MonthSealing {

    private final Transactions transactions;
    private final Surveys surveys;
    private final MonthPublisher publisher;
    private final MonthTable months;
    private final FactTable facts;
    private final CellTable cells;
    private final ChangeLog changes;
    private final Clock clock;

    MonthSealing(Transactions transactions, Surveys surveys, MonthPublisher publisher, MonthTable months,
            FactTable facts, CellTable cells, ChangeLog changes, Clock clock) {
        this.transactions = transactions;
        this.surveys = surveys;
        this.publisher = publisher;
        this.months = months;
        this.facts = facts;
        this.cells = cells;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Publishes a month of a survey for the last time. Earlier months come first, because later ones compare themselves with
     * them. A survey that is gone from the settings and was never published stays without figures. Again is no harm.
     *
     * @return whether it is sealed now; false while answers may still come in
     */
    boolean seal(SurveyMonth month) {
        if (!publisher.isSettled(month, clock.instant())) {
            return false;
        }
        publisher.publishAndSeal(month, surveys.named(month.survey()).map(Survey::scale).orElse(null));
        return true;
    }

    /**
     * Some closures of a month that were purged.
     *
     * @param facts   how many of this room there were
     * @param earlier what the earlier rooms deleted; of closures that somebody else deletes at once, nothing
     */
    record Purge<T>(int facts, T earlier) {}

    /**
     * Deletes closures of a month, in one transaction, and at last what was only needed to count it; none unless it is sealed.
     * What came late for a sealed month goes the same way.
     *
     * @param limit        the most that are deleted at once
     * @param earlierRooms deletes what the earlier rooms keep of closures, in the transaction
     * @return done when the facts are fewer than the limit
     */
    <T> Purge<T> purge(SurveyMonth month, int limit, Function<List<UUID>, T> earlierRooms) {
        return transactions.inNew(connection -> {
            List<UUID> closures = sealedClosures(connection, month, limit);
            T earlier = earlierRooms.apply(closures);
            facts.delete(connection, closures);
            if (closures.size() < limit
                    && months.lock(connection, month).map(MonthTable.State::sealed).orElse(false)) {
                cells.delete(connection, month);
                changes.removeAll(connection, month);
            }
            return new Purge<>(closures.size(), earlier);
        });
    }

    /** Without locking them: everybody locks tickets first, and facts last. Nothing breaks a seal. */
    private static List<UUID> sealedClosures(Connection connection, SurveyMonth month, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT closure_id FROM satisfaction_fact JOIN satisfaction_month USING (survey, month)
                WHERE survey = ? AND month = ? AND sealed_at IS NOT NULL ORDER BY closure_id LIMIT ?""")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            statement.setInt(3, limit);
            return Batch.read(statement, row -> UniqueId.of(row.getBytes("closure_id")));
        }
    }
}
