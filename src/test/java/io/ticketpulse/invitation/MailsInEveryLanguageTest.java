package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.closure.Requester;
import io.ticketpulse.closure.TicketClosure;
import io.ticketpulse.platform.InEveryLanguage;
import io.ticketpulse.platform.Spoken;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.JobsByHand;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both mails, and the opt-out pages, in every language. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class MailsInEveryLanguageTest {

    @Inject
    MailWriter writer;

    @Inject
    OptOutPages optOuts;

    @Inject
    Texts texts;

    @InEveryLanguage
    void theInvitation(String language) {
        for (Scale scale : Scale.values()) {
            assertIn(language, "mail.invitation", writer.invitation(customer(language, scale), "ada@example.org"));
        }
    }

    @InEveryLanguage
    void theReminder(String language) {
        for (Scale scale : Scale.values()) {
            assertIn(language, "mail.reminder", writer.reminder(customer(language, scale), "ada@example.org"));
        }
    }

    @InEveryLanguage
    void theOptOutPage(String language) {
        Wording t = texts.in(Locale.forLanguageTag(language));
        Stream.of(optOuts.ask(t, ""), optOuts.onceMore(t, ""), optOuts.optedOut(t, ""), optOuts.askAgain(t, ""),
                optOuts.optedIn(t))
                .forEach(page -> Spoken.in(language, page));
    }

    @InEveryLanguage
    void theOptOutLinkThatLeadsNowhere(String language) {
        Wording t = texts.in(Locale.forLanguageTag(language));
        Spoken.in(language, optOuts.closed(t, "page.unknown"));
    }

    @ParameterizedTest
    @CsvSource({"pt-BR,pt", "zh-Hans-CN,zh", "tlh,en", "und,en"})
    void aMailIsInTheRequestersLanguageOrThatOfTheSettings(String locale, String language) {
        Mail mail = writer.invitation(customer(locale, Scale.STARS), "ada@example.org");

        assertThat(mail.getHeaders().get("Content-Language")).containsExactly(language);
    }

    @ParameterizedTest
    @CsvSource({"de-AT,Wie war's?", "fr,How was it?"})
    void theSurveysOwnQuestionMayBeAskedInTheLanguage(String locale, String question) {
        Survey survey = new Survey("incident", Scale.STARS, "How was it?", Map.of("de", "Wie war's?"), 2,
                Drivers.RATER);

        Mail mail = writer.invitation(customer(locale, survey), "ada@example.org");

        assertThat(mail.getText()).contains(question);
    }

    private void assertIn(String language, String key, Mail mail) {
        Wording t = texts.in(Locale.forLanguageTag(language));
        Document html = Spoken.in(language, mail.getHtml());
        assertThat(mail.getHeaders().get("Content-Language")).containsExactly(language);
        assertThat(mail.getSubject()).isEqualTo(t.say(key + ".subject", "number", "ITS-24"));
        assertThat(withoutBlanks(mail.getText())).contains(withoutBlanks(t.say(key + ".intro")));
        assertThat(mail.getText()).doesNotContain("{", "}", "NOT_FOUND");
        // Web mail throws away what stands at html and body.
        assertThat(html.select("body > table").attr("dir")).isEqualTo(t.direction());
        assertThat(html.select("body > table").attr("lang")).isEqualTo(language);
    }

    /** Lines end where they are long enough, also between two characters of Japanese. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }

    private static InvitedCustomer customer(String locale, Scale scale) {
        return customer(locale, new Survey("incident", scale, null, scale.dissatisfiedUpTo()));
    }

    private static InvitedCustomer customer(String locale, Survey survey) {
        TicketClosure closure = new TicketClosure(UUID.randomUUID(), "acme", "10024", 0, Instant.EPOCH, "ITS-24",
                "incident", "Printer", null, null, null, null, null, null, null, null, Requester.UNKNOWN, null);
        return new InvitedCustomer(UUID.randomUUID(), closure, YearMonth.of(2026, 10), survey,
                InvitationState.PENDING, null, Instant.EPOCH, Locale.forLanguageTag(locale));
    }
}
