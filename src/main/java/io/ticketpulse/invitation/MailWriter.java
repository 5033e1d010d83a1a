package io.ticketpulse.invitation;

import jakarta.inject.Singleton;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.ticketpulse.invitation.MailContent.Kind;
import io.ticketpulse.platform.Brand;
import io.ticketpulse.platform.Logo;
import io.ticketpulse.platform.PublicUrl;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;

/** Writes invitations and reminders: one question, its scale as links, text and HTML saying the same. */
@Singleton
class MailWriter {

    /** What the HTML calls the logo that travels with it (RFC 2392). */
    private static final String LOGO_ID = "<logo@ticketpulse>";
    /** Where the HTML looks for it. */
    static final String LOGO_URL = "cid:logo@ticketpulse";

    private final MailSettings settings;
    private final Sender sender;
    private final Brand brand;
    private final PublicUrl publicUrl;
    private final LinkToken tokens;
    private final OptOutLink optOutLinks;
    private final Texts texts;

    MailWriter(MailSettings settings, Sender sender, Brand brand, PublicUrl publicUrl, LinkToken tokens,
            OptOutLink optOutLinks, Texts texts) {
        this.settings = settings;
        this.sender = sender;
        this.brand = brand;
        this.publicUrl = publicUrl;
        this.tokens = tokens;
        this.optOutLinks = optOutLinks;
        this.texts = texts;
    }

    /**
     * A mail without its envelope.
     *
     * @param language as a BCP 47 tag
     */
    record Letter(String language, String subject, String html, String text) {}

    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance html(Wording t, MailContent mail, Brand brand);

        static native TemplateInstance text(Wording t, MailContent mail, Brand brand);
    }

    Mail invitation(InvitedCustomer customer, String address) {
        return write(Kind.INVITATION, customer, address);
    }

    Mail reminder(InvitedCustomer customer, String address) {
        return write(Kind.REMINDER, customer, address);
    }

    private Mail write(Kind kind, InvitedCustomer customer, String address) {
        String optOutLink = publicUrl.to("/u/" + optOutLinks.token(EmailAddress.of(address).orElseThrow()));
        Letter letter = letter(kind, customer, publicUrl.to("/s/" + tokens.token(customer.id())),
                optOutLink);
        Mail mail = Mail.withText(address, letter.subject(), letter.text())
                .setHtml(letter.html())
                .setFrom(sender.address())
                // An empty list would become an empty header, which RFC 5322 does not allow.
                .setCc(null)
                .addHeader("From", sender.header())
                // The same for every attempt, so that a mail which was sent twice is seen to be the same.
                .addHeader("Message-ID", "<" + customer.id() + "." + kind.word() + "@" + publicUrl.host() + ">")
                // RFC 3282.
                .addHeader("Content-Language", letter.language())
                // RFC 3834: keeps well-behaved robots from answering; the other one is what Exchange heeds.
                .addHeader("Auto-Submitted", "auto-generated")
                // Not "All", which would also suppress the bounces that we want (MS-OXCMAIL, 2.1.3.2.20).
                .addHeader("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply");
        brand.logo().ifPresent(logo -> attach(logo, mail));
        settings.replyTo().ifPresent(mail::addReplyTo);
        if (publicUrl.isHttps()) {
            mail.addHeader("List-Unsubscribe", "<" + optOutLink + ">");
            mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    /** What stands in a mail with these links. */
    Letter letter(Kind kind, InvitedCustomer customer, String link, String optOutLink) {
        Wording t = texts.in(customer.locale());
        MailContent content = MailContent.of(kind, customer, t, link, optOutLink);
        return new Letter(t.language(), content.subject(), Templates.html(t, content, brand).render(),
                PlainText.wrapped(Templates.text(t, content, brand).render(), t.locale()));
    }

    private static void attach(Logo logo, Mail mail) {
        mail.addInlineAttachment("logo." + logo.extension(), logo.data(), logo.mediaType(), LOGO_ID);
    }
}
