package io.ticketpulse.invitation;

import static io.ticketpulse.closure.Tickets.eventually;
import static io.ticketpulse.invitation.Customer.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.invitation.Customer.Standing;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.MoodyMail;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a pending invitation to its end, by a real mail server and a clock that is put forward. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class InvitationJobTest {

    @Inject
    InvitationJob job;

    @Inject
    OptOuts optOuts;

    @Inject
    MeterRegistry meters;

    private MovableClock clock;

    @BeforeEach
    void theClockStandsStill() {
        clock = MovableClock.installed();
    }

    @Test
    void nothingIsSentBeforeItIsDue() {
        Customer customer = Customer.closed("incident", clock.instant());
        clock.pass(Duration.ofHours(24).minusMillis(1));

        job.doWhatIsDue();

        assertThat(customer.mails()).isEmpty();
        assertThat(customer.invitation().state()).isEqualTo("PENDING");
        assertThat(customer.invitation().dueAt()).isEqualTo(clock.instant().plusMillis(1));
    }

    @Test
    void aMailIsSentWhenItIsDue() {
        Customer customer = Customer.closed("incident", clock.instant());
        clock.pass(Duration.ofHours(24));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(1);
        Standing invitation = customer.invitation();
        assertThat(invitation.state()).isEqualTo("SENT");
        assertThat(invitation.sentAt()).isEqualTo(clock.instant());
        assertThat(invitation.askedAt()).isEqualTo(clock.instant());
        assertThat(invitation.expiresAt()).isEqualTo(clock.instant().plus(days(14)));
    }

    @Test
    void sentMailsAreCounted() {
        double before = mails("invitation", "accepted");
        Customer.closed("at-once", clock.instant());

        job.doWhatIsDue();

        assertThat(mails("invitation", "accepted")).isEqualTo(before + 1);
    }

    @Test
    void aMailIsSentOnce() {
        Customer customer = sent();

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(1);
    }

    @Test
    void oneReminderIsSentAfterThreeDays() throws Exception {
        Customer customer = sent();
        clock.pass(days(3));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(2);
        assertThat(customer.mails().get(1).message().getSubject()).startsWith("A reminder");
        assertThat(customer.mails().get(1).message().getHeader("Message-ID"))
                .containsExactly("<" + customer.invitation().id() + ".reminder@localhost>");
        assertThat(customer.invitation().remindedAt()).isEqualTo(clock.instant());
        assertThat(customer.invitation().askedAt()).isEqualTo(clock.instant().minus(days(3)));
    }

    @Test
    void noSecondReminderIsSent() {
        Customer customer = sent();
        clock.pass(days(3));
        job.doWhatIsDue();
        clock.pass(days(3));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(2);
    }

    @Test
    void nobodyIsRemindedWhoOptedOut() {
        Customer customer = sent();
        optOuts.optOut(customer.invitation().id());
        clock.pass(days(3));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(1);
        assertThat(customer.invitation().state()).isEqualTo("SENT");
        assertThat(customer.invitation().nextActionAt()).isEqualTo(customer.invitation().expiresAt());
    }

    @Test
    void theLinkExpiresFourteenDaysAfterSending() {
        Customer customer = sent();
        clock.pass(days(14));

        job.doWhatIsDue();

        assertThat(customer.invitation().state()).isEqualTo("EXPIRED");
        assertThat(customer.invitation().nextActionAt()).isNull();
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
    void aReopeningBeforeSendingCancels() {
        Customer customer = Customer.closed("at-once", clock.instant());
        customer.reopen(clock.instant().plusSeconds(1));

        job.doWhatIsDue();

        assertThat(customer.mails()).isEmpty();
        assertThat(customer.invitation().state()).isEqualTo("CANCELLED");
        assertThat(customer.invitation().reason()).isEqualTo("REOPENED");
    }

    @Test
    void aReopeningAfterSendingWithdraws() {
        Customer customer = sent();

        customer.reopen(clock.instant().plusSeconds(1));

        assertThat(customer.invitation().state()).isEqualTo("WITHDRAWN");
        assertThat(customer.invitation().askedAt()).isNull();
    }

    @Test
    void aReopeningWhileTheMailIsOnItsWayWithdraws() {
        Customer customer = Customer.closed("at-once", clock.instant());
        Instant later = clock.instant().plusSeconds(1);
        MoodyMail.meanwhile(customer.email(), () -> customer.reopen(later));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(1);
        assertThat(customer.invitation().state()).isEqualTo("WITHDRAWN");
        assertThat(customer.invitation().sentAt()).isEqualTo(clock.instant());
        assertThat(customer.invitation().reason()).isNull();
    }

    @Test
    void anOptOutBeforeSendingCancels() {
        Customer customer = Customer.closed("at-once", clock.instant());
        optOuts.optOut(customer.invitation().id());

        job.doWhatIsDue();

        assertThat(customer.mails()).isEmpty();
        assertThat(customer.invitation().reason()).isEqualTo("OPTED_OUT");
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

    @Test
    void officeHoursAreKept() {
        Customer customer = Customer.closed("office-hours", Instant.parse("2026-11-20T18:00:00Z"));

        assertThat(customer.invitation().dueAt()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }

    private Customer sent() {
        Customer customer = Customer.closed("at-once", clock.instant());
        job.doWhatIsDue();
        assertThat(customer.invitation().state()).isEqualTo("SENT");
        return customer;
    }

    private double mails(String kind, String outcome) {
        return meters.counter(InvitationMetrics.MAILS, "kind", kind, "outcome", outcome).count();
    }
}
