package io.ticketpulse.response;

import static io.ticketpulse.invitation.InvitationState.RESPONDED;
import static io.ticketpulse.invitation.InvitationState.SENT;
import static io.ticketpulse.response.KeptPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketpulse.invitation.Drivers;
import io.ticketpulse.invitation.InvitationState;
import io.ticketpulse.invitation.InvitedCustomer;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Survey;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.RealServers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** WCAG 2.2, success criterion 3.1.2: what may be in another language than the page says that nobody knows in which. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartsInOtherLanguagesTest {

    private static final Instant NOW = Instant.parse("2026-10-05T08:30:00Z");
    private static final Nonce NEXT = Nonce.fresh(Customers.INVITATION, 1, 0, NOW);
    private static final String UNKNOWN = "[lang='']";
    private static final Survey SURVEY = new Survey("incident", Scale.STARS, "How was it?",
            Map.of("de", "Wie war es?"), 2,
            new Drivers(List.of("speed", "empathy"), Map.of("speed", "Speed")));

    @Inject
    AnswerPages pages;

    @Inject
    Texts texts;

    @Test
    void aQuestionForAllLanguages() {
        Document page = question(Locale.FRENCH, customer(SURVEY, SENT));

        assertThat(page.select("legend h1 bdi" + UNKNOWN).text()).isEqualTo("How was it?");
    }

    @Test
    void aQuestionInTheLanguageOfThePage() {
        Document page = question(Locale.GERMAN, customer(SURVEY, SENT));

        assertThat(page.select("legend h1 bdi:not([lang])").text()).isEqualTo("Wie war es?");
    }

    @Test
    void aReasonForAllLanguages() {
        Document page = question(Locale.FRENCH, customer(SURVEY, SENT));

        assertThat(page.select(".drivers " + UNKNOWN).eachText()).containsExactly("Speed");
    }

    @Test
    void whatIsOursIsInTheLanguageOfThePage() {
        Document page = question(Locale.FRENCH, Customers.of(Scale.STARS, SENT));

        assertThat(page.select("main [lang]")).isEmpty();
    }

    @Test
    void whatTheCustomerWrote() {
        Answer answer = new Answer(Scale.STARS, 4, "Snabbt!", List.of("speed", "empathy"));

        Document page = page("answered-in-another-language", pages.thanks(texts.in(Locale.FRENCH),
                customer(SURVEY, RESPONDED), answer, NOW.plus(Duration.ofHours(12)), NEXT));

        assertThat(page.select(".given " + UNKNOWN).eachText()).containsExactly("Speed", "Snabbt!");
    }

    private Document question(Locale language, InvitedCustomer customer) {
        Wording t = texts.in(language);
        return page("question-in-parts-" + language,
                pages.question(t, customer, SubmittedForm.EMPTY, null, NEXT));
    }

    private static InvitedCustomer customer(Survey survey, InvitationState state) {
        return Customers.of(survey, state, "ITS-24", null);
    }
}
