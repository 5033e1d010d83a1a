package io.ticketpulse.closure;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.RequesterLookUpTable.Waiting;
import io.ticketpulse.closure.desk.PersonEntry;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.StandInDesks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk leaves the address out, and is asked for it. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class RequesterLookUpTest {

    private static final int MANY = 20;

    private final NamelessTicket ticket = NamelessTicket.at(StandInDesks.ZENDESK);
    private MovableClock clock;

    @Inject
    TicketRecorder recorder;

    @Inject
    RequesterLookUpJob job;

    @Inject
    WaitingClosures waiting;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void stopTheClock() {
        clock = MovableClock.installed();
    }

    @Test
    void nothingIsDecidedBeforeTheDeskIsAsked() {
        recorder.record(List.of(ticket.closed(clock.instant())));

        assertThat(Tickets.recorded(ticket.desk(), ticket.id())).hasSize(1);
        assertThat(ticket.decisions()).isEmpty();
        assertThat(ticket.timesAsked()).isZero();
    }

    @Test
    void theCustomerIsInvitedWhenTheDeskHasAnswered() {
        ticket.known();
        recorder.record(List.of(ticket.closed(clock.instant())));
        double before = lookUps(IntakeMetrics.FOUND);

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("PENDING");
        assertThat(ticket.invited()).containsExactly(ticket.address());
        assertThat(ticket.customer()).containsExactly("de-AT Asia/Tokyo Sales");
        assertThat(ticket.nextAttempts()).isEmpty();
        assertThat(lookUps(IntakeMetrics.FOUND) - before).isEqualTo(1);
    }

    @Test
    void theTokenIsSentAsTheSettingsSay() {
        String credentials = StandInDesks.USER + "/token:" + StandInDesks.TOKEN;
        StandInDesks.server().stubFor(ticket.asked().withHeader("Authorization", equalTo(
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))))
                .willReturn(okJson(StandInDesks.person("zendesk", ticket.address()))));
        recorder.record(List.of(ticket.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("PENDING");
    }

    @Test
    void whomTheDeskDoesNotKnowIsNotWaitedFor() {
        ticket.answered(notFound());
        recorder.record(List.of(ticket.closed(clock.instant())));
        double before = lookUps(IntakeMetrics.NO_ADDRESS);

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("NO_ADDRESS");
        assertThat(lookUps(IntakeMetrics.NO_ADDRESS) - before).isEqualTo(1);
    }

    @Test
    void theSameClosingAgainIsTheSameClosure() {
        ticket.known();
        recorder.record(List.of(ticket.closed(clock.instant())));
        recorder.record(List.of(ticket.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("PENDING");
    }

    @Test
    void aPersonIsRememberedForAWhile() {
        ticket.known();
        recorder.record(List.of(ticket.closed(clock.instant())));
        job.lookUpWhatIsDue();
        recorder.record(List.of(ticket.another().closed(clock.instant())));
        double before = lookUps(IntakeMetrics.REMEMBERED);

        job.lookUpWhatIsDue();

        assertThat(ticket.timesAsked()).isEqualTo(1);
        assertThat(lookUps(IntakeMetrics.REMEMBERED) - before).isEqualTo(1);
    }

    @Test
    void somebodyWithoutAnAddressIsNotRemembered() {
        NamelessTicket another = ticket.another();
        ticket.answered(notFound());
        recorder.record(List.of(ticket.closed(clock.instant())));
        job.lookUpWhatIsDue();
        ticket.known();
        recorder.record(List.of(another.closed(clock.instant())));

        job.lookUpWhatIsDue();

        assertThat(another.decisions()).containsExactly("PENDING");
    }

    @Test
    void aReopeningWhileTheDeskIsAskedCancels() {
        ticket.known();
        recorder.record(List.of(ticket.closed(clock.instant())));
        recorder.record(List.of(ticket.reopened(clock.instant().plusSeconds(1))));

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("CANCELLED");
    }

    @Test
    void aReopeningInTheSameBatchCancels() {
        ticket.known();
        recorder.record(List.of(ticket.closed(clock.instant()), ticket.reopened(clock.instant().plusSeconds(1))));

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).containsExactly("CANCELLED");
    }

    @Test
    void afterAReopeningTheCustomerIsAskedAboutTheNextClosing() {
        ticket.known();
        recorder.record(List.of(ticket.closed(clock.instant())));
        recorder.record(List.of(ticket.reopened(clock.instant().plusSeconds(1)),
                ticket.closed(clock.instant().plusSeconds(2))));

        job.lookUpWhatIsDue();

        assertThat(ticket.decisions()).hasSize(2).endsWith("PENDING");
    }

    @Test
    void whoeverIsToldTwiceHearsOfItOnce() {
        recorder.record(List.of(ticket.closed(clock.instant())));
        Waiting claimed = waiting.claim(clock.instant(), clock.instant().plusSeconds(60), MANY).stream()
                .filter(row -> row.requesterId().equals(ticket.requester())).findFirst().orElseThrow();
        PersonEntry entry = new PersonEntry(ticket.address(), null, null, null);

        CompletableFuture<?>[] replicas = Stream.generate(() -> CompletableFuture
                .runAsync(() -> waiting.tell(claimed, entry, clock.instant()))).limit(8)
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(replicas).join();
        assertThat(ticket.decisions()).containsExactly("PENDING");
    }

    @Test
    void twoReplicasClaimDifferentClosures() {
        recorder.record(Stream.generate(ticket::another).limit(MANY).map(one -> one.closed(clock.instant())).toList());

        List<CompletableFuture<List<Waiting>>> replicas = Stream.generate(() -> CompletableFuture.supplyAsync(
                () -> waiting.claim(clock.instant(), clock.instant().plus(Duration.ofMinutes(1)), MANY))).limit(4)
                .toList();

        assertThat(replicas.stream().flatMap(replica -> replica.join().stream()).map(Waiting::id))
                .doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(MANY);
    }

    private double lookUps(String outcome) {
        return meters.counter(IntakeMetrics.LOOK_UPS, "desk", StandInDesks.ZENDESK, "outcome", outcome).count();
    }
}
