package io.ticketpulse.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class RealServersTest {

    @Test
    void testsReachTheDatabaseOfTheService() throws Exception {
        try (Connection connection = RealServers.database()) {
            assertThat(connection.getMetaData().getURL())
                    .isEqualTo(setting("quarkus.datasource.jdbc.url"));
        }
    }

    @Test
    void testsReachTheBrokerOfTheService() {
        assertThat(RealServers.bootstrapServers()).isEqualTo(setting("kafka.bootstrap.servers"));
    }

    @Test
    void testsReachTheMailServerOfTheService() {
        assertThat(RealServers.mail().getSmtp().getPort()).hasToString(setting("quarkus.mailer.port"));
    }

    @Test
    void theServiceListensAtItsPublicAddress() {
        assertThat(Ports.accepts(URI.create(setting("ticketpulse.public-url")).getPort())).isTrue();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
