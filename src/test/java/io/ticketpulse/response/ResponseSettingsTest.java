package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.validation.Validator;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.servers.RealServers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class ResponseSettingsTest {

    @Inject
    Validator validator;

    @Inject
    ResponseSettings settings;

    @ParameterizedTest
    @CsvSource({"minimumTime,PT0S,true", "minimumTime,PT1H,true", "minimumTime,PT1H0.001S,false",
            "minimumTime,-PT1S,false", "burstWindow,PT0S,true", "burstWindow,PT1H,true", "burstWindow,P1D,false",
            "burstWindow,-PT1S,false"})
    void timesAreBetweenNothingAndAnHour(String setting, Duration time, boolean allowed) throws Exception {
        boolean valid = validator.forExecutables().validateReturnValue(settings,
                ResponseSettings.class.getMethod(setting), time).isEmpty();

        assertThat(valid).isEqualTo(allowed);
    }
}
