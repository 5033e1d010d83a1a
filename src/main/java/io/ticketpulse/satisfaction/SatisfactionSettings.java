package io.ticketpulse.satisfaction;

import java.time.Duration;
import java.time.LocalTime;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How figures are made and when. */
@ConfigMapping(prefix = "ticketpulse.satisfaction")
public interface SatisfactionSettings {

    /** The fewest responses whose statistics are shown, and the step in which they move while a month is running. */
    @WithDefault("5")
    @Min(1)
    int minimumResponses();

    /** How long after its end a month is final: by then the last link of the month has expired. */
    @WithDefault("17d")
    @DurationMin
    Duration finalAfter();

    /** When figures are published each day, in the reporting zone. */
    @WithDefault("03:00")
    LocalTime dailyAt();
}
