package io.ticketpulse.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * What all pages for customers have in common. The style sheet stands inside each page, so that a page is one request;
 * the page's content security policy allows it by its hash (CSP Level 3, section 2.3.1).
 */
@Singleton
@Named("look")
public class PageLook {

    private final Brand brand;
    private final String sheet;
    private final String contentSecurityPolicy;

    PageLook(Brand brand) {
        this.brand = brand;
        // Line breaks and indentation are for us; they would be a fifth of the page.
        this.sheet = coloured(brand) + sheet("/page.css");
        this.contentSecurityPolicy = contentSecurityPolicy("");
    }

    /** What the layout puts between the style tags, to the letter. */
    public String sheet() {
        return sheet;
    }

    /** Whose pages they are. */
    public String name() {
        return brand.name();
    }

    /** The picture that stands for the name; null for none. */
    public Logo logo() {
        return brand.logo().orElse(null);
    }

    /** What stands at the bottom, by line. */
    public List<String> footer() {
        return brand.footer();
    }

    /** What a browser may do with such a page: show it and send its form. */
    String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    /**
     * The same for a page of ours that shows other pages of ours in frames.
     *
     * @param ownSheet a style sheet that only this page has, to the letter
     */
    public String contentSecurityPolicyWithFrames(String ownSheet) {
        return contentSecurityPolicy(" 'sha256-" + sha256(ownSheet) + "'") + "; frame-src 'self'";
    }

    private String contentSecurityPolicy(String otherStyles) {
        return "default-src 'none'; style-src 'sha256-" + sha256(sheet) + "'" + otherStyles + "; "
                + (logo() == null ? "" : "img-src data:; ")
                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    /**
     * A style sheet among the resources, as it goes into a page: line breaks and indentation are for us; they would be a
     * fifth of the page.
     */
    public static String sheet(String name) {
        return load(name).replaceAll("\\s*\\n\\s*", "");
    }

    private static String coloured(Brand brand) {
        Colour colour = Colour.of(brand.colour());
        return ":root{--fill:%s;--on-fill:%s;%s}@media(prefers-color-scheme:dark){:root{%s}}".formatted(brand.colour(),
                brand.textColour(), on(PageColours.DAY, colour), on(PageColours.NIGHT, colour));
    }

    private static String on(Colour card, Colour brand) {
        PageColours colours = PageColours.of(brand, card);
        return "--card:" + card + ";--tint:" + colours.tint() + ";--accent:" + colours.accent();
    }

    private static String load(String name) {
        try (InputStream file = PageLook.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
