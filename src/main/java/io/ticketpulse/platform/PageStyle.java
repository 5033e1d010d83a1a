package io.ticketpulse.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import io.quarkus.qute.TemplateGlobal;

/**
 * The style sheet of the pages customers see. It stands inside each page, so that a page is one request; the page's
 * content security policy allows it by its hash (CSP Level 3, section 2.3.1).
 */
final class PageStyle {

    /** What the layout puts between the style tags, to the letter. */
    @TemplateGlobal(name = "pageStyle")
    static final String SHEET = load("/page.css");

    static final String HASH = "sha256-" + Base64.getEncoder().encodeToString(sha256(SHEET));

    private PageStyle() {
    }

    private static String load(String name) {
        try (InputStream file = PageStyle.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
