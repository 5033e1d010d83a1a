package io.ticketpulse.satisfaction;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long is kept what figures are made of; the figures are kept for ever. */
@ConfigMapping(prefix = "ticketpulse.retention")
public interface RetentionSettings {

    /** How long closures are kept with all that belongs to them, from the end of their month. */
    @WithDefault("400d")
    Duration closures();
}
