package io.ticketpulse.invitation;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** The mails. */
@ConfigMapping(prefix = "ticketpulse.mail")
public interface MailSettings {

    /** The sender, with or without a display name; without one it is the name of the brand. */
    @WithDefault("ticketpulse@localhost")
    String from();

    Optional<String> replyTo();

    /** The most mails one replica hands to the mail server in a second. */
    @WithDefault("100")
    @Min(1)
    int perSecond();

    /**
     * How long the mail server may take for one mail. A mail that was being sent when a replica died is sent by another
     * after four times as long.
     */
    @WithDefault("15s")
    @DurationMin(seconds = 1)
    Duration timeout();
}
