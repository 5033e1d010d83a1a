package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.invitation.Closed.Ticket;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom we ask, decided on a real database. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ClosureDeciderTest {

    private static final Instant NOW = Instant.parse("2026-10-10T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final String somebody = Closed.somebody();

    @Inject
    Closed closed;

    @Inject
    MeterRegistry meters;

    /** Tickets to which a reason applies together with as many later ones as can be. */
    static Stream<List<Object>> objections() {
        Ticket bad = Ticket.of("choosy", NOW, null).category("spam");
        return Stream.of(
                List.of("NO_SURVEY", new Ticket("nobody's", NOW.minus(30, ChronoUnit.DAYS), null, "spam", null, null,
                        null, null)),
                List.of("TOO_OLD", Ticket.of("choosy", NOW.minus(7, ChronoUnit.DAYS).minusMillis(1), null)
                        .category("spam")),
                List.of("EXCLUDED_TICKET", bad),
                List.of("EXCLUDED_TICKET", Ticket.of("Choosy-Too", NOW, null)),
                List.of("EXCLUDED_TICKET", Ticket.of("choosy", NOW, "not an address").category("SPAM")),
                List.of("EXCLUDED_TICKET", Ticket.of("choosy", NOW, null).priority("P5")),
                List.of("EXCLUDED_TICKET", Ticket.of("choosy", NOW, null).closeCode("duplicate")),
                List.of("NO_ADDRESS", Ticket.of("choosy", NOW, null)),
                List.of("INVALID_ADDRESS", Ticket.of("choosy", NOW, "no-reply@").assignee("no-reply@")),
                List.of("EXCLUDED_ADDRESS", Ticket.of("choosy", NOW, "No-Reply@example.org")
                        .assignee("no-reply@example.org")),
                List.of("SELF_RESOLVED", Ticket.of("choosy", NOW, "Ada@example.org").assignee(" ada@Example.org")),
                List.of("NOT_DRAWN 0", Ticket.of("never", NOW, "someone-new@example.org")));
    }

    @ParameterizedTest
    @MethodSource("objections")
    void theFirstReasonThatAppliesWins(List<Object> row) {
        String decided = closed.decide(NOW, (Ticket) row.get(1));

        assertThat(decided).isEqualTo(row.get(0));
    }

    @Test
    void theLowestOrderTakesATicketThatSeveralWant() {
        Ticket ticket = Ticket.of("shared", NOW, somebody);

        closed.decide(NOW, ticket);

        assertThat(surveyOf(somebody)).isEqualTo("second");
    }

    @Test
    void theFirstNameTakesATicketThatSeveralOfOneOrderWant() {
        closed.decide(NOW, Ticket.of("contested", NOW, somebody));

        assertThat(surveyOf(somebody)).isEqualTo("a-first");
    }

    @Test
    void whoOptedOutIsNotAskedThoughUndeliverableToo() {
        asked(1);
        person("opted_out_at = '2026-01-01', undeliverable_at = '2026-10-01'");

        assertThat(closed.decide(NOW, Ticket.of("at-once", NOW, somebody))).isEqualTo("OPTED_OUT");
    }

    @Test
    void whoseMailBouncedIsNotAskedThoughAskedAMomentAgoToo() {
        asked(1);
        person("undeliverable_at = '2026-04-14'");

        assertThat(closed.decide(NOW, Ticket.of("at-once", NOW, somebody))).isEqualTo("UNDELIVERABLE");
    }

    @Test
    void aBounceIsForgottenAfterHalfAYear() {
        asked(40);
        person("undeliverable_at = '2026-04-12'");

        assertThat(closed.decide(NOW, Ticket.of("at-once", NOW, somebody))).isEqualTo("SAMPLED 1");
    }

    @Test
    void whoWasAskedLessThanThirtyDaysAgoIsNotAskedWhateverTheDraw() {
        asked(29);

        assertThat(closed.decide(NOW, Ticket.of("never", NOW, somebody))).isEqualTo("COOL_DOWN");
    }

    @Test
    void whoWasAskedThirtyDaysAgoIsAskedAgain() {
        asked(30);

        assertThat(closed.decide(NOW, Ticket.of("at-once", NOW, somebody))).isEqualTo("SAMPLED 1");
    }

    @Test
    void coolDownIsMeasuredToTheDueTimeWhileTheMailIsPending() {
        Instant closedAt = NOW.minus(DAY.multipliedBy(30)).minus(Duration.ofHours(12));
        closed.decide(closedAt, Ticket.of("incident", closedAt, somebody));

        assertThat(closed.decide(NOW, Ticket.of("at-once", NOW, somebody))).isEqualTo("COOL_DOWN");
    }

    @Test
    void coolDownHoldsWithinOneBatchAndForAnyCaseOfTheAddress() {
        List<String> decided = closed.decide(NOW, List.of(Ticket.of("at-once", NOW, somebody),
                Ticket.of("stars", NOW, somebody.toUpperCase())));

        assertThat(decided).containsExactly("SAMPLED 1", "COOL_DOWN");
    }

    @Test
    void theFifthTimeInAYearIsOneTooMany() {
        asked(360);
        asked(250);
        asked(140);
        asked(31);

        assertThat(closed.decide(NOW, Ticket.of("never", NOW, somebody))).isEqualTo("CUSTOMER_CAP");
    }

    @Test
    void whatIsMoreThanAYearAgoIsForgotten() {
        asked(365);
        asked(250);
        asked(140);
        asked(31);

        assertThat(closed.decide(NOW, Ticket.of("at-once", NOW, somebody))).isEqualTo("SAMPLED 1");
    }

    @Test
    void whatWasCancelledDoesNotCount() {
        asked(1);
        execute("UPDATE invitation SET asked_at = NULL, state = 'CANCELLED' WHERE person_id = (%s)");

        assertThat(closed.decide(NOW, Ticket.of("at-once", NOW, somebody))).isEqualTo("SAMPLED 1");
    }

    @Test
    void decisionsAreCounted() {
        double before = meters.counter(InvitationMetrics.DECISIONS, "outcome", "no-address").count();

        closed.decide(NOW, Ticket.of("choosy", NOW, null));

        assertThat(meters.counter(InvitationMetrics.DECISIONS, "outcome", "no-address").count()).isEqualTo(before + 1);
    }

    /** Somebody was asked so many days ago. */
    private void asked(int daysAgo) {
        Instant then = NOW.minus(DAY.multipliedBy(daysAgo));
        assertThat(closed.decide(then, Ticket.of("at-once", then, somebody))).isEqualTo("SAMPLED 1");
    }

    private void person(String change) {
        execute("UPDATE person SET " + change + " WHERE id = (%s)");
    }

    private void execute(String sql) {
        try (Connection database = RealServers.database();
                PreparedStatement update = database.prepareStatement(
                        sql.formatted(
                                "SELECT person_id FROM (SELECT person_id FROM invitation WHERE address = ?) AS them"))) {
            update.setString(1, somebody);
            assertThat(update.executeUpdate()).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String surveyOf(String email) {
        try (Connection database = RealServers.database();
                PreparedStatement query = database.prepareStatement(
                        "SELECT survey FROM invitation WHERE address = ?")) {
            query.setString(1, email);
            var rows = query.executeQuery();
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
