package io.ticketpulse.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.ticketpulse.invitation.Drivers;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Survey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittedFormTest {

    private static final Survey STARS = new Survey("incident", Scale.STARS, null, 2);

    @Test
    void fieldsAreDecoded() {
        assertThat(read("score=4&comment=Gr%C3%BC%C3%9Fe+%26+%F0%9F%91%8D&driver=empathy&driver=reliability&nonce=abc"))
                .contains(new SubmittedForm("4", "Grüße & 👍", List.of("empathy", "reliability"), "abc"));
    }

    @Test
    void nothingIsAFormWithNothingInIt() {
        assertThat(read("")).contains(SubmittedForm.EMPTY);
    }

    @Test
    void fieldsWeDoNotKnowAreOverlooked() {
        assertThat(read("score=4&utm_source=mail")).contains(new SubmittedForm("4", null, List.of(), null));
    }

    @Test
    void linesEndWithALineFeedAndControlCharactersAreGone() {
        assertThat(read("comment=+one%0D%0Atwo%0Dthree%00%1B%0D%0A").orElseThrow().comment())
                .isEqualTo("one\ntwo\nthree");
    }

    @Test
    void aBlankCommentIsNone() {
        assertThat(read("comment=+%0D%0A%C2%A0").orElseThrow().comment()).isNull();
    }

    @Test
    void aDriverGivenTwiceIsOne() {
        assertThat(read("driver=empathy&driver=empathy").orElseThrow().drivers()).containsExactly("empathy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"score=%", "score=%4", "comment=%zz", "score=4&score=5", "comment=a&comment=b",
            "nonce=a&nonce=a"})
    void whatIsNoFormIsNotRead(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Property
    void noBytesBreakTheReading(@ForAll byte[] body) {
        assertThatCode(() -> SubmittedForm.read(body)).doesNotThrowAnyException();
    }

    @Property
    void whatAnyoneWritesIsReadBackOrRefused(@ForAll String comment) {
        Optional<SubmittedForm> form = read("score=3&comment=" + URLEncoder.encode(comment, UTF_8));

        assertThat(form).hasValueSatisfying(read -> assertThat(read.score()).isEqualTo("3"));
    }

    @ParameterizedTest
    @CsvSource({"STARS,0,", "STARS,1,1", "STARS,5,5", "STARS,6,", "NPS,0,0", "NPS,10,10", "NPS,11,", "CES,7,7",
            "CES,8,",
            "THUMBS,0,0", "THUMBS,1,1", "THUMBS,2,", "STARS,+4,", "STARS,4.0,", "STARS,four,", "STARS,٤,", "STARS,-1,",
            "STARS,99999999999,", "STARS,,"})
    void aScoreIsAWholeNumberOnTheScale(Scale scale, String written, Integer score) {
        assertThat(SubmittedForm.scoreOn(scale, written)).isEqualTo(Optional.ofNullable(score));
    }

    @Test
    void aMissingScoreIsObjectedTo() {
        assertThat(new SubmittedForm(null, "x", List.of(), null).objection(STARS)).contains(Objection.NO_SCORE);
    }

    @Test
    void aScoreOffTheScaleIsObjectedTo() {
        assertThat(new SubmittedForm("6", null, List.of(), null).objection(STARS))
                .contains(Objection.NOT_ON_SCALE);
    }

    @Test
    void twoThousandCharactersAreCountedInCodePoints() {
        SubmittedForm form = new SubmittedForm("4", "👍".repeat(2000), List.of(), null);

        assertThat(form.objection(STARS)).isEmpty();
    }

    @Test
    void oneCharacterMoreIsTooLong() {
        SubmittedForm form = new SubmittedForm("4", "x".repeat(2001), List.of(), null);

        assertThat(form.objection(STARS)).contains(Objection.COMMENT_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Empathy", "empathy ", "speed", "<b>", "=1+1"})
    void aDriverIsOneOfThoseOffered(String driver) {
        assertThat(new SubmittedForm("4", null, List.of(driver), null).objection(STARS))
                .contains(Objection.UNKNOWN_DRIVER);
    }

    /** RATER: Parasuraman, Zeithaml and Berry, 1988. */
    @Test
    void allFiveDimensionsOfServiceQualityCanBePicked() {
        List<String> rater = List.of("reliability", "assurance", "tangibles", "empathy", "responsiveness");

        assertThat(new SubmittedForm("4", null, rater, null).objection(STARS)).isEmpty();
    }

    @Test
    void aSurveyWithReasonsOfItsOwnTakesThoseOnly() {
        Survey survey = new Survey("incident", Scale.STARS, null, Map.of(), 2,
                new Drivers(List.of("speed"), Map.of("speed", "Speed")));

        List<Optional<Objection>> objections = Stream.of("speed", "empathy")
                .map(driver -> new SubmittedForm("4", null, List.of(driver), null).objection(survey)).toList();

        assertThat(objections).containsExactly(Optional.empty(), Optional.of(Objection.UNKNOWN_DRIVER));
    }

    @Test
    void theAnswerIsWhatWasFilledIn() {
        SubmittedForm form = new SubmittedForm("4", "Thanks", List.of("empathy"), "abc");

        assertThat(form.answer(Scale.STARS)).isEqualTo(new Answer(Scale.STARS, 4, "Thanks", List.of("empathy")));
    }

    private static Optional<SubmittedForm> read(String body) {
        return SubmittedForm.read(body.getBytes(UTF_8));
    }
}
