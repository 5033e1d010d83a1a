package io.ticketpulse.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.ticketpulse.platform.Phrase;
import io.ticketpulse.platform.SomeTexts;
import io.ticketpulse.platform.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The question in the operator's own words: one for all languages, and some in single languages. */
class SurveyQuestionsTest {

    private final Texts texts = SomeTexts.with("en");

    @ParameterizedTest
    @CsvSource({"en,How was it?,true", "de,Wie war's?,false", "fr,How was it?,true"})
    void aLanguageWithoutOneGetsThatForAllAndNobodyKnowsItsLanguage(String language, String question,
            boolean unknown) {
        Survey survey = survey("QUESTION", "How was it?", "QUESTIONS_DE", "Wie war's?");

        assertThat(survey.questionIn(texts.in(Locale.forLanguageTag(language))))
                .isEqualTo(new Phrase(question, unknown));
    }

    @Test
    void withoutOneForAllTheOneOfTheScaleHolds() {
        Survey survey = survey("SCALE", "thumbs", "QUESTIONS_DE", "Wie war's?");

        assertThat(survey.questionIn(texts.in(Locale.ITALIAN)))
                .isEqualTo(Phrase.ofTexts("Siamo riusciti ad aiutarla?"));
    }

    @Test
    void aLanguageThatThereAreNoTextsInIsNamed() {
        assertThatThrownBy(() -> survey("QUESTIONS_DA", "Hvordan var det?"))
                .hasMessageStartingWith("ticketpulse.surveys.incident.questions.da is in a language that there are no");
    }

    private Survey survey(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put("TICKETPULSE_SURVEYS_INCIDENT_" + namesAndValues[i], namesAndValues[i + 1]);
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(SurveySettings.class)
                .withMapping(SamplingSettings.class).addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300)).build();
        return new Surveys(config.getConfigMapping(SurveySettings.class),
                config.getConfigMapping(SamplingSettings.class), texts).all().get(0);
    }
}
