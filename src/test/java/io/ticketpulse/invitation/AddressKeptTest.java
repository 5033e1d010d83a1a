package io.ticketpulse.invitation;

import static io.ticketpulse.invitation.Customer.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.Batch;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address is kept of those who are asked, and no longer than a mail to it may be needed. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class AddressKeptTest {

    @Inject
    InvitationJob job;

    @Inject
    Invitations invitations;

    private MovableClock clock;

    @BeforeEach
    void theClockStandsStill() {
        clock = MovableClock.installed();
    }

    @Test
    void nothingIsKeptOfWhoIsNotAsked() throws SQLException {
        Customer customer = Customer.closed("never", clock.instant(), ", \"summary\": \"It smokes\"");

        assertThat(Ledger.of(customer.ticketId())).containsExactly("NOT_DRAWN");
        assertThat(invitationsOf(customer.email())).isZero();
    }

    @Test
    void whoIsAskedIsKnownUntilTheReminder() throws SQLException {
        Customer customer = sent();
        assertThat(invitationsOf(customer.email())).isOne();
        clock.pass(days(3));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(2);
        assertThat(invitationsOf(customer.email())).isZero();
    }

    @Test
    void whoRespondedIsKnownUntilTheLinkIsClosedInCaseItWasAMachine() throws SQLException {
        Customer customer = sent();
        responded(customer);
        clock.pass(days(14).minusSeconds(1));
        job.doWhatIsDue();
        assertThat(invitationsOf(customer.email())).isOne();
        clock.pass(Duration.ofSeconds(1));

        job.doWhatIsDue();

        assertThat(invitationsOf(customer.email())).isZero();
        assertThat(customer.invitation().state()).isEqualTo("RESPONDED");
        assertThat(customer.invitation().nextActionAt()).isNull();
    }

    @Test
    void whoseResponseWasAMachinesIsRemindedAfterAll() {
        Customer customer = sent();
        responded(customer);
        clock.pass(days(1));
        QuarkusTransaction.requiringNew().run(() -> invitations.reopenLink(customer.invitation().id()));
        clock.pass(days(2));

        job.doWhatIsDue();

        assertThat(customer.mails()).hasSize(2);
    }

    @Test
    void anotherClosureOfSomebodyForgottenIsMailed() {
        Customer first = sent();
        clock.pass(days(31));
        job.doWhatIsDue();
        Customer again = Customer.closed(new Customer(first.email(), first.ticketId() + "-again"), "at-once",
                clock.instant(), "");

        job.doWhatIsDue();

        assertThat(again.invitation().state()).isEqualTo("SENT");
        assertThat(again.mails()).hasSize(2);
    }

    private Customer sent() {
        Customer customer = Customer.closed("at-once", clock.instant());
        job.doWhatIsDue();
        return customer;
    }

    private void responded(Customer customer) {
        QuarkusTransaction.requiringNew().run(() -> invitations.responded(customer.invitation().id()));
    }

    private static int invitationsOf(String email) throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement query = database
                        .prepareStatement("SELECT COUNT(*) AS n FROM invitation WHERE address = ?")) {
            query.setString(1, email);
            return Batch.read(query, row -> row.getInt("n")).get(0);
        }
    }
}
