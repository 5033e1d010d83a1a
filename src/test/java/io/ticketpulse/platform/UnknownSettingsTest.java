package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSettingsTest {

    private static final Set<String> KNOWN = Set.of("ticketpulse.public-url", "ticketpulse.token.secrets",
            "ticketpulse.token.secrets[*]", "ticketpulse.surveys.*.sampling.rates.*.*");

    @ParameterizedTest
    @ValueSource(strings = {"ticketpulse.public-url", "ticketpulse.token.secrets", "ticketpulse.token.secrets[0]",
            "ticketpulse.surveys.incident.sampling.rates.priority.p1",
            "ticketpulse.surveys.incident.sampling.rates.service.\"E-Mail 2.0\"", "quarkus.http.port", "PATH"})
    void whatIsASettingPasses(String name) {
        assertThat(UnknownSettings.among(List.of(name), KNOWN)).isEmpty();
    }

    @Test
    void whatIsNoneIsNamedAsTheOperatorWroteIt() {
        assertThat(UnknownSettings.among(
                List.of("ticketpulse.public.url", "ticketpulse.surveys.incident.sampling.rat", "ticketpulse.foo"),
                KNOWN))
                .containsExactly("TICKETPULSE_FOO", "TICKETPULSE_PUBLIC_URL",
                        "TICKETPULSE_SURVEYS_INCIDENT_SAMPLING_RAT");
    }

    @Test
    void whoeverWroteAHyphenIntoTheEnvironmentIsToldWhereItGoes() {
        Config config = config(Map.of("ticketpulse.desks.acme.jira.kind", "jira"));

        assertThatThrownBy(() -> UnknownSettings.check(config, Set.of("ticketpulse.desks.*.kind")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("No such setting: TICKETPULSE_DESKS_ACME_JIRA_KIND.")
                .hasMessageEndingWith(
                        "names of desks, surveys, drivers and users that have a hyphen, such as acme-jira,"
                                + " can be said in config/application.properties only.");
    }

    @Test
    void aReferenceToNothingIsNamedWithoutItsValue() {
        Config config = config(Map.of("ticketpulse.token.secrets", "hush${HUSH}"));

        assertThatThrownBy(() -> UnknownSettings.check(config, KNOWN)).isInstanceOf(IllegalStateException.class)
                .hasMessage("ticketpulse.token.secrets refers by ${…} to something that is set nowhere; a $ that means"
                        + " itself is written $$.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "", "a$$b", "$${HUSH}", "${HUSH:known}", "${ticketpulse.public-url}", "end$"})
    void whatCanBeResolvedPasses(String value) {
        Config config = config(
                Map.of("ticketpulse.token.secrets", value, "ticketpulse.public-url", "https://x.example"));

        assertThatCode(() -> UnknownSettings.check(config, KNOWN)).doesNotThrowAnyException();
    }

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 260)).build();
    }
}
