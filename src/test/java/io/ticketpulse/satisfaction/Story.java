package io.ticketpulse.satisfaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.ticketpulse.closure.ClosuresReopened;
import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.invitation.ClosuresDecided;
import io.ticketpulse.invitation.DecidedClosure;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.InvitationsChanged;
import io.ticketpulse.invitation.SamplingDecision;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.SkipReason;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.response.ResponsesCounted;
import io.ticketpulse.servers.RealServers;

/** Tells this room what the earlier rooms would: each call is a transaction of its own. */
@Singleton
@Unremovable
class Story {

    static final String SURVEY = "incident";

    private final Event<ClosuresDecided> decided;
    private final Event<InvitationsChanged> invitations;
    private final Event<ClosuresReopened> reopened;
    private final Event<ResponsesCounted> responses;

    Story(Event<ClosuresDecided> decided, Event<InvitationsChanged> invitations, Event<ClosuresReopened> reopened,
            Event<ResponsesCounted> responses) {
        this.decided = decided;
        this.invitations = invitations;
        this.reopened = reopened;
        this.responses = responses;
    }

    /** Empties the tables of this room and the outbox. */
    static void beginAnew() throws SQLException {
        // What every start makes up for would come in the middle of some test.
        Arc.container().instance(Scheduler.class).get().pause(DailyPublication.CATCHING_UP);
        try (Connection connection = RealServers.database(); Statement statement = connection.createStatement()) {
            for (String table : List.of("satisfaction_fact", "satisfaction_uncounted", "satisfaction_counted",
                    "satisfaction_cell", "satisfaction_month", "satisfaction_figure", "outbox")) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
    }

    /** All facts of a month. */
    static List<Fact> facts(Connection connection, SurveyMonth month, FactTable table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM satisfaction_fact WHERE survey = ? AND month = ?")) {
            statement.setString(1, month.survey());
            statement.setString(2, month.month().toString());
            return Batch.read(statement, row -> table.read(row));
        }
    }

    /** Closes tickets of a desk whose customers are asked for certain. */
    List<UUID> sampled(YearMonth month, String desk, int number) {
        return decide(month, desk, number, new SamplingDecision.Sampled(1.0));
    }

    List<UUID> skipped(YearMonth month, String desk, int number, SkipReason reason) {
        return decide(month, desk, number, new SamplingDecision.Skipped(reason));
    }

    List<UUID> decide(YearMonth month, String desk, int number, SamplingDecision decision) {
        List<DecidedClosure> closures = IntStream.range(0, number).mapToObj(i -> new DecidedClosure(
                closure(month, desk), SURVEY, month, decision)).toList();
        decide(closures);
        return closures.stream().map(closure -> closure.closure().id()).toList();
    }

    void decide(List<DecidedClosure> closures) {
        tell(() -> decided.fire(new ClosuresDecided(closures, Instant.now())));
    }

    /** Closes one ticket within the transaction that is running. */
    void sampledWithin(YearMonth month, String desk) {
        decided.fire(new ClosuresDecided(List.of(new DecidedClosure(closure(month, desk), SURVEY, month,
                new SamplingDecision.Sampled(1.0))), Instant.now()));
    }

    void move(InvitationState state, List<UUID> closures) {
        tell(() -> invitations.fire(new InvitationsChanged(
                closures.stream().map(id -> new InvitationsChanged.Change(id, state)).toList())));
    }

    void reopen(List<UUID> closures) {
        tell(() -> reopened.fire(new ClosuresReopened(closures, Instant.now())));
    }

    void count(ResponsesCounted.Standing... standings) {
        tell(() -> responses.fire(new ResponsesCounted(List.of(standings))));
    }

    /** Customers of a desk are asked and answer, each with one of the scores. */
    List<UUID> answered(YearMonth month, String desk, Integer... scores) {
        List<UUID> closures = sampled(month, desk, scores.length);
        move(InvitationState.SENT, closures);
        move(InvitationState.RESPONDED, closures);
        List<ResponsesCounted.Standing> standings = new ArrayList<>();
        Stream.of(scores).forEach(score -> standings.add(score(closures.get(standings.size()), score)));
        count(standings.toArray(ResponsesCounted.Standing[]::new));
        return closures;
    }

    static ResponsesCounted.Standing score(UUID closure, Integer score) {
        return new ResponsesCounted.Standing(closure, Scale.STARS, score, false, List.of(), false);
    }

    static TicketClosure closure(YearMonth month, String desk) {
        return new TicketClosure(UniqueId.next(), desk, "T-1", 0, month.atDay(15).atStartOfDay().toInstant(
                ZoneOffset.UTC), null, "incident", null, null, null, null, null, null, null, null, true,
                Requester.UNKNOWN, null);
    }

    private static void tell(Runnable event) {
        QuarkusTransaction.requiringNew().run(event);
    }
}
