package io.ticketpulse.closure;

import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.StandInDesks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk that says how long it wants to be left alone. Each test is a day later than the one before. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class RetryAfterTest {

    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private static Duration later = Duration.ZERO;

    private final NamelessTicket ticket = NamelessTicket.at(StandInDesks.BUSY);
    private final NamelessTicket another = NamelessTicket.at(StandInDesks.BUSY);
    private MovableClock clock;

    @Inject
    TicketRecorder recorder;

    @Inject
    RequesterLookUpJob job;

    @Inject
    Transactions transactions;

    @BeforeEach
    void beginAnew() {
        later = later.plusDays(1);
        clock = MovableClock.installed();
        clock.pass(later);
        forgetClosures();
        CircuitBreakerMaintenance.get().reset(DeskDirectories.circuit(StandInDesks.BUSY));
    }

    @AfterEach
    void forgetClosures() {
        transactions.inNew(connection -> connection.createStatement().executeUpdate("DELETE FROM requester_look_up"));
    }

    @Test
    void aDeskThatWantsToBeLeftAloneIs() {
        wantsToBeLeftAlone("93");
        recorder.record(List.of(ticket.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(ticket.nextAttempts()).containsExactly(clock.instant().plusSeconds(93));
    }

    @Test
    void itIsNotAskedForOthersEither() {
        leftAloneFor("93");
        recorder.record(List.of(another.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(another.timesAsked()).isZero();
        assertThat(another.nextAttempts()).containsExactly(clock.instant().plusSeconds(93));
    }

    @Test
    void afterwardsItIsAskedAgain() {
        another.known();
        leftAloneFor("93");
        recorder.record(List.of(another.closed(clock.instant())));
        clock.passSeconds(93);

        job.lookUpWhatIsDue();

        assertThat(another.decisions()).containsExactly("PENDING");
    }

    @Test
    void otherDesksAreAskedMeanwhile() {
        NamelessTicket elsewhere = NamelessTicket.at(StandInDesks.ZENDESK);
        elsewhere.known();
        leftAloneFor("93");
        recorder.record(List.of(elsewhere.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(elsewhere.decisions()).containsExactly("PENDING");
    }

    @Test
    void noPauseIsLongerThanTheWait() {
        wantsToBeLeftAlone("86400");
        recorder.record(List.of(ticket.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(ticket.nextAttempts()).containsExactly(clock.instant().plus(GIVE_UP_AFTER));
    }

    @Test
    void noDeskIsLeftAloneForLongerThanAnHour() {
        another.known();
        leftAloneFor("999999999");
        clock.pass(LONGEST_REST);
        recorder.record(List.of(another.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(another.decisions()).containsExactly("PENDING");
    }

    private void wantsToBeLeftAlone(String seconds) {
        ticket.answered(status(429).withHeader("Retry-After", seconds));
    }

    private void leftAloneFor(String seconds) {
        wantsToBeLeftAlone(seconds);
        recorder.record(List.of(ticket.closed(clock.instant())));
        job.lookUpWhatIsDue();
    }
}
