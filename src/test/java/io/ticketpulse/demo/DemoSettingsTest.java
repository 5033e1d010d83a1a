package io.ticketpulse.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

import io.ticketpulse.servers.Ports;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {

    @Test
    void aTakenPortIsSaidWithTheFlagThatChoosesAnother() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DemoSettings settings = new DemoSettings(false, Path.of("."), Path.of("."), Ports.free(), Ports.free(),
                    Ports.free(), other.getLocalPort(), Ports.free(), "demo", 1, 5);

            assertThatThrownBy(() -> settings.requireFreePorts(Duration.ZERO)).hasMessage("Port "
                    + other.getLocalPort() + " is taken by another program. Choose another one with -Ddemo.mysql.port="
                    + (other.getLocalPort() + 1));
        }
    }
}
