package io.ticketpulse.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one client may ask of the pages for customers. */
@ConfigMapping(prefix = "ticketpulse.response")
public interface RequestSettings {

    /** Generous, for a whole company and its mail scanner may come from one address; 0 is no limit. */
    @WithDefault("3000")
    @Min(0)
    @Max(1_000_000)
    int requestsPerMinute();
}
