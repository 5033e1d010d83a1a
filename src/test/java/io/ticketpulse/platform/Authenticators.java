package io.ticketpulse.platform;

import java.util.Map;

/** Authenticators for tests of rules. */
public final class Authenticators {

    private Authenticators() {
    }

    /** One with these secrets: the first signs, all verify. */
    public static MessageAuthenticator with(String... secrets) {
        return new MessageAuthenticator(
                SomeSettings.platform(Map.of("ticketpulse.token.secrets", String.join(",", secrets))));
    }

    /** Thirty-two times the same letter. */
    public static String secretOf(char letter) {
        return String.valueOf(letter).repeat(32);
    }
}
