package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.platform.PublicUrls;
import io.ticketpulse.platform.Texts;
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

    private static final UUID INVITATION = UUID.fromString("0199b3a4-5c00-7000-8000-000000000001");
    private static final String ODD = "<b>\"Müller\" & Söhne</b>\r\nBcc: all@example.org";

    @Inject
    MailWriter writer;

    @Inject
    MailSettings settings;

    @Inject
    LinkToken tokens;

    @Inject
    Texts texts;

    @Inject
    InvitationJob job;

    @ParameterizedTest
    @EnumSource(Scale.class)
    void textAndHtmlHaveALinkForEveryScore(Scale scale) {
        Mail mail = writer.invitation(customer(scale, "ITS-24", null), "ada@example.org");

        List<String> links = Jsoup.parse(mail.getHtml()).select("a[href*=?score=]").eachAttr("href");
        assertThat(links).hasSize(scale.max() - scale.min() + 1)
                .allSatisfy(link -> assertThat(mail.getText()).contains(link));
        assertThat(links.get(0)).endsWith(tokens.token(LinkPurpose.ANSWER, INVITATION) + "?score=" + scale.min());
    }

    @Test
    void textAndHtmlSayTheSame() {
        Mail mail = writer.invitation(customer(Scale.STARS, "ITS-24", null), "ada@example.org");

        Document html = Jsoup.parse(mail.getHtml());
        assertThat(mail.getSubject()).isEqualTo("How did we do? Your ticket ITS-24");
        assertThat(html.title()).isEqualTo(mail.getSubject());
        assertThat(html.select("html").attr("lang")).isEqualTo("en");
        for (String sentence : List.of("Your ticket was closed", "ITS-24: Printer", "How satisfied are you",
                "★★★★★", "Very satisfied", "One question, ten seconds, no login.", "Do not ask me any more")) {
            assertThat(html.text()).contains(sentence);
            assertThat(mail.getText()).contains(sentence);
        }
        assertThat(html.select("script, img, link, iframe")).isEmpty();
        assertThat(html.select("a[href*=/u/]").attr("href"))
                .endsWith("/u/" + tokens.token(LinkPurpose.OPT_OUT, INVITATION));
    }

    @Test
    void theReminderSaysThatItIsOne() {
        Mail mail = writer.reminder(customer(Scale.STARS, "ITS-24", null), "ada@example.org");

        assertThat(mail.getSubject()).isEqualTo("A reminder: how did we do with your ticket ITS-24?");
        assertThat(mail.getText()).contains("We will not ask about this ticket again.");
    }

    @Test
    void whatADeskWroteIsTextEverywhere() {
        Mail mail = writer.invitation(customer(Scale.THUMBS, ODD, "Is <i>it</i> fine & dandy?"), "ada@example.org");

        Document html = Jsoup.parse(mail.getHtml());
        assertThat(html.select("b, i")).isEmpty();
        assertThat(html.text()).contains("<b>\"Müller\" & Söhne</b>", "Is <i>it</i> fine & dandy?");
        assertThat(mail.getText()).contains("Is <i>it</i> fine & dandy?");
        assertThat(mail.getSubject()).isEqualTo(
                "How did we do? Your ticket <b>\"Müller\" & Söhne</b> Bcc: all@example.org");
    }

    @Test
    void oneClickNeedsHttps() {
        Mail mail = writer.invitation(customer(Scale.STARS, "ITS-24", null), "ada@example.org");

        assertThat(mail.getHeaders()).doesNotContainKeys("List-Unsubscribe", "List-Unsubscribe-Post");
    }

    @Test
    void withHttpsMailProgramsGetTheirOneClick() {
        MailWriter secure = new MailWriter(settings, PublicUrls.of("https://feedback.example.com"), tokens, texts);

        Mail mail = secure.invitation(customer(Scale.STARS, "ITS-24", null), "ada@example.org");

        assertThat(mail.getHeaders().get("List-Unsubscribe")).containsExactly(
                "<https://feedback.example.com/u/" + tokens.token(LinkPurpose.OPT_OUT, INVITATION) + ">");
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
                .allSatisfy(part -> assertThat(part.toString()).contains("Größe 24", "★★★★★"));
    }

    private static InvitedCustomer customer(Scale scale, String number, String question) {
        TicketClosure closure = new TicketClosure(UUID.randomUUID(), "acme", "10024", 0, Instant.EPOCH, number,
                "incident", "Printer", null, null, null, null, null, null, null, null, Requester.UNKNOWN, null);
        return new InvitedCustomer(INVITATION, closure, YearMonth.of(2026, 10),
                new Survey("incident", scale, question, 2), InvitationState.PENDING, null, Instant.EPOCH, Locale.UK);
    }
}
