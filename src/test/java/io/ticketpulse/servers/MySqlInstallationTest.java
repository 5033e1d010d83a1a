package io.ticketpulse.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MySqlInstallationTest {

    @Test
    void linuxHasItsArchive() {
        assertThat(MySqlInstallationTest.class.getResource(MySqlInstallation.archive("Linux", "amd64"))).isNotNull();
    }

    @Test
    void aMacOfEitherProcessorHasItsArchive() {
        assertThat(MySqlInstallationTest.class.getResource(MySqlInstallation.archive("Mac OS X", "aarch64")))
                .isNotNull();
    }
}
