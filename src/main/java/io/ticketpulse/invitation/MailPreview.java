package io.ticketpulse.invitation;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.MailContent.Kind;
import io.ticketpulse.invitation.MailWriter.Letter;
import io.ticketpulse.platform.Brand;
import io.ticketpulse.platform.PublicUrl;

/** Mails to look at: written like those that are sent, but nobody gets them, and their links open nothing. */
@Singleton
public class MailPreview {

    /** Looks like a token, and is not signed. */
    static final String TOKEN = "sample-link-that-opens-nothing-but-a-notice";

    private final MailWriter writer;
    private final Brand brand;
    private final PublicUrl publicUrl;

    MailPreview(MailWriter writer, Brand brand, PublicUrl publicUrl) {
        this.writer = writer;
        this.brand = brand;
        this.publicUrl = publicUrl;
    }

    /**
     * A mail as it is read.
     *
     * @param html with the logo inside
     */
    public record Shown(String subject, String html, String text) {}

    public Shown invitation(InvitedCustomer sample) {
        return shown(Kind.INVITATION, sample);
    }

    public Shown reminder(InvitedCustomer sample) {
        return shown(Kind.REMINDER, sample);
    }

    private Shown shown(Kind kind, InvitedCustomer sample) {
        Letter letter = writer.letter(kind, sample, publicUrl.to("/s/" + TOKEN), publicUrl.to("/u/" + TOKEN));
        String html = brand.logo().map(logo -> letter.html().replace(MailWriter.LOGO_URL, logo.dataUrl()))
                .orElse(letter.html());
        return new Shown(letter.subject(), html, letter.text());
    }
}
