package io.ticketpulse.platform;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Parts of the platform for tests of rules. */
public final class PlatformParts {

    private PlatformParts() {
    }

    /** Writes events as in the service. */
    public static CloudEventJson cloudEventJson() {
        return new CloudEventJson(new ObjectMapper());
    }

    /** Topics of the usual names. */
    public static Topics topics() {
        return new Topics(SomeSettings.platform(Map.of()));
    }
}
