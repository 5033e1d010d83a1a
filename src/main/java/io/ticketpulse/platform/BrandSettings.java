package io.ticketpulse.platform;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose mails and pages they are. */
@ConfigMapping(prefix = "ticketpulse.brand")
interface BrandSettings {

    @WithDefault("TicketPulse")
    String name();

    /** Of buttons, as {@code #rrggbb}. */
    @WithDefault("#0e6a5b")
    String colour();

    /** A PNG, JPEG or GIF file. */
    Optional<Path> logo();

    /** What stands at the bottom, such as a postal address; lines end with {@code \n}. */
    Optional<String> footer();
}
