package io.ticketpulse.platform;

import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Authenticators for tests of rules. */
public final class Authenticators {

    private Authenticators() {
    }

    /** One with these secrets: the first signs, all verify. */
    public static MessageAuthenticator with(String... secrets) {
        PlatformSettings settings = new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withMapping(PlatformSettings.class)
                .withDefaultValues(Map.of("ticketpulse.token.secrets", String.join(",", secrets))).build()
                .getConfigMapping(PlatformSettings.class);
        return new MessageAuthenticator(settings);
    }

    /** Thirty-two times the same letter. */
    public static String secretOf(char letter) {
        return String.valueOf(letter).repeat(32);
    }
}
