package io.ticketpulse.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever can be clicked in a mail leads to a page, and a value to the page that has it marked. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class MailLinksTest {

    @Inject
    InvitationJob job;

    @ParameterizedTest
    @EnumSource(Scale.class)
    void everyLinkOfAnInvitationWorks(Scale scale) throws Exception {
        MovableClock clock = MovableClock.installed();
        Customer customer = Customer.closed(scale.wireName(), clock.instant());

        job.doWhatIsDue();

        assertThat(links(customer.mails().get(0).message())).hasSize(scale.max() - scale.min() + 3)
                .allSatisfy(MailLinksTest::assertWorks);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void everyLinkOfAReminderWorks(Scale scale) throws Exception {
        MovableClock clock = MovableClock.installed();
        Customer customer = Customer.closed(scale.wireName(), clock.instant());
        job.doWhatIsDue();
        clock.pass(Customer.days(3));

        job.doWhatIsDue();

        assertThat(links(customer.mails().get(1).message())).hasSize(scale.max() - scale.min() + 3)
                .allSatisfy(MailLinksTest::assertWorks);
    }

    private static void assertWorks(String link) {
        Response page = given().urlEncodingEnabled(false).redirects().follow(false).get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        if (link.contains("?score=")) {
            assertThat(Jsoup.parse(page.asString()).select("input[name=score][checked]").eachAttr("value"))
                    .containsExactly(link.substring(link.indexOf('=') + 1));
        }
    }

    /** Those of the text and those of the HTML, which are the same. */
    private static Set<String> links(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        Set<String> ofText = ((String) parts.getBodyPart(0).getContent()).lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("http"))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> ofHtml = Jsoup.parse((String) parts.getBodyPart(1).getContent()).select("[href]")
                .eachAttr("href");
        assertThat(ofHtml).containsExactlyInAnyOrderElementsOf(ofText);
        return ofText;
    }
}
