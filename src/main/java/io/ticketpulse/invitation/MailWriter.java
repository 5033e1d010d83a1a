package io.ticketpulse.invitation;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.ticketpulse.platform.PublicUrl;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;

/** Writes invitations and reminders: one question, its scale as links, text and HTML saying the same. */
@Singleton
class MailWriter {

    private final MailSettings settings;
    private final PublicUrl publicUrl;
    private final LinkToken tokens;
    private final Texts texts;

    MailWriter(MailSettings settings, PublicUrl publicUrl, LinkToken tokens, Texts texts) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.tokens = tokens;
        this.texts = texts;
    }

    /** One score of the scale as a link that preselects it. */
    record Choice(String label, String meaning, String url) {}

    /** What the templates show. */
    record Content(String subject, String intro, String question, String ticket, List<Choice> choices, String link,
            String promise, String optOut, String optOutLink) {}

    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {
        }

        static native TemplateInstance html(Wording t, Content mail);

        static native TemplateInstance text(Wording t, Content mail);
    }

    Mail invitation(InvitedCustomer customer, String address) {
        return write(customer, address, "mail.invitation", "invitation");
    }

    Mail reminder(InvitedCustomer customer, String address) {
        return write(customer, address, "mail.reminder", "reminder");
    }

    private Mail write(InvitedCustomer customer, String address, String key, String kind) {
        Wording t = texts.in(customer.locale());
        String link = publicUrl.to("/s/" + tokens.token(LinkPurpose.ANSWER, customer.id()));
        String optOutLink = publicUrl.to("/u/" + tokens.token(LinkPurpose.OPT_OUT, customer.id()));
        Content content = content(t, customer, key, link, optOutLink);
        Mail mail = Mail.withText(address, content.subject(), Templates.text(t, content).render())
                .setHtml(Templates.html(t, content).render())
                .setFrom(settings.from())
                // An empty list would become an empty header, which RFC 5322 does not allow.
                .setCc(null)
                .addHeader("Message-ID", messageId(customer.id(), kind))
                // RFC 3282.
                .addHeader("Content-Language", t.language())
                // RFC 3834: keeps well-behaved robots from answering; the other one is what Exchange heeds.
                .addHeader("Auto-Submitted", "auto-generated")
                // Not "All", which would also suppress the bounces that we want (MS-OXCMAIL, 2.1.3.2.20).
                .addHeader("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply");
        settings.replyTo().ifPresent(mail::addReplyTo);
        if (publicUrl.isHttps()) {
            mail.addHeader("List-Unsubscribe", "<" + optOutLink + ">");
            mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    private Content content(Wording t, InvitedCustomer customer, String key, String link, String optOutLink) {
        Survey survey = customer.survey();
        Scale scale = survey.scale();
        String number = customer.closure().ticketNumber() == null
                ? customer.closure().ticketId()
                : customer.closure().ticketNumber();
        String ticket = customer.closure().summary() == null
                ? number
                : oneLine(number + ": " + customer.closure().summary());
        List<Choice> choices = IntStream.rangeClosed(scale.min(), scale.max())
                .mapToObj(score -> new Choice(label(scale, score), meaning(t, scale, score),
                        link + "?score=" + score))
                .toList();
        return new Content(oneLine(t.say(key + ".subject", "number", number)), t.say(key + ".intro"), survey.questionIn(t), ticket,
                choices, link, t.say("mail.promise"), t.say("mail.opt-out"), optOutLink);
    }

    private static String label(Scale scale, int score) {
        return switch (scale) {
            case STARS -> "★".repeat(score);
            case THUMBS -> score == 1 ? "👍" : "👎";
            case NPS, CES -> String.valueOf(score);
        };
    }

    private static String meaning(Wording t, Scale scale, int score) {
        boolean hasWord = scale != Scale.NPS || score == scale.min() || score == scale.max();
        return hasWord ? t.say("page.scale." + scale.wireName() + "." + score) : "";
    }

    /** A header has one line, whatever the desk put into the ticket's number. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** The same for every attempt, so that a mail which was sent twice is seen to be the same. */
    private String messageId(UUID invitation, String kind) {
        return "<" + invitation + "." + kind + "@" + publicUrl.host() + ">";
    }
}
