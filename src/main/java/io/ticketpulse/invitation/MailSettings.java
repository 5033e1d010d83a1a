package io.ticketpulse.invitation;

import java.util.Optional;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The mails. */
@ConfigMapping(prefix = "ticketpulse.mail")
public interface MailSettings {

    /** The sender, with or without a display name. */
    @WithDefault("TicketPulse <ticketpulse@localhost>")
    String from();

    Optional<String> replyTo();

    /** The most mails one replica hands to the mail server in a second. */
    @WithDefault("100")
    @Min(1)
    int perSecond();
}
