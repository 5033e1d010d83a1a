package io.ticketpulse.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings of the whole service for tests of rules. */
final class SomeSettings {

    private SomeSettings() {
    }

    /** The defaults, and these. */
    static PlatformSettings platform(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("ticketpulse.token.secrets", Authenticators.secretOf('s'));
        return new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter()).withMapping(PlatformSettings.class)
                .withDefaultValues(all).build().getConfigMapping(PlatformSettings.class);
    }
}
