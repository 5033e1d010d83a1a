package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.servers.RealServers;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class TopicCreationTest {

    @ParameterizedTest
    @CsvSource({
            "itsm.tickets,              retention.ms,   604800000",
            "itsm.tickets.dlq,          retention.ms,   604800000",
            "itsm.satisfaction-monthly, cleanup.policy, compact",
            "itsm.survey-responses,     cleanup.policy, delete"
    })
    void missingTopicsAreCreatedAtStartWithWhatTheyNeed(String topic, String setting, String value) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealServers.bootstrapServers()))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                Config settings = admin.describeConfigs(Set.of(resource)).all().get().get(resource);
                assertThat(settings.get(setting).value()).isEqualTo(value);
            });
        }
    }
}
