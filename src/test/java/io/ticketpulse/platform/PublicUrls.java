package io.ticketpulse.platform;

import java.util.Map;

/** Public addresses for tests. */
public final class PublicUrls {

    private PublicUrls() {
    }

    /** As if {@code ticketpulse.public-url} were this. */
    public static PublicUrl of(String address) {
        return new PublicUrl(SomeSettings.platform(Map.of("ticketpulse.public-url", address)));
    }
}
