package io.ticketpulse.platform;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What customers read, and in which language. */
@ConfigMapping(prefix = "ticketpulse.texts")
public interface TextsSettings {

    /** For whom neither the ticket nor the browser names a language that there are texts in: a BCP 47 tag. */
    @WithDefault("en")
    String language();

    /**
     * A folder with the operator's own texts, one file {@code {language}.properties} a language; a file may hold some of
     * the texts of a language that is built in, and all texts of another one. Unset: the built-in texts as they are.
     */
    Optional<Path> overrides();
}
