package io.ticketpulse.closure;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.ticketpulse.closure.RequesterLookUpTable.Waiting;
import io.ticketpulse.closure.TicketEvent.Closing;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.StandInDesks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk that is asked for an address and does not give it. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class RequesterLookUpFailuresTest {

    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);

    private final NamelessTicket ticket = NamelessTicket.at(StandInDesks.FLAKY);
    private MovableClock clock;

    @Inject
    TicketRecorder recorder;

    @Inject
    RequesterLookUpJob job;

    @Inject
    TicketTables tickets;

    @Inject
    RequesterLookUpTable table;

    @Inject
    Transactions transactions;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void beginAnew() {
        clock = MovableClock.installed();
        transactions.inNew(connection -> connection.createStatement().executeUpdate("DELETE FROM requester_look_up"));
        CircuitBreakerMaintenance.get().reset(DeskDirectories.circuit(StandInDesks.FLAKY));
    }

    @Test
    void aDeskThatFailsIsAskedAgain() {
        ticket.answered(serverError());
        recorder.record(List.of(ticket.closed(clock.instant())));
        job.lookUpWhatIsDue();
        ticket.known();
        clock.passSeconds(2);

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("PENDING");
        assertThat(ticket.timesAsked()).isEqualTo(2);
    }

    @Test
    void aFailureDecidesNothing() {
        ticket.answered(serverError());
        recorder.record(List.of(ticket.closed(clock.instant())));
        double before = lookUps(IntakeMetrics.FAILED);

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).isEmpty();
        assertThat(ticket.nextAttempts()).containsExactly(clock.instant().plusSeconds(2));
        assertThat(lookUps(IntakeMetrics.FAILED) - before).isEqualTo(1);
    }

    @Test
    void afterTenMinutesThereIsNoAddress() {
        ticket.answered(serverError());
        recorder.record(List.of(ticket.closed(clock.instant())));
        job.lookUpWhatIsDue();
        clock.pass(GIVE_UP_AFTER);
        double before = lookUps(IntakeMetrics.GIVEN_UP);

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("NO_ADDRESS");
        assertThat(lookUps(IntakeMetrics.GIVEN_UP) - before).isEqualTo(1);
    }

    @Test
    void aMomentEarlierThereMayBe() {
        ticket.answered(serverError());
        recorder.record(List.of(ticket.closed(clock.instant())));
        job.lookUpWhatIsDue();
        clock.pass(GIVE_UP_AFTER.minusMillis(1));

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).isEmpty();
    }

    @Test
    void whoWasAwayForTooLongAsksOnce() {
        ticket.known();
        recorder.record(List.of(ticket.closed(clock.instant())));
        clock.pass(GIVE_UP_AFTER.multipliedBy(2));

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("PENDING");
    }

    @Test
    void aDeskThatIsSilentIsNotWaitedFor() {
        NamelessTicket slow = NamelessTicket.at(StandInDesks.SLOW);
        slow.answered(okJson(StandInDesks.person("zendesk", slow.address())).withFixedDelay(8_000));
        recorder.record(List.of(slow.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(slow.nextAttempts()).containsExactly(clock.instant().plusSeconds(2));
    }

    @Test
    void aDeskThatFailsOftenIsLeftAloneAndHoldsUpNoOther() {
        List<NamelessTicket> failing = Stream.generate(() -> NamelessTicket.at(StandInDesks.BROKEN)).limit(40).toList();
        failing.forEach(one -> one.answered(serverError()));
        ticket.known();
        recorder.record(Stream.concat(failing.stream(), Stream.of(ticket)).map(one -> one.closed(clock.instant()))
                .toList());

        job.lookUpWhatIsDue();

        assertThat(failing.stream().mapToInt(NamelessTicket::timesAsked).sum()).isBetween(10, 24);
        assertThat(failing).allSatisfy(one -> assertThat(one.nextAttempts()).hasSize(1));
        assertThat(ticket.decisions()).containsExactly("PENDING");
    }

    @Test
    void whatTheSettingsHaveLostWaitsUntilTheDeadline() {
        NamelessTicket lost = waitingAtALostDesk();

        job.lookUpWhatIsDue();

        assertThat(lost.decisions()).isEmpty();
        assertThat(lost.nextAttempts()).containsExactly(clock.instant().plus(GIVE_UP_AFTER));
    }

    @Test
    void whatTheSettingsHaveLostHasNoAddressAfterTheDeadline() {
        NamelessTicket lost = waitingAtALostDesk();
        clock.pass(GIVE_UP_AFTER);

        job.lookUpWhatIsDue();

        assertThat(lost.decisions()).containsExactly("NO_ADDRESS");
    }

    @Test
    void aDeskThatNobodyCanAskIsNotWaitedFor() {
        NamelessTicket unasked = NamelessTicket.at("acme");

        recorder.record(List.of(unasked.closed(clock.instant())));

        assertThat(unasked.decisions()).containsExactly("NO_ADDRESS");
    }

    /** Put into the table as by a service with other settings. */
    private NamelessTicket waitingAtALostDesk() {
        NamelessTicket lost = NamelessTicket.at("lost");
        Closing closing = (Closing) lost.closed(clock.instant());
        transactions.inNew(connection -> {
            tickets.insertClosures(connection, List.of(closing));
            table.insert(connection, List.of(new Waiting(closing, 0, clock.instant().plus(GIVE_UP_AFTER))),
                    clock.instant());
            return null;
        });
        return lost;
    }

    private double lookUps(String outcome) {
        return meters.counter(IntakeMetrics.LOOK_UPS, "desk", StandInDesks.FLAKY, "outcome", outcome).count();
    }
}
