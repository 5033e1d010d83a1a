package io.ticketpulse.response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pages are kept in {@code target/pages} to be looked at. */
final class KeptPages {

    private KeptPages() {
    }

    static Document page(String name, String html) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(folder.resolve(name.toLowerCase(Locale.ROOT) + ".html"), html);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return Jsoup.parse(html);
    }
}
