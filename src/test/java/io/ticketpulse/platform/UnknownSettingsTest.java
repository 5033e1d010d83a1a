package io.ticketpulse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

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
}
