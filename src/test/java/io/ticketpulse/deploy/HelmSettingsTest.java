package io.ticketpulse.deploy;

import static io.ticketpulse.deploy.Chart.EVERYTHING;
import static io.ticketpulse.deploy.Chart.REQUIRED;
import static io.ticketpulse.deploy.Chart.REQUIRED_WITH_EXISTING_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values become settings of the service, and where secrets go. */
class HelmSettingsTest {

    private final Manifests everything = Chart.render(REQUIRED, EVERYTHING);

    @Test
    void givesPlainSettingsAsEnvironment() {
        assertThat(Chart.render(REQUIRED).environment()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "TICKETPULSE_PUBLIC_URL", "https://feedback.example.com", "TICKETPULSE_REPORTING_ZONE", "UTC",
                "TICKETPULSE_TEXTS_LANGUAGE", "en",
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mysql://mysql:3306/ticketpulse", "QUARKUS_DATASOURCE_USERNAME",
                "ticketpulse", "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "QUARKUS_MAILER_HOST", "smtp.example.com",
                "QUARKUS_MAILER_PORT", "587", "QUARKUS_MAILER_START_TLS", "REQUIRED", "TICKETPULSE_MAIL_FROM",
                "feedback@example.com"));
    }

    /** The names are those of the contract: an unknown one would stop the start. */
    @Test
    void namesOnlySettingsThatExist() {
        var names = new ArrayList<>(everything.environment().keySet());
        names.addAll(everything.secretEnvironment().keySet());

        assertThat(names).containsExactlyInAnyOrder("ACME_JIRA_SECRETS", "KAFKA_BOOTSTRAP_SERVERS",
                "KAFKA_SASL_JAAS_CONFIG", "KAFKA_SECURITY_PROTOCOL", "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_PASSWORD", "QUARKUS_DATASOURCE_USERNAME",
                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "QUARKUS_MAILER_HOST",
                "QUARKUS_MAILER_PASSWORD", "QUARKUS_MAILER_PORT", "QUARKUS_MAILER_START_TLS",
                "QUARKUS_MAILER_USERNAME", "TICKETPULSE_MAIL_FROM", "TICKETPULSE_MAIL_REPLY_TO",
                "TICKETPULSE_PUBLIC_URL", "TICKETPULSE_REPORTING_ZONE", "TICKETPULSE_RESPONSE_TRUSTED_PROXIES",
                "TICKETPULSE_SURVEYS_INCIDENT_SAMPLING_RATE",
                "TICKETPULSE_SURVEYS_INCIDENT_SAMPLING_SALT", "TICKETPULSE_TEXTS_LANGUAGE",
                "TICKETPULSE_TEXTS_OVERRIDES", "TICKETPULSE_TOKEN_SECRETS",
                "TICKETPULSE_USERS_ADA_PASSWORD", "TICKETPULSE_USERS_ADA_ROLE", "TICKETPULSE_USERS_RUTH_PASSWORD",
                "TICKETPULSE_USERS_RUTH_ROLE");
    }

    @Test
    void readsTheSecretAsEnvironment() {
        assertThat(everything.container().at("/envFrom/0/secretRef/name").asText())
                .isEqualTo(everything.the("Secret").at("/metadata/name").asText());
    }

    @Test
    void readsTheSecretThatExists() {
        assertThat(Chart.render(REQUIRED_WITH_EXISTING_SECRET).container().at("/envFrom/0/secretRef/name").asText())
                .isEqualTo("kept-elsewhere");
    }

    @Test
    void createsNoSecretWhereOneExists() {
        assertThat(Chart.render(REQUIRED_WITH_EXISTING_SECRET).kinds()).doesNotContain("Secret");
    }

    @Test
    void printsNoSecretWhereItCouldBeRead() {
        assertThat(everything.readable()).doesNotContain("database-password-of-the-test", "token-secret-of-the-test",
                "mail-password-of-the-test", "salt-of-the-test", "password-of-ada", "-ruth", "jaas-of-the-test",
                "jira-secret-of-the-test");
    }

    @Test
    void showsNoSecretInTheNotes() {
        assertThat(Chart.notes(REQUIRED, EVERYTHING)).doesNotContain("-of-the-test", "password-of-ada", "-ruth");
    }

    /** Quarkus expands expressions in every setting; a password with a dollar must survive that. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"ticketpulse.users.ruth.password, pa$$word-${of}-ruth\\",
            "quarkus.datasource.password, database-password-of-the-test",
            "ticketpulse.surveys.incident.sampling.salt, salt-of-the-test"})
    void handsSecretsOverUnchanged(String setting, String value) throws Exception {
        assertThat(settingsOf(everything).getValue(setting, String.class)).isEqualTo(value);
    }

    @Test
    void handsTokenSecretsOverInOrder() throws Exception {
        assertThat(settingsOf(everything).getValues("ticketpulse.token.secrets", String.class)).isEqualTo(
                List.of("token-secret-of-the-test-0123456789", "older-token-secret-of-the-test-01234"));
    }

    @Test
    void fillsReferencesOfTheFileFromTheSecret() throws Exception {
        assertThat(settingsOf(everything).getValue("ticketpulse.desks.acme-jira.secrets", String.class))
                .isEqualTo("jira-secret-of-the-test");
    }

    @Test
    void mountsTheFileWhereTheImageReadsIt() {
        var mount = everything.container().path("volumeMounts").valueStream()
                .filter(candidate -> candidate.path("name").asText().equals("config")).findAny().orElseThrow();

        assertThat(mount.path("mountPath").asText()).isEqualTo(Dockerfile.read().workingDirectory() + "/config");
    }

    @Test
    void readsTextsWhereItMountsThem() {
        var mount = everything.container().path("volumeMounts").valueStream()
                .filter(candidate -> candidate.path("name").asText().equals("texts")).findAny().orElseThrow();

        assertThat(everything.environment()).containsEntry("TICKETPULSE_TEXTS_OVERRIDES",
                mount.path("mountPath").asText());
    }

    @Test
    void mountsTextsFromTheConfigMapThatExists() {
        var volume = everything.pod().path("volumes").valueStream()
                .filter(candidate -> candidate.path("name").asText().equals("texts")).findAny().orElseThrow();

        assertThat(volume.at("/configMap/name").asText()).isEqualTo("our-words");
    }

    @Test
    void mountsNoTextsUnlessTold() {
        assertThat(Chart.render(REQUIRED).pod().path("volumes").findValuesAsText("name")).doesNotContain("texts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config: \"ticketpulse.satisfaction.daily-at=04:00\"",
            "secrets: {databasePassword: another-one}",
            "env: {TICKETPULSE_MAIL_PER_SECOND: \"5\"}"})
    void rollsOutWhatChanges(String change) {
        var changed = Chart.render(REQUIRED, EVERYTHING, change);

        assertThat(changed.podTemplate()).isNotEqualTo(everything.podTemplate());
    }

    private static SmallRyeConfig settingsOf(Manifests rendered) throws Exception {
        var file = new Properties();
        file.load(new StringReader(
                rendered.the("ConfigMap").at("/data/application.properties").asText()));
        var properties = new HashMap<String, String>();
        file.stringPropertyNames().forEach(name -> properties.put(name, file.getProperty(name)));
        return new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "application.properties", 260),
                        new EnvConfigSource(rendered.secretEnvironment(), 300))
                .build();
    }
}
