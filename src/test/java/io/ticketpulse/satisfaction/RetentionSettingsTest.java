package io.ticketpulse.satisfaction;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.invitation.InvitationRetention;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closures that would be forgotten while they still matter stop the start. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class RetentionSettingsTest {

    @Inject
    InvitationRetention invitations;

    @ParameterizedTest
    @CsvSource({
            "PT0S,     PT720H,  PT720H,  ticketpulse.sampling.cool-down",
            "PT0S,     PT8760H, PT8760H, ticketpulse.sampling.customer-cap-window",
            "PT10000H, PT9999H, PT10000H, ticketpulse.satisfaction.final-after"})
    void closuresMustBeKeptForLongerThanTheyMatter(Duration finalAfter, Duration kept, Duration needed,
            String setting) {
        assertThatThrownBy(() -> new Retention(null, null, null, null, null, invitations, null, null, () -> kept,
                new Figures(finalAfter), null, null)).isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "ticketpulse.retention.closures is %s; it must be longer than the %s for which %s needs them",
                        kept, needed, setting);
    }

    private record Figures(Duration finalAfter) implements SatisfactionSettings {

        @Override
        public int minimumResponses() {
            return 5;
        }

        @Override
        public LocalTime dailyAt() {
            return LocalTime.NOON;
        }
    }
}
