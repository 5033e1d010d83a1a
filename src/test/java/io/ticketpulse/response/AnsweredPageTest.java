package io.ticketpulse.response;

import static io.ticketpulse.invitation.InvitationState.RESPONDED;
import static io.ticketpulse.response.KeptPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.RealServers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages after the question: the thanks, the answer that was given, and links that lead nowhere. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AnsweredPageTest {

    private static final Instant NOW = Instant.parse("2026-10-05T08:30:00Z");
    private static final Nonce NEXT = Nonce.fresh(Customers.INVITATION, 1, 0, NOW);
    private static final Instant TWELVE_HOURS_ON = Instant.parse("2026-10-05T20:30:00Z");
    private static final SubmittedForm FILLED = new SubmittedForm("2", "Slow & <b>rude</b>", List.of("empathy"), null);

    @Inject
    AnswerPages pages;

    @Inject
    Nonces nonces;

    @Inject
    Texts texts;

    @ParameterizedTest
    @CsvSource({"STARS,4,4 of 5 Satisfied", "NPS,7,7 of 10", "CES,7,7 of 7 Strongly agree", "THUMBS,0,No"})
    void theThanksShowTheAnswer(Scale scale, int score, String shown) {
        Document page = page("thanks-" + scale, pages.thanks(t(), Customers.of(scale, RESPONDED),
                new Answer(scale, score, "Line one\nline two", List.of()), TWELVE_HOURS_ON, NEXT));

        assertThat(page.select("h1").text()).isEqualTo("Thank you");
        assertThat(page.select(".given dd").eachText()).containsExactly(shown, "Line one line two");
    }

    @Test
    void theThanksCarryAFormToCorrectTheAnswer() {
        Document page = page("thanks", pages.thanks(t(), Customers.of(Scale.STARS, RESPONDED),
                new Answer(Scale.STARS, 4, null, List.of()), TWELVE_HOURS_ON, NEXT));

        assertThat(nonces.read(page.select("input[type=hidden]").val())).hasValue(NEXT);
        assertThat(page.select("input[name=score][checked]").val()).isEqualTo("4");
        assertThat(page.select("details .until").text())
                .isEqualTo("You can change it until 5 October 2026, 22:30 (GMT+2).");
    }

    @Test
    void anAnsweredLinkShowsTheAnswer() {
        Document page = page("answered", pages.answered(t(), Customers.of(Scale.STARS, RESPONDED),
                new Answer(Scale.STARS, 2, "Slow", List.of()), FILLED, null, TWELVE_HOURS_ON, NEXT));

        assertThat(page.select("h1").text()).isEqualTo("We have your answer");
        assertThat(page.select(".given dd").eachText()).containsExactly("2 of 5 Dissatisfied", "Slow");
    }

    @Test
    void theReasonsThatWerePickedAreShownAsLongAsThereAreWordsForThem() {
        Document page = page("answered-with-reasons", pages.answered(t(), Customers.of(Scale.STARS, RESPONDED),
                new Answer(Scale.STARS, 2, null, List.of("empathy", "given-up", "tangibles")), FILLED, null,
                TWELVE_HOURS_ON, NEXT));

        assertThat(page.select(".given dd").eachText()).containsExactly("2 of 5 Dissatisfied", "Being understood",
                "Tools and portal");
    }

    @Test
    void anAnswerFromBeforeTheScaleChangedIsShownOnItsOwn() {
        Answer answer = new Answer(Scale.NPS, 9, null, List.of());
        InvitedCustomer customer = Customers.of(Scale.STARS, RESPONDED);

        Document page = page("answered-on-another-scale", pages.answered(t(), customer, answer,
                AnswerPages.asForm(answer, customer), null, TWELVE_HOURS_ON, NEXT));

        assertThat(page.select(".given dd").eachText()).containsExactly("9 of 10");
        assertThat(page.select("input[name=score]")).hasSize(5).noneMatch(score -> score.hasAttr("checked"));
    }

    @Test
    void anAnswerIsShownWithoutAFormOnceTheTimeIsOver() {
        Document page = page("answered-for-good", pages.answered(t(), Customers.of(Scale.STARS, RESPONDED),
                new Answer(Scale.STARS, 2, "Slow", List.of()), FILLED, null, NOW, NEXT));

        assertThat(page.select("form")).isEmpty();
        assertThat(page.select(".until").text()).isEqualTo("It can no longer be changed.");
    }

    @Test
    void aCorrectionThatIsNotTakenStaysOpenAndFilled() {
        Document page = page("answered-again", pages.answered(t(), Customers.of(Scale.STARS, RESPONDED),
                new Answer(Scale.STARS, 4, null, List.of()), FILLED, Objection.ANSWERED_ALREADY, TWELVE_HOURS_ON,
                NEXT));

        assertThat(page.select("details[open] input[name=score][checked]").val()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"expired,This question has closed", "withdrawn,Your ticket is open again",
            "over,This question is no longer open", "unknown,We do not know this link", "trouble,That did not work",
            "too-large,That was too much", "too-many,That is a lot of answers",
            "busy,Just a moment"})
    void aLinkThatLeadsNowhereSaysSoKindly(String state, String heading) {
        Document page = page(state, pages.closed(t(), "page." + state));

        assertThat(page.select("h1").text()).isEqualTo(heading);
        assertThat(page.select("form, input")).isEmpty();
    }

    private Wording t() {
        return texts.in(Locale.UK);
    }
}
