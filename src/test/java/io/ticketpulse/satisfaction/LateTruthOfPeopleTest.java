package io.ticketpulse.satisfaction;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.response.Answers;
import io.ticketpulse.response.Somebody;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Those rows of the table "Late truth" of which this room is told nothing, tried from the outside. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class LateTruthOfPeopleTest {

    private static final String OPT_OUT = "an opt-out after the mail was sent";
    private static final String ERASURE = "an erasure after the answer";
    static final Set<String> ROWS = Set.of(OPT_OUT, ERASURE);

    @Inject
    Answers answers;

    @ParameterizedTest
    @MethodSource("rows")
    void nothingMoves(String what, String counts, String statistics) {
        MovableClock clock = MovableClock.installed();
        YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        Somebody somebody = Somebody.unheardOf();
        if (what.equals(OPT_OUT)) {
            answers.asked(somebody, clock);
        } else {
            answers.given(somebody, clock);
        }
        publish(month);
        List<Object> before = figures(month);

        happens(what, somebody);

        assertThat(publish(month)).isZero();
        assertThat(figures(month)).isEqualTo(before).isNotEmpty();
        assertThat(List.of(counts, statistics)).containsExactly("–", "stay");
    }

    static Stream<Object[]> rows() {
        return FiguresDocument.lateTruth().filter(row -> ROWS.contains(row.get(0))).map(List::toArray);
    }

    private static void happens(String what, Somebody somebody) {
        switch (what) {
            case OPT_OUT -> somebody.optedOutByStaff();
            case ERASURE -> somebody.erased();
            default -> throw new AssertionError("No test for: " + what);
        }
    }

    /** Publishes the two months in question; how many figures changed. */
    private static int publish(YearMonth month) {
        return Stream.of(month.minusMonths(1), month).mapToInt(one -> given().auth().preemptive()
                .basic("admin", ADMIN_PASSWORD).post("/api/v1/satisfaction/" + one + "/publish").jsonPath()
                .getInt("changed")).sum();
    }

    private static List<Object> figures(YearMonth month) {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD)
                .queryParams("survey", "incident", "from", month.minusMonths(1).toString(), "limit", 500)
                .get("/api/v1/satisfaction").jsonPath().getList("items");
    }
}
