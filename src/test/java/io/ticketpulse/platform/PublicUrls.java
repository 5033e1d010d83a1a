package io.ticketpulse.platform;

import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Public addresses for tests. */
public final class PublicUrls {

    private PublicUrls() {
    }

    /** As if {@code ticketpulse.public-url} were this. */
    public static PublicUrl of(String address) {
        return new PublicUrl(new SmallRyeConfigBuilder().addDefaultInterceptors().withMapping(PlatformSettings.class)
                .withDefaultValues(Map.of("ticketpulse.public-url", address, "ticketpulse.token.secrets",
                        Authenticators.secretOf('s')))
                .build().getConfigMapping(PlatformSettings.class));
    }
}
