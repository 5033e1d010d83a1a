package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketpulse.invitation.Scale;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On every scale, a scanner that takes the links upwards or downwards, and a person who gives the first or last score. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ScannerOnEveryScaleTest {

    @Inject
    Guests guests;

    @Inject
    Settling settling;

    private MovableClock clock;
    private Invitee person;

    record Meeting(Scale scale, List<Integer> scores) {

        /** What the person says: the score the scanner tries first, so that it only repeats it. */
        int first() {
            return scores.get(0);
        }

        int last() {
            return scores.get(scores.size() - 1);
        }
    }

    static Stream<Meeting> meetings() {
        return Stream.of(Scale.values()).flatMap(scale -> {
            List<Integer> upwards = IntStream.rangeClosed(scale.min(), scale.max()).boxed().toList();
            List<Integer> downwards = upwards.stream().sorted(Collections.reverseOrder()).toList();
            return Stream.of(new Meeting(scale, upwards), new Meeting(scale, downwards));
        });
    }

    @BeforeEach
    void timeStandsStill() {
        clock = MovableClock.installed();
    }

    @AfterEach
    void nobodyHasOptedOut() throws Exception {
        assertThat(Invitees.hasOptedOut(person)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void aScannerAloneCountsNowhere(Meeting meeting) throws Exception {
        ask(meeting);

        scan(meeting);

        assertThat(countedScore()).isNull();
        assertThat(Invitees.state(person)).isEqualTo("SENT");
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void aScannerRightBeforeThePerson(Meeting meeting) throws Exception {
        ask(meeting);
        scan(meeting);

        answer(meeting.first());

        assertThat(countedScore()).isEqualTo(meeting.first());
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void aScannerRightAfterThePersonWhoGaveTheFirst(Meeting meeting) throws Exception {
        ask(meeting);
        answer(meeting.first());

        scan(meeting);

        assertThat(countedScore()).isEqualTo(meeting.first());
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void aScannerRightAfterThePersonWhoGaveTheLast(Meeting meeting) throws Exception {
        ask(meeting);
        answer(meeting.last());

        scan(meeting);

        assertThat(countedScore()).isEqualTo(meeting.last());
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void aScannerLongAfterThePersonWhoGaveTheFirst(Meeting meeting) throws Exception {
        ask(meeting);
        answer(meeting.first());
        passTime();

        scan(meeting);

        assertThat(countedScore()).isEqualTo(meeting.first());
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void aScannerLongAfterThePersonWhoGaveTheLast(Meeting meeting) throws Exception {
        ask(meeting);
        answer(meeting.last());
        passTime();

        scan(meeting);

        assertThat(countedScore()).isEqualTo(meeting.last());
    }

    private void ask(Meeting meeting) {
        person = guests.invited(meeting.scale().wireName(), "en");
    }

    private void scan(Meeting meeting) {
        Scanner scanner = new Scanner(person, meeting.scores());
        List<String> forms = scanner.follow();
        clock.passSeconds(3);
        scanner.send(forms);
    }

    private Response answer(int score) {
        String form = Invitee.nonce(person.open());
        clock.passSeconds(3);
        return person.send(score, form);
    }

    private void passTime() {
        clock.pass(Duration.ofMinutes(5));
        settling.settleDue();
    }

    private Integer countedScore() throws SQLException {
        clock.passSeconds(20);
        settling.settleDue();
        return Invitees.countedScore(person);
    }
}
