package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aFailureIsNamedWithoutWhatItQuotes() {
        String words = Failures.inWords(new IllegalStateException("ada@example.org"));

        assertThat(words).startsWith("java.lang.IllegalStateException at io.ticketpulse.platform.FailuresTest")
                .doesNotContain("ada");
    }

    @Test
    void aRefusalOfTheDatabaseIsNamedByItsCodes() {
        SQLException refused = new SQLException("Data too long: 'ada@example.org'", "22001", 1406);

        String words = Failures.inWords(new Transactions.DatabaseException(refused));

        assertThat(words).contains("22001", "1406").doesNotContain("ada");
    }
}
