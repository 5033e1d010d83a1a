package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.mailer.Mail;
import io.ticketpulse.platform.Brand;
import io.ticketpulse.platform.Brands;
import io.ticketpulse.platform.PublicUrls;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.servers.MoodyMail;

/** Writes mails for other brands than that of the running service, and has them sent as the service does. */
@Singleton
class MailOffice {

    private final MailHandover handover;
    private final MailSettings settings;
    private final LinkToken tokens;
    private final OptOutLink optOutLinks;
    private final Texts texts;

    MailOffice(MailHandover handover, MailSettings settings, LinkToken tokens, OptOutLink optOutLinks, Texts texts) {
        this.handover = handover;
        this.settings = settings;
        this.tokens = tokens;
        this.optOutLinks = optOutLinks;
        this.texts = texts;
    }

    /** A writer for a service reached by https, with these settings below {@code ticketpulse.brand.}. */
    MailWriter secureWriter(Map<String, String> brandSettings) {
        Brand brand = Brands.of(brandSettings);
        return new MailWriter(settings, new Sender(settings, brand), brand,
                PublicUrls.of("https://feedback.example.com"), tokens, optOutLinks, texts);
    }

    /** The mail as the mail server got it. */
    MoodyMail.Received sent(Mail mail) {
        assertThat(handover.hand(mail, Instant.now()).await().indefinitely()).isEqualTo(Delivery.ACCEPTED);
        List<MoodyMail.Received> received = MoodyMail.to(mail.getTo().get(0));
        return received.get(received.size() - 1);
    }

    static String someAddress() {
        return UUID.randomUUID() + "@example.org";
    }
}
