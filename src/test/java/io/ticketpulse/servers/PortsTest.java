package io.ticketpulse.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsSaidInASentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.claim(other.getLocalPort(), "MySQL"))
                    .hasMessage("Port " + other.getLocalPort() + ", wanted for MySQL, is taken by another program.");
        }
    }

    @Test
    void zeroMeansAnyFreePort() {
        assertThat(Ports.isTaken(Ports.claim(0, "MySQL"))).isFalse();
    }
}
