package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.invitation.Closed.Ticket;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many we ask; months are kept apart by the year in which a test plays. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class SamplingRatesAndCapsTest {

    private static final Instant NOW = Instant.parse("2026-10-10T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final String somebody = Closed.somebody();

    @Inject
    Closed closed;

    @Test
    void manyAtOnceAskOnePersonOnce() {
        List<String> decided = atOnce(12, () -> closed.decide(NOW, Ticket.of("at-once", NOW, somebody)));

        assertThat(decided).containsOnlyOnce("SAMPLED 1").filteredOn("COOL_DOWN"::equals).hasSize(11);
    }

    @Test
    void manyAtOnceKeepToTheMonthlyCap() {
        Instant march = Instant.parse("2031-03-10T12:00:00Z");

        List<String> decided = atOnce(12, () -> closed.decide(march, Ticket.of("capped", march, Closed.somebody())));

        assertThat(decided).filteredOn("SAMPLED 1"::equals).hasSize(5);
        assertThat(decided).filteredOn("MONTHLY_CAP 1"::equals).hasSize(7);
    }

    @Test
    void everyMonthHasACapOfItsOwn() {
        Instant april = Instant.parse("2031-04-30T23:59:59Z");
        closed.decideMany(april, Ticket.of("capped", april, null), 6);

        List<String> decided = closed.decideMany(april.plusSeconds(1),
                Ticket.of("capped", april.plusSeconds(1), null), 6);

        assertThat(decided).filteredOn("SAMPLED 1"::equals).hasSize(5);
    }

    static Stream<List<Object>> rates() {
        return Stream.of(
                List.of(0.0, (UnaryOperator<Ticket>) ticket -> ticket),
                List.of(1.0, (UnaryOperator<Ticket>) ticket -> ticket.priority("P1")),
                List.of(0.25, (UnaryOperator<Ticket>) ticket -> ticket.priority("p2")),
                List.of(0.75, (UnaryOperator<Ticket>) ticket -> ticket.priority("p2").category("Urgent")),
                List.of(0.0, (UnaryOperator<Ticket>) ticket -> ticket.priority("p3")));
    }

    @ParameterizedTest
    @MethodSource("rates")
    @SuppressWarnings("unchecked")
    void theHighestRateOfATicketsValuesIsItsProbability(List<Object> row) {
        Ticket ticket = ((UnaryOperator<Ticket>) row.get(1)).apply(Ticket.of("never", NOW, somebody));

        String decided = closed.decide(NOW, ticket);

        assertThat(Double.parseDouble(decided.split(" ")[1])).isEqualTo((double) row.get(0));
    }

    @Test
    void whatWasSampledBeforeThereWasACapCounts() throws SQLException {
        Instant july = Instant.parse("2031-07-10T12:00:00Z");
        closed.decideMany(july, Ticket.of("capped", july, null), 5);
        try (Connection database = RealServers.database(); Statement statement = database.createStatement()) {
            statement.executeUpdate("DELETE FROM monthly_quota WHERE survey = 'capped' AND month = '2031-07'");
        }

        assertThat(closed.decideMany(july, Ticket.of("capped", july, null), 1)).containsExactly("MONTHLY_CAP 1");
    }

    @Test
    void aValueWithoutHistoryIsAskedAboutForCertain() {
        Instant may = Instant.parse("2032-05-10T12:00:00Z");

        assertThat(closed.decide(may, Ticket.of("minimum", may, somebody).service("New"))).isEqualTo("SAMPLED 1");
    }

    @Test
    void theWantedMinimumIsSharedAmongAsManyAsThereWereLastMonth() {
        Instant may = Instant.parse("2033-05-31T12:00:00Z");
        closed.decideMany(may, Ticket.of("minimum", may, null).service("Mail"), 16);

        String decided = closed.decide(may.plus(DAY), Ticket.of("minimum", may.plus(DAY), somebody).service("Mail"));

        assertThat(decided).endsWith(" 0.125");
    }

    @Test
    void theRateOfAMonthIsFixedAtItsFirstUse() {
        Instant may = Instant.parse("2034-05-31T12:00:00Z");
        Ticket june = Ticket.of("minimum", may.plus(DAY), null).service("Mail");
        closed.decideMany(may, Ticket.of("minimum", may, null).service("Mail"), 8);
        closed.decideMany(may.plus(DAY), june, 1);
        closed.decideMany(may.plus(DAY), Ticket.of("minimum", may, null).service("Mail"), 8);

        List<String> decided = closed.decideMany(may.plus(DAY), june, 1);

        assertThat(decided.get(0)).endsWith(" 0.25");
    }

    private static List<String> atOnce(int threads, Callable<String> work) {
        List<String> results = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture.allOf(IntStream.range(0, threads).mapToObj(i -> CompletableFuture.runAsync(() -> {
            try {
                results.add(work.call());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        })).toArray(CompletableFuture[]::new)).join();
        return results;
    }
}
