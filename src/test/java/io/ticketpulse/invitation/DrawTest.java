package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected values computed outside Java:
 * {@code python3 -c "import hashlib; print((int.from_bytes(hashlib.sha256(b'salt|incident|acme-jira|1001|0').digest()[:8],'big')>>11)/2**53)"}
 */
class DrawTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            salt, incident, acme-jira, 1001, 0, 0.9752794460933618
            salt, incident, acme-jira, 1001, 1, 0.2626343556751167
            s3cr3t-ü, project-work, desk-2, PRJ-7, 12, 0.4776585254409045
            x, nps, zammad, Ωμέγα, 0, 0.3813040005471724
            """)
    void theNumberIsWhatAnybodyWithTheSaltComputes(String salt, String survey, String desk, String ticket, int cycle,
            double expected) {
        assertThat(Draw.number(salt, survey, desk, ticket, cycle)).isEqualTo(expected);
    }

    @Test
    void numbersAreEvenlySpread() {
        int below = 0;
        for (int ticket = 0; ticket < 10_000; ticket++) {
            below += Draw.number("salt", "incident", "acme-jira", String.valueOf(ticket), 0) < 0.2 ? 1 : 0;
        }
        // Binomial(10000, 0.2): the standard deviation is 40.
        assertThat(below).isBetween(2000 - 160, 2000 + 160);
    }
}
