package io.ticketpulse.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.mailer.Mail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.platform.Brand;
import io.ticketpulse.platform.Brands;
import io.ticketpulse.platform.PublicUrl;
import io.ticketpulse.platform.PublicUrls;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that are looked at, and those that are sent. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MailPreviewTest {

    private static final Map<String, String> WITH_LOGO = Map.of("logo", "src/test/resources/brand/logo.png");
    private static final PublicUrl PUBLIC_URL = PublicUrls.of("https://feedback.example.com");

    @Inject
    MailPreview preview;

    @Inject
    MailWriter writer;

    @Inject
    MailOffice office;

    @Inject
    LinkToken tokens;

    @Inject
    OptOutLink optOutLinks;

    @ParameterizedTest
    @EnumSource(Scale.class)
    void theInvitationIsTheOneThatIsSentButForItsLinks(Scale scale) {
        InvitedCustomer sample = MailSamples.of(scale);
        Mail sent = writer.invitation(sample, "ada@example.org");

        MailPreview.Shown shown = preview.invitation(sample);

        assertThat(shown.subject()).isEqualTo(sent.getSubject());
        assertThat(shown.html()).isEqualTo(withSampleLinks(sent.getHtml(), sample.id()));
        assertThat(shown.text()).isEqualTo(withSampleLinks(sent.getText(), sample.id()));
    }

    @Test
    void theReminderIsTheOneThatIsSentButForItsLinks() {
        InvitedCustomer sample = MailSamples.of(Scale.STARS);
        Mail sent = writer.reminder(sample, "ada@example.org");

        MailPreview.Shown shown = preview.reminder(sample);

        assertThat(shown.subject()).isEqualTo(sent.getSubject());
        assertThat(shown.html()).isEqualTo(withSampleLinks(sent.getHtml(), sample.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s/", "/u/"})
    void itsLinksAreOfNobody(String path) {
        assertThat(given().get(path + MailPreview.TOKEN).statusCode()).isEqualTo(404);
    }

    @Test
    void theLogoIsInside() {
        Brand brand = Brands.of(WITH_LOGO);
        MailPreview ofBrand = new MailPreview(office.secureWriter(WITH_LOGO), brand, PUBLIC_URL);

        Document mail = Jsoup.parse(ofBrand.invitation(MailSamples.of(Scale.STARS)).html());

        assertThat(mail.select("img").eachAttr("src")).containsExactly(brand.logo().orElseThrow().dataUrl());
    }

    private String withSampleLinks(String mail, UUID invitation) {
        return mail.replace(tokens.token(invitation), MailPreview.TOKEN)
                .replace(optOutLinks.token(new EmailAddress("ada@example.org")), MailPreview.TOKEN);
    }
}
