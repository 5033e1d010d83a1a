package io.ticketpulse.response;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How responses are told apart from what machines send. */
@ConfigMapping(prefix = "ticketpulse.response")
public interface ResponseSettings {

    /** Different scores for one link within this time are set aside; a response counts after it. */
    @WithDefault("10s")
    @DurationMin
    @DurationMax(hours = 1)
    Duration burstWindow();

    /** Whether events on Kafka have the customer's comment in them. */
    @WithDefault("false")
    boolean publishComments();
}
