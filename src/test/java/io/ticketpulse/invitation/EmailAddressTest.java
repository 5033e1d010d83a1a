package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void caseMakesNoDifference() {
        assertThat(EmailAddress.of(" Ann.Lee@Example.COM ")).contains(new EmailAddress("ann.lee@example.com"));
    }

    @Test
    void whatStandsAroundAnAddressIsLeftOut() {
        assertThat(EmailAddress.of("<ann@example.com>")).contains(new EmailAddress("ann@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "ann@", "@example.com", "ann@example@com", "ann lee@example.com",
            "ann@example.com\r\nBcc: all@example.com", "ann@example.com,bob@example.com"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(EmailAddress.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailer-daemon@example.com", "NO-REPLY@example.com", "bounce+17@lists.example.com"})
    void patternsMatchTheWholeAddress(String text) {
        AddressPatterns patterns = new AddressPatterns(List.of("Mailer-Daemon@*", "no-reply@*", "bounce+*@lists.*"));
        assertThat(patterns.match(EmailAddress.of(text).orElseThrow())).isTrue();
    }

    @Test
    void aPatternIsNoRegularExpression() {
        AddressPatterns patterns = new AddressPatterns(List.of("a.b@*"));
        assertThat(patterns.match(new EmailAddress("axb@example.com"))).isFalse();
    }
}
