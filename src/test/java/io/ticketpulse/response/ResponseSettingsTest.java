package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.validation.Validator;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.platform.PlatformSettings;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class ResponseSettingsTest {

    @Inject
    Validator validator;

    @Inject
    PlatformSettings platform;

    @Inject
    ResponseSettings settings;

    @ParameterizedTest
    @CsvSource({"PT0S,true", "PT30S,true", "PT30.001S,false", "-PT1S,false"})
    void theMinimumTimeIsBetweenNothingAndHalfAMinute(Duration time, boolean allowed) throws Exception {
        boolean valid = isValid(platform.response(), PlatformSettings.Requests.class, "minimumTime", time);

        assertThat(valid).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,true", "PT1H,true", "P1D,false", "-PT1S,false"})
    void theBurstWindowIsBetweenNothingAndAnHour(Duration time, boolean allowed) throws Exception {
        boolean valid = isValid(settings, ResponseSettings.class, "burstWindow", time);

        assertThat(valid).isEqualTo(allowed);
    }

    private <T> boolean isValid(T mapping, Class<T> type, String setting, Duration time) throws Exception {
        return validator.forExecutables().validateReturnValue(mapping, type.getMethod(setting), time).isEmpty();
    }
}
