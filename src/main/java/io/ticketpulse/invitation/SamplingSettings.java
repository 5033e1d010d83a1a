package io.ticketpulse.invitation;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much one person is asked, over all desks and surveys. */
@ConfigMapping(prefix = "ticketpulse.sampling")
public interface SamplingSettings {

    /** Nobody is asked again sooner. */
    @WithDefault("30d")
    @DurationMin
    Duration coolDown();

    /** Nobody is asked more often within {@link #customerCapWindow()}. */
    @WithDefault("4")
    @Min(0)
    int customerCap();

    @WithDefault("365d")
    @DurationMin
    Duration customerCapWindow();

    /** After a hard bounce nobody is written to for so long. */
    @WithDefault("180d")
    @DurationMin
    Duration undeliverableFor();

    /** Addresses that are never written to; {@code *} stands for any characters. */
    @WithDefault("mailer-daemon@*,postmaster@*,abuse@*,no-reply@*,noreply@*")
    List<String> excludedAddresses();
}
