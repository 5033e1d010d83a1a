package io.ticketpulse.response;

import static io.ticketpulse.invitation.InvitationState.SENT;
import static io.ticketpulse.response.KeptPages.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Survey;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.RealServers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page with the question, as it opens and as it comes again. */
@QuarkusTest
@WithTestResource(RealServers.class)
class QuestionPageTest {

    private static final Instant NOW = Instant.parse("2026-10-05T08:30:00Z");
    private static final Nonce NEXT = Nonce.fresh(Customers.INVITATION, 1, 0, NOW);
    private static final SubmittedForm FILLED = new SubmittedForm("2", "Slow & <b>rude</b>", List.of("empathy"), null);

    @Inject
    AnswerPages pages;

    @Inject
    Nonces nonces;

    @Inject
    Texts texts;

    @ParameterizedTest
    @EnumSource
    void theQuestionOffersEveryScoreOfItsScaleAndChoosesNone(Scale scale) {
        Document page = open(scale);

        assertThat(page.select("input[name=score]")).extracting(Element::val).containsExactlyElementsOf(
                IntStream.rangeClosed(scale.min(), scale.max()).mapToObj(String::valueOf).toList());
        assertThat(page.select("input[checked]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "STARS|How satisfied are you with how we handled your request?",
            "NPS|How likely are you to recommend our service desk to a colleague?",
            "CES|“The service desk made it easy to get my issue solved.” How much do you agree?",
            "THUMBS|Did we help you?"})
    void theDefaultQuestionGoesWithTheScale(Scale scale, String question) {
        assertThat(open(scale).select("legend h1").text()).isEqualTo(question);
    }

    @Test
    void theSurveysOwnQuestionIsAskedInstead() {
        Survey survey = new Survey("incident", Scale.STARS, "Well <done>?", 2);

        Document page = page("own-question", pages.question(t(), Customers.of(survey, SENT, "ITS-24", null),
                SubmittedForm.EMPTY, null, NEXT));

        assertThat(page.select("h1").text()).isEqualTo("Well <done>?");
    }

    @Test
    void theFormHasOneHiddenFieldWithTheNonce() {
        Element hidden = open(Scale.STARS).select("input[type=hidden]").first();

        assertThat(nonces.read(hidden.val())).hasValue(NEXT);
    }

    @Test
    void thePageSaysItsLanguage() {
        assertThat(open(Scale.STARS).select("html").attr("lang")).isEqualTo("en");
    }

    @ParameterizedTest
    @EnumSource
    void noPageHasAScriptOrAnythingFromElsewhere(Scale scale) {
        assertThat(open(scale).select("script, link, img, iframe, [src], [href^=http], [style], [onclick]")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsSmall(Scale scale) {
        String page = pages.question(t(), Customers.of(scale, SENT), SubmittedForm.EMPTY, null, NEXT);

        assertThat(page.getBytes(UTF_8)).hasSizeLessThan(30_000);
    }

    @Test
    void everyFieldHasALabelInWords() {
        assertThat(open(Scale.STARS).select("label:has(input[name=score])")).extracting(Element::text).containsExactly(
                "1 Very dissatisfied", "2 Dissatisfied", "3 Neither satisfied nor dissatisfied", "4 Satisfied",
                "5 Very satisfied");
    }

    @Test
    void fiveReasonsAreOfferedAndNoneIsChosen() {
        Document page = open(Scale.STARS);

        assertThat(page.select("input[name=driver]")).extracting(Element::val).containsExactlyInAnyOrder("reliability",
                "assurance", "tangibles", "empathy", "responsiveness");
        assertThat(page.select(".drivers label")).extracting(Element::text).doesNotContain("").hasSize(5);
        assertThat(page.select("input[name=driver][checked]")).isEmpty();
    }

    @Test
    void theTicketIsNamedByItsNumberAndTheDateInTheCustomersZone() {
        assertThat(open(Scale.STARS).select(".about").text()).isEqualTo("Ticket ITS-24 closed on 3 October 2026");
    }

    @Test
    void whatADeskCallsATicketBreaksNeitherLineNorDirection() {
        String number = "ITS\n\u202E-24" + "0".repeat(60);
        InvitedCustomer customer = Customers.of(new Survey("incident", Scale.STARS, null, 2), SENT, number, null);

        Document page = page("hostile", pages.question(t(), customer, SubmittedForm.EMPTY, null, NEXT));

        assertThat(page.select(".about span").first().wholeText())
                .isEqualTo("Ticket ITS -24" + "0".repeat(23) + "…");
    }

    @Test
    void aTicketNumberThatIsReadFromTheRightKeepsToItself() {
        InvitedCustomer customer = Customers.of(new Survey("incident", Scale.STARS, null, 2), SENT, "طلب-24", null);

        Document page = page("number-from-the-right",
                pages.question(t(), customer, SubmittedForm.EMPTY, null, NEXT));

        assertThat(page.select(".about span").first().wholeText()).isEqualTo("Ticket \u2068طلب-24\u2069");
    }

    @Test
    void aTicketWithoutNumberAndACustomerWithoutZoneAreFine() {
        InvitedCustomer customer = Customers.of(new Survey("incident", Scale.STARS, null, 2), SENT, null, "Mars/Base");

        Document page = page("bare", pages.question(t(), customer, SubmittedForm.EMPTY, null, NEXT));

        assertThat(page.select(".about").text()).isEqualTo("closed on 3 October 2026");
    }

    @Test
    void theChoiceFromTheMailIsMarkedAndSaidToBe() {
        Document page = page("preselected", pages.question(t(), Customers.of(Scale.STARS, SENT),
                new SubmittedForm("4", null, List.of(), null), null, NEXT));

        assertThat(page.select("input[checked]")).extracting(Element::val).containsExactly("4");
        assertThat(page.select(".hint").text()).startsWith("Your choice from the mail is marked.");
    }

    @Test
    void aChoiceThatIsNoneIsOverlooked() {
        Document page = page("wrong-preselection", pages.question(t(), Customers.of(Scale.STARS, SENT),
                new SubmittedForm("9", null, List.of(), null), null, NEXT));

        assertThat(page.select("input[checked], .hint")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void thePageThatComesAgainSaysWhyAndIsFilled(Objection objection) {
        Document page = page("again-" + objection,
                pages.question(t(), Customers.of(Scale.STARS, SENT), FILLED, objection,
                        NEXT));

        assertThat(page.title()).isEqualTo("Please check: Your feedback");
        assertThat(page.select("[role=alert]").text()).isNotBlank();
        assertThat(page.select("input[name=score][checked]").val()).isEqualTo("2");
        assertThat(page.select("textarea").val()).isEqualTo("Slow & <b>rude</b>");
        assertThat(page.select("input[name=driver][checked]").val()).isEqualTo("empathy");
    }

    private Wording t() {
        return texts.in(Locale.UK);
    }

    private Document open(Scale scale) {
        return page("open-" + scale, pages.question(t(), Customers.of(scale, SENT), SubmittedForm.EMPTY, null, NEXT));
    }
}
