package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ticketpulse.closure.Dimension;
import io.ticketpulse.invitation.DecidedClosure;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.InvitationsChanged;
import io.ticketpulse.invitation.SamplingDecision.Skipped;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.response.ResponsesCounted;

/** The facts, in batches. Rows are written in one order everywhere, so that transactions queue and never deadlock. */
@Singleton
class FactTable {

    private static final TypeReference<List<String>> DRIVERS = new TypeReference<>() {
    };

    private final FigureJson json;

    FactTable(FigureJson json) {
        this.json = json;
    }

    /** Adds closures that have a survey; one that is there already stays as it is. */
    void insert(Connection connection, Collection<DecidedClosure> decided) throws SQLException {
        Batch.update(connection, """
                INSERT INTO satisfaction_fact (survey, month, closure_id, desk, ticket_type, service, category,
                    assignment_group, priority, department, location, sla_met, time_to_resolve, skip_reason,
                    probability, invitation_state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE closure_id = satisfaction_fact.closure_id""",
                sorted(decided, closure -> closure.closure().id()), (statement, closure) -> {
                    int index = 1;
                    statement.setString(index++, closure.survey());
                    statement.setString(index++, closure.month().toString());
                    statement.setBytes(index++, UniqueId.bytes(closure.closure().id()));
                    for (Dimension dimension : Dimension.values()) {
                        statement.setString(index++, dimension.of(closure.closure()));
                    }
                    boolean skipped = closure.decision() instanceof Skipped;
                    statement.setObject(index++, closure.closure().slaMet());
                    Duration timeToResolve = TimeToResolve.of(closure.closure());
                    statement.setObject(index++, timeToResolve == null ? null : timeToResolve.toSeconds());
                    statement.setString(index++, skipped ? ((Skipped) closure.decision()).reason().name() : null);
                    statement.setObject(index++, closure.decision().probability());
                    statement.setString(index, skipped ? null : InvitationState.PENDING.name());
                });
    }

    /** What to note where the facts of those closures change; the others have none. */
    List<ChangeLog.Entry> entriesOf(Connection connection, Collection<UUID> closures) throws SQLException {
        List<Object[]> keys = closures.stream().map(id -> new Object[]{UniqueId.bytes(id)}).toList();
        return Batch.select(connection,
                "SELECT closure_id, survey, month FROM satisfaction_fact WHERE closure_id IN (%s)", keys,
                ChangeLog.Entry::read);
    }

    void setInvitations(Connection connection, Collection<InvitationsChanged.Change> changes) throws SQLException {
        Batch.update(connection, "UPDATE satisfaction_fact SET invitation_state = ? WHERE closure_id = ?",
                sorted(changes, InvitationsChanged.Change::closureId), (statement, change) -> {
                    statement.setString(1, change.state().name());
                    statement.setBytes(2, UniqueId.bytes(change.closureId()));
                });
    }

    void setReopened(Connection connection, Collection<UUID> closures) throws SQLException {
        Batch.update(connection, "UPDATE satisfaction_fact SET reopened = TRUE WHERE closure_id = ?",
                sorted(closures, id -> id), (statement, id) -> statement.setBytes(1, UniqueId.bytes(id)));
    }

    void setResponses(Connection connection, Collection<ResponsesCounted.Standing> standings) throws SQLException {
        Batch.update(connection, """
                UPDATE satisfaction_fact SET scale = ?, score = ?, commented = ?, quarantined = ?, drivers = ?
                WHERE closure_id = ?""", sorted(standings, ResponsesCounted.Standing::closureId),
                (statement, standing) -> {
                    statement.setString(1, standing.scale() == null ? null : standing.scale().name());
                    statement.setObject(2, standing.score());
                    statement.setBoolean(3, standing.commented());
                    statement.setBoolean(4, standing.quarantined());
                    statement.setString(5, written(standing.drivers()));
                    statement.setBytes(6, UniqueId.bytes(standing.closureId()));
                });
    }

    /** Those of the closures that have a fact. */
    List<UUID> among(Connection connection, Collection<UUID> closures) throws SQLException {
        return Batch.select(connection, "SELECT closure_id FROM satisfaction_fact WHERE closure_id IN (%s)",
                UniqueId.keys(closures), row -> UniqueId.of(row.getBytes("closure_id")));
    }

    /** The months that have facts, up to this one, the oldest first. */
    List<SurveyMonth> monthsUntil(Connection connection, YearMonth last) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT survey, month FROM satisfaction_fact GROUP BY survey, month HAVING month <= ?")) {
            statement.setString(1, last.toString());
            return Batch.read(statement, SurveyMonth::read).stream().sorted().toList();
        }
    }

    /** Deletes facts, and what was counted of them. */
    void delete(Connection connection, Collection<UUID> closures) throws SQLException {
        Batch.execute(connection, "DELETE FROM satisfaction_counted WHERE closure_id IN (%s)", UniqueId.keys(closures));
        Batch.execute(connection, "DELETE FROM satisfaction_fact WHERE closure_id IN (%s)", UniqueId.keys(closures));
    }

    /** Whether there is anything to compute of a month. */
    boolean hasAny(Connection connection, SurveyMonth month) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT survey, month FROM satisfaction_fact WHERE survey = ? AND month = ? LIMIT 1")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            return !Batch.read(statement, SurveyMonth::read).isEmpty();
        }
    }

    /** Reads the fact of a row that has all of it. */
    Fact read(ResultSet row) throws SQLException {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            values.put(dimension, row.getString(dimension.name().toLowerCase(Locale.ROOT)));
        }
        Long timeToResolve = row.getObject("time_to_resolve", Long.class);
        String reason = row.getString("skip_reason");
        String state = row.getString("invitation_state");
        String scale = row.getString("scale");
        return new Fact(values, row.getObject("sla_met", Boolean.class),
                timeToResolve == null ? null : Duration.ofSeconds(timeToResolve),
                reason == null ? null : SkipReason.valueOf(reason), row.getObject("probability", Double.class),
                state == null ? null : InvitationState.valueOf(state), row.getBoolean("reopened"),
                scale == null ? null : Scale.valueOf(scale), row.getObject("score", Integer.class),
                row.getBoolean("commented"), row.getBoolean("quarantined"),
                drivers(row.getString("drivers")));
    }

    /** Reads what {@link #written} wrote. */
    List<String> drivers(String written) {
        return written == null ? List.of() : json.read(written, DRIVERS);
    }

    /** Drivers as a column holds them; null if there are none. */
    String written(List<String> drivers) {
        return drivers.isEmpty() ? null : json.write(drivers);
    }

    private static <T> List<T> sorted(Collection<T> rows, Function<T, UUID> closureId) {
        return rows.stream().sorted(Comparator.comparing(closureId)).toList();
    }
}
