package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in a mail, as it is written and as a mail server receives it. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class MailWriterTest {

    @Inject
    MailWriter writer;

    @Inject
    LinkToken tokens;

    @Inject
    OptOutLink optOutLinks;

    @Inject
    MailOffice office;

    @Inject
    InvitationJob job;

    @ParameterizedTest
    @EnumSource(Scale.class)
    void textAndHtmlHaveALinkForEveryScore(Scale scale) {
        Mail mail = writer.invitation(MailSamples.of(scale), "ada@example.org");

        List<String> links = Jsoup.parse(mail.getHtml()).select("a[href*=?score=]").eachAttr("href");
        assertThat(links).hasSize(scale.max() - scale.min() + 1)
                .allSatisfy(link -> assertThat(mail.getText()).contains(link));
        assertThat(links.get(0))
                .endsWith(tokens.token(MailSamples.INVITATION) + "?score=" + scale.min());
    }

    @Test
    void whatMayBeInAnotherLanguageSaysThatNobodyKnows() {
        MailWriter branded = office.secureWriter(Map.of("footer", "Acme AG\nBerlin"));

        Mail mail = branded.invitation(MailSamples.about("ITS-24", "Drucker", "Ça va?"), "ada@example.org");

        Document html = Jsoup.parse(mail.getHtml());
        assertThat(html.select("body [lang='']").eachText())
                .containsExactly("Ça va?", "Drucker", "Ça va?", "Acme AG", "Berlin");
    }

    @Test
    void textAndHtmlSayTheSame() {
        Mail mail = writer.invitation(MailSamples.of(Scale.STARS), "ada@example.org");

        Document html = Jsoup.parse(mail.getHtml());
        assertThat(mail.getSubject()).isEqualTo("How did we do? Your ticket ITS-24");
        assertThat(html.title()).isEqualTo(mail.getSubject());
        assertThat(html.select("html").attr("lang")).isEqualTo("en");
        for (String sentence : List.of("Your ticket was closed", "Ticket ITS-24", "Printer", "How satisfied are you",
                "Very dissatisfied", "Very satisfied", "One question, ten seconds, no login.",
                "Do not ask me any more")) {
            assertThat(html.text()).contains(sentence);
            assertThat(mail.getText()).contains(sentence);
        }
        assertThat(html.select("script, img, link, iframe")).isEmpty();
        assertThat(html.select("a[href*=/u/]").attr("href"))
                .endsWith("/u/" + optOutLinks.token(new EmailAddress("ada@example.org")));
    }

    @Test
    void theReminderSaysThatItIsOne() {
        Mail mail = writer.reminder(MailSamples.of(Scale.STARS), "ada@example.org");

        assertThat(mail.getSubject()).isEqualTo("A reminder: how did we do with your ticket ITS-24?");
        assertThat(mail.getText()).contains("We will not ask about this ticket again.");
    }

    @Test
    void whatADeskWroteIsTextEverywhere() {
        Mail mail = writer.invitation(MailSamples.about("<b>1</b>\r\nBcc: b@example.org",
                "<img src=x onerror=alert(1)> \"Müller\" & Söhne\r\n\u202ecod.exe",
                "Is <i>it</i> fine & dandy?"), "ada@example.org");

        Document html = Jsoup.parse(mail.getHtml());
        assertThat(html.select("b, i, img")).isEmpty();
        for (String line : List.of("Ticket <b>1</b> Bcc: b@example.org",
                "<img src=x onerror=alert(1)> \"Müller\" & Söhne cod.exe", "Is <i>it</i> fine & dandy?")) {
            assertThat(html.text()).contains(line);
            assertThat(mail.getText().replace("\n", " ")).contains(line);
        }
        assertThat(mail.getSubject()).isEqualTo("How did we do? Your ticket <b>1</b> Bcc: b@example.org");
    }

    @Test
    void aLongSummaryIsCut() {
        Mail mail = writer.invitation(MailSamples.about("ITS-24", "word ".repeat(100), null), "ada@example.org");

        assertThat(Jsoup.parse(mail.getHtml()).select(".about bdi").text()).endsWith("word word…").hasSizeBetween(90,
                101);
    }

    @Test
    void withoutASummaryThereIsTheNumberAlone() {
        Mail mail = writer.invitation(MailSamples.about(null, null, null), "ada@example.org");

        assertThat(Jsoup.parse(mail.getHtml()).select(".about bdi")).isEmpty();
        assertThat(mail.getText()).contains("\nTicket 10024\n");
    }

    @Test
    void oneClickNeedsHttps() {
        Mail mail = writer.invitation(MailSamples.of(Scale.STARS), "ada@example.org");

        assertThat(mail.getHeaders()).doesNotContainKeys("List-Unsubscribe", "List-Unsubscribe-Post");
    }

    @Test
    void withHttpsMailProgramsGetTheirOneClick() {
        Mail mail = office.secureWriter(Map.of()).invitation(MailSamples.of(Scale.STARS), "ada@example.org");

        assertThat(mail.getHeaders().get("List-Unsubscribe")).containsExactly(
                "<https://feedback.example.com/u/" + optOutLinks.token(new EmailAddress("ada@example.org")) + ">");
        assertThat(mail.getHeaders().get("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void theMailServerGetsTwoPartsAndOneOfEachHeader() throws Exception {
        MovableClock clock = MovableClock.installed();
        Customer customer = Customer.closed("at-once", clock.instant(), ", \"ticketNumber\": \"Größe 24\"");

        job.doWhatIsDue();

        MimeMessage mail = customer.mails().get(0).message();
        assertThat(mail.getHeader("Message-ID"))
                .containsExactly("<" + customer.invitation().id() + ".invitation@localhost>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("DR, RN, NRN, OOF, AutoReply");
        assertThat(mail.getHeader("Date")).hasSize(1);
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Service Desk <desk@example.org>");
        assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("answers@example.org");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(customer.email());
        assertThat(mail.getSubject()).isEqualTo("How did we do? Your ticket Größe 24");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(List.of(parts.getBodyPart(0).getContentType(), parts.getBodyPart(1).getContentType()))
                .extracting(type -> type.split(";")[0]).containsExactly("text/plain", "text/html");
        assertThat(Arrays.asList(parts.getBodyPart(0).getContent(), parts.getBodyPart(1).getContent()))
                .allSatisfy(part -> assertThat(part.toString()).contains("Größe 24", "★", "Very satisfied"));
    }
}
