package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.platform.Timestamps;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose hash goes, and whose stays. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ForgottenPeopleTest {

    private static final int FEW = 3;

    @Inject
    InvitationRetention retention;

    @Inject
    People people;

    @Inject
    OptOuts optOuts;

    @Inject
    Transactions transactions;

    private MovableClock clock;
    private EmailAddress somebody;

    @BeforeEach
    void theClockStandsStill() {
        clock = MovableClock.installed();
        somebody = EmailAddress.of(Closed.somebody()).orElseThrow();
    }

    @Test
    void whoWasOnlyConsideredIsForgotten() {
        Customer.closed(new Customer(somebody.text(), "T-" + somebody.text()), "never", clock.instant(), "");
        assertThat(isKnown()).isTrue();

        purge();

        assertThat(isKnown()).isFalse();
    }

    @Test
    void closuresAreNeededForAsLongAsTheyMatterForDecisionsToCome() {
        assertThat(retention.needed()).containsExactly(
                Map.entry("ticketpulse.sampling.cool-down", Duration.ofDays(30)),
                Map.entry("ticketpulse.sampling.customer-cap-window", Duration.ofDays(365)),
                Map.entry("ticketpulse.surveys.minimum.sampling.minimum-per-month", Duration.ofDays(62)));
    }

    @Test
    void whoHasAnInvitationIsKnown() {
        Customer.closed(new Customer(somebody.text(), "T-" + somebody.text()), "incident", clock.instant(), "");

        purge();

        assertThat(isKnown()).isTrue();
    }

    @Test
    void whoOptedOutIsKnown() {
        optOuts.change(somebody, true, "Telephone", "admin");

        purge();

        assertThat(isKnown()).isTrue();
    }

    @Test
    void whoOptedInAgainIsForgotten() {
        optOuts.change(somebody, true, "Telephone", "admin");
        optOuts.change(somebody, false, "Telephone", "admin");

        purge();

        assertThat(isKnown()).isFalse();
    }

    @Test
    void whoRestsAfterABounceIsKnownUntilThatIsOver() throws SQLException {
        UUID person = transactions.inNew(connection -> people.known(connection, somebody));
        try (Connection database = RealServers.database();
                PreparedStatement update = database
                        .prepareStatement("UPDATE person SET undeliverable_at = ? WHERE id = ?")) {
            update.setObject(1, Timestamps.of(clock.instant()));
            update.setBytes(2, UniqueId.bytes(person));
            update.executeUpdate();
        }
        clock.pass(Duration.ofDays(180));
        purge();
        assertThat(isKnown()).isTrue();
        clock.pass(Duration.ofMillis(1));

        purge();

        assertThat(isKnown()).isFalse();
    }

    @Test
    void whomSomebodyElseIsDecidingAboutIsLeftAlone() {
        transactions.inNew(connection -> people.known(connection, somebody));

        boolean left = transactions.inNew(connection -> {
            people.find(connection, somebody);
            purge();
            return people.find(connection, somebody).isPresent();
        });

        assertThat(left).isTrue();
    }

    private void purge() {
        UUID after = null;
        do {
            after = retention.purgePeople(after, FEW).last();
        } while (after != null);
    }

    private boolean isKnown() {
        return transactions.inNew(connection -> people.find(connection, somebody)).isPresent();
    }
}
