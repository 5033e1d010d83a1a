package io.ticketpulse.response;

import static io.ticketpulse.invitation.InvitationState.RESPONDED;
import static io.ticketpulse.invitation.InvitationState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.Drivers;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Survey;
import io.ticketpulse.platform.InEveryLanguage;
import io.ticketpulse.platform.Spoken;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of the answer page in every language. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PagesInEveryLanguageTest {

    private static final Instant NOW = Instant.parse("2026-10-05T08:30:00Z");
    private static final Nonce NEXT = Nonce.fresh(Customers.INVITATION, 1, 0, NOW);
    private static final Instant LATER = NOW.plus(Duration.ofHours(12));

    @Inject
    AnswerPages pages;

    @Inject
    Texts texts;

    @InEveryLanguage
    void theQuestion(String language) {
        for (Scale scale : Scale.values()) {
            Element page = Spoken.in(language, pages.question(in(language), Customers.of(scale, SENT),
                    new SubmittedForm(String.valueOf(scale.max()), null, List.of(), null), null, NEXT));

            assertThat(page.select("input[name=score]").eachAttr("value")).containsExactlyElementsOf(
                    IntStream.rangeClosed(scale.min(), scale.max()).mapToObj(String::valueOf).toList());
        }
    }

    @InEveryLanguage
    void theQuestionAgain(String language) {
        assertThat(Objection.values()).allSatisfy(objection -> Spoken.in(language, pages.question(in(language),
                Customers.of(Scale.STARS, SENT), SubmittedForm.EMPTY, objection, NEXT)));
    }

    @InEveryLanguage
    void theThanks(String language) {
        for (Scale scale : Scale.values()) {
            Answer answer = new Answer(scale, scale.max(), "Fine", List.of("empathy"));
            Spoken.in(language, pages.thanks(in(language), Customers.of(scale, RESPONDED), answer, LATER, NEXT));
        }
    }

    @InEveryLanguage
    void theAnswerThatWasGiven(String language) {
        Answer answer = new Answer(Scale.STARS, 4, null, List.of());
        Stream.of(NOW, LATER).forEach(correctableUntil -> Spoken.in(language, pages.answered(in(language),
                Customers.of(Scale.STARS, RESPONDED), answer, SubmittedForm.EMPTY, null, correctableUntil, NEXT)));
    }

    @InEveryLanguage
    void theLinkThatLeadsNowhere(String language) {
        Stream.of("expired", "withdrawn", "over", "unknown", "trouble", "too-large", "too-many", "busy")
                .forEach(state -> Spoken.in(language, pages.closed(in(language), "page." + state)));
    }

    /** The patterns and names of months of the Unicode Common Locale Data Repository, long form. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"de|3. Oktober 2026", "fr|3 octobre 2026",
            "es|3 de octubre de 2026", "it|3 ottobre 2026", "pt|3 de outubro de 2026", "nl|3 oktober 2026",
            "pl|3 października 2026", "sv|3 oktober 2026", "ja|2026年10月3日", "zh|2026年10月3日", "ar|3 أكتوبر 2026"})
    void datesAreWrittenAsInTheLanguage(String language, String date) {
        Element page = Jsoup.parse(pages.question(in(language), Customers.of(Scale.STARS, SENT), SubmittedForm.EMPTY,
                null, NEXT));

        assertThat(page.select(".about").text()).contains(date);
    }

    @ParameterizedTest
    @CsvSource({"de,Wie war's?", "fr,How was it?"})
    void theSurveysOwnQuestionMayBeAskedInTheLanguage(String language, String question) {
        Survey survey = new Survey("incident", Scale.STARS, "How was it?", Map.of("de", "Wie war's?"), 2,
                Drivers.RATER);

        Element page = Jsoup.parse(pages.question(in(language), Customers.of(survey, SENT, "ITS-24", null),
                SubmittedForm.EMPTY, null, NEXT));

        assertThat(page.select("h1").text()).isEqualTo(question);
    }

    @Test
    void aLanguageWithoutAnOwnQuestionIsAskedOursWhereThereIsNoneForAll() {
        Survey survey = new Survey("incident", Scale.THUMBS, null, Map.of("de", "Hat's geklappt?"), 0,
                Drivers.RATER);

        Element page = Jsoup.parse(pages.question(in("es"), Customers.of(survey, SENT, "ITS-24", null),
                SubmittedForm.EMPTY, null, NEXT));

        assertThat(page.select("h1").text()).isEqualTo("¿Hemos podido ayudarle?");
    }

    private Wording in(String language) {
        return texts.in(Locale.forLanguageTag(language));
    }
}
