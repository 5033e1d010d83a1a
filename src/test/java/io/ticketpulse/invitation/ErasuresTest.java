package io.ticketpulse.invitation;

import static io.ticketpulse.invitation.Customer.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody who is erased gets another mail, unless asked anew. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ErasuresTest {

    @Inject
    InvitationJob job;

    @Inject
    DueInvitations due;

    @Inject
    Erasures erasures;

    @Inject
    MeterRegistry meters;

    private MovableClock clock;

    @BeforeEach
    void theClockStandsStill() {
        clock = MovableClock.installed();
    }

    @Test
    void noMailIsSentThatWaited() {
        Customer customer = Customer.closed("incident", clock.instant());
        erase(customer);
        clock.pass(Duration.ofHours(24));

        job.doWhatIsDue();

        assertThat(customer.mails()).isEmpty();
        assertThat(customer.invitation().askedAt()).isNull();
    }

    @Test
    void noReminderIsSentAndTheLinkExpiresAsBefore() {
        Customer customer = sent();
        erase(customer);
        clock.pass(days(3));
        job.doWhatIsDue();
        assertThat(customer.invitation().state()).isEqualTo("SENT");
        clock.pass(days(11));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(1);
        assertThat(customer.invitation().state()).isEqualTo("EXPIRED");
    }

    @Test
    void aMailThatWasInFlightWasSentAndIsTheLast() {
        Customer customer = Customer.closed("at-once", clock.instant());
        List<DueInvitation> claimed = due.claim(clock.instant(), clock.instant().plusSeconds(60), 100).stream()
                .filter(one -> customer.email().equals(one.address())).toList();
        erase(customer);
        due.stamp(claimed.get(0), false, Delivery.ACCEPTED, clock.instant());
        assertThat(customer.invitation().state()).isEqualTo("SENT");
        clock.pass(days(3));

        job.doWhatIsDue();

        assertThat(customer.mails()).isEmpty();
    }

    @Test
    void whoIsAskedAnewIsWrittenTo() {
        Customer customer = sent();
        erase(customer);
        clock.pass(days(31));
        Customer again = Customer.closed(new Customer(customer.email(), customer.ticketId() + "-again"), "at-once",
                clock.instant(), "");

        job.doWhatIsDue();

        assertThat(again.invitation().state()).isEqualTo("SENT");
        assertThat(again.mails()).hasSize(2);
    }

    @Test
    void requestsAreCounted() {
        double before = meters.counter(InvitationMetrics.ERASURES).count();

        erase(new Customer(Closed.somebody(), "none"));

        assertThat(meters.counter(InvitationMetrics.ERASURES).count()).isEqualTo(before + 1);
    }

    private Customer sent() {
        Customer customer = Customer.closed("at-once", clock.instant());
        job.doWhatIsDue();
        return customer;
    }

    private void erase(Customer customer) {
        erasures.erase(EmailAddress.of(customer.email()).orElseThrow());
    }
}
