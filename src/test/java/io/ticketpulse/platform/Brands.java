package io.ticketpulse.platform;

import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Brands for tests. */
public final class Brands {

    private Brands() {
    }

    /** The one without any settings. */
    public static Brand usual() {
        return of(Map.of());
    }

    /** As if these were the settings below {@code ticketpulse.brand.}. */
    public static Brand of(Map<String, String> settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withMapping(BrandSettings.class);
        settings.forEach((name, value) -> config.withDefaultValue("ticketpulse.brand." + name, value));
        return new Brand(config.build().getConfigMapping(BrandSettings.class));
    }
}
