package io.ticketpulse.platform;

import java.nio.file.Path;
import java.util.Optional;

/** Texts with settings of a test. */
public final class SomeTexts {

    private SomeTexts() {
    }

    /** The texts that are built in, with a language for whom no other is known. */
    public static Texts with(String language) {
        return with(language, null);
    }

    /** The same, with the operator's own texts in a folder; null for none. */
    public static Texts with(String language, Path overrides) {
        return new Texts(new TextsSettings() {
            @Override
            public String language() {
                return language;
            }

            @Override
            public Optional<Path> overrides() {
                return Optional.ofNullable(overrides);
            }
        });
    }
}
