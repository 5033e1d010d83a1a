package io.ticketpulse.invitation;

import static io.ticketpulse.invitation.Customer.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.invitation.Customer.Standing;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.MoodyMail;
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
        optOuts.optOut(customer.person());
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
        optOuts.optOut(customer.person());

        job.doWhatIsDue();

        assertThat(customer.mails()).isEmpty();
        assertThat(customer.invitation().reason()).isEqualTo("OPTED_OUT");
    }

    @Test
    void anOptOutBeforeTheServerSaidThatItTookTheMailIsOneAfterSending() {
        Customer customer = Customer.closed("at-once", clock.instant());
        MoodyMail.meanwhile(customer.email(), () -> optOuts.optOut(customer.person()));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(1);
        assertThat(customer.invitation().state()).isEqualTo("SENT");
        assertThat(customer.invitation().askedAt()).isEqualTo(clock.instant());
        assertThat(customer.invitation().reason()).isNull();
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
