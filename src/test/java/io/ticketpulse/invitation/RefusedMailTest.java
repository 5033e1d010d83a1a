package io.ticketpulse.invitation;

import static io.ticketpulse.closure.Tickets.eventually;
import static io.ticketpulse.invitation.Customer.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.MoodyMail;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail servers that refuse, that hang up, and a database that is away. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class RefusedMailTest {

    @Inject
    InvitationJob job;

    @Inject
    MeterRegistry meters;

    private MovableClock clock;

    @BeforeEach
    void theClockStandsStill() {
        clock = MovableClock.installed();
    }

    @Test
    void aMailThatIsRefusedForNowWaitsLongerEachTime() {
        Customer customer = Customer.closed("at-once", clock.instant());
        MoodyMail.answer(customer.email(), "451 4.3.0 Try again later");
        job.doWhatIsDue();
        Instant second = customer.invitation().nextActionAt();
        clock.passSeconds(30);

        job.doWhatIsDue();

        assertThat(second).isEqualTo(clock.instant());
        assertThat(customer.invitation().state()).isEqualTo("PENDING");
        assertThat(customer.invitation().nextActionAt()).isEqualTo(clock.instant().plusSeconds(60));
    }

    @Test
    void aMailThatWasRefusedForNowIsTakenLater() {
        Customer customer = Customer.closed("at-once", clock.instant());
        MoodyMail.answer(customer.email(), "451 4.3.0 Try again later");
        job.doWhatIsDue();
        MoodyMail.relent(customer.email());
        clock.passSeconds(30);

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(1);
        assertThat(customer.invitation().state()).isEqualTo("SENT");
    }

    @Test
    void aMailThatNobodyTakesInTimeIsGivenUp() {
        Customer customer = Customer.closed("at-once", clock.instant());
        MoodyMail.answer(customer.email(), "451 4.3.0 Try again later");
        job.doWhatIsDue();
        clock.pass(days(14));

        job.doWhatIsDue();

        assertThat(customer.invitation().state()).isEqualTo("CANCELLED");
        assertThat(customer.invitation().reason()).isEqualTo("EXPIRED_UNSENT");
        assertThat(customer.invitation().askedAt()).isNull();
    }

    @Test
    void aMailThatIsRefusedForGoodIsNotTriedAgain() {
        double before = mails("invitation", "refused-for-good");
        Customer customer = Customer.closed("at-once", clock.instant());
        MoodyMail.answer(customer.email(), "552 5.2.2 Mailbox full");

        job.doWhatIsDue();

        assertThat(customer.invitation().state()).isEqualTo("REFUSED");
        assertThat(customer.invitation().nextActionAt()).isNull();
        assertThat(mails("invitation", "refused-for-good")).isEqualTo(before + 1);
    }

    @Test
    void aRefusalByPolicyIsForTheOperatorToMend() {
        Customer customer = Customer.closed("at-once", clock.instant());
        MoodyMail.answer(customer.email(), "554 5.7.1 Not from you");

        job.doWhatIsDue();

        assertThat(customer.invitation().state()).isEqualTo("PENDING");
    }

    @Test
    void whoHasNoMailboxIsUndeliverableFromThenOn() {
        Customer customer = Customer.closed("at-once", clock.instant());
        MoodyMail.answer(customer.email(), "550 5.1.1 No such user");

        job.doWhatIsDue();

        assertThat(customer.invitation().state()).isEqualTo("REFUSED");
        Customer again = Customer.closed(new Customer(customer.email(), customer.ticketId() + "-2"), "at-once",
                clock.instant(), "");
        assertThat(Ledger.of(again.ticketId())).containsExactly("UNDELIVERABLE");
    }

    @Test
    void oneThatIsRefusedKeepsNoOtherWaiting() {
        Customer refused = Customer.closed("at-once", clock.instant());
        MoodyMail.answer(refused.email(), "421 4.4.2 Going down");
        Customer other = Customer.closed("at-once", clock.instant());

        job.doWhatIsDue();

        assertThat(other.mails()).hasSize(1);
    }

    /** A connection each: a client that begins to listen late misses the greeting and waits for it in vain. */
    @Test
    void noGreetingIsMissed() {
        List<Customer> customers = IntStream.range(0, 80).mapToObj(i -> Customer.told("at-once", clock.instant()))
                .toList();
        customers.forEach(customer -> MoodyMail.hangUpAfter(customer.email()));
        customers.forEach(Customer::awaitClosure);

        job.doWhatIsDue();

        assertThat(customers).allSatisfy(customer -> assertThat(customer.invitation().state()).isEqualTo("SENT"));
    }

    @Test
    void goesOnAfterTheDatabaseWasAway() throws Exception {
        Customer customer = Customer.closed("at-once", clock.instant());
        RealServers.servers().mySql().stop();
        assertThatThrownBy(job::doWhatIsDue).isInstanceOf(RuntimeException.class);
        RealServers.servers().mySql().restart();

        // The schedule runs it every second; the first runs meet connections that broke.
        eventually().until(() -> {
            job.doWhatIsDue();
            return true;
        });

        assertThat(customer.mails()).hasSize(1);
        assertThat(customer.invitation().state()).isEqualTo("SENT");
    }

    private double mails(String kind, String outcome) {
        return meters.counter(InvitationMetrics.MAILS, "kind", kind, "outcome", outcome).count();
    }
}
