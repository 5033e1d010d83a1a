package io.ticketpulse.satisfaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.servers.RealServers;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class SatisfactionResourceTest {

    private static final String PATH = "/api/v1/satisfaction";
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final String FORMULA = "=cmd()|' /C calc'!A0";

    @Inject
    Story story;
    @Inject
    Publications publications;

    @BeforeEach
    void publishTwoMonths() throws Exception {
        Story.beginAnew();
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse("2026-04-20T12:00:00Z"), ZoneOffset.UTC), Clock.class);
        story.answered(MONTH, "acme", 5, 5, 4, 4, 1);
        story.answered(MONTH.plusMonths(1), FORMULA, 5, 5);
        publications.publish(MONTH);
        publications.publish(MONTH.plusMonths(1));
    }

    @Test
    void showsWhatWasPublishedLast() {
        reader().queryParam("dimension", "all").get(PATH).then()
                .statusCode(200)
                .contentType("application/json")
                .body("next", nullValue())
                .body("items.month", contains("2026-03", "2026-04"))
                .body("items[0].status", equalTo("final"))
                .body("items[0].csat.n", equalTo(5))
                .body("items[0].csat.value", equalTo(0.8f))
                .body("items[0].counts.closed", equalTo(5))
                .body("items[1].suppressed", equalTo(true))
                .body("items[1].csat", nullValue());
    }

    @Test
    void showsOnlyTheMonthsAskedFor() {
        reader().queryParams("from", "2026-04", "to", "2026-04").get(PATH).then()
                .statusCode(200)
                .body("items", hasSize(9));
    }

    @Test
    void showsOnlyTheValueAskedFor() {
        reader().queryParams("survey", "incident", "dimension", "desk", "value", "acme").get(PATH).then()
                .statusCode(200)
                .body("items.value", contains("acme"));
    }

    @Test
    void showsNothingOfAnUnknownSurvey() {
        reader().queryParam("survey", "unknown").get(PATH).then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        String next = reader().queryParam("limit", 7).get(PATH).then().extract().path("next");

        reader().queryParams("limit", 11, "cursor", next).get(PATH).then()
                .statusCode(200)
                .body("items", hasSize(11))
                .body("items[0].dimension", equalTo("service"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-3", "to=2026-13", "dimension=planet", "limit=0", "limit=501", "cursor=x",
            "cursor=%25%25", "limit=many", "limit=1e2", "survey=caf%C3%A9", "survey=Incident", "dimension=caf%C3%A9",
            "cursor=Y2Fmw6kvMjAyNi0wMy9hbGwvKg", "cursor=aW5jaWRlbnQvMjAyNi0wMy9jYWbDqS94",
            "cursor=aW5jaWRlbnQvMjAyNi0wMy9hbGwvKg=="})
    void refusesWhatItDoesNotUnderstand(String query) {
        reader().urlEncodingEnabled(false).get(PATH + "?" + query).then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void isASpreadsheetOnRequest() throws Exception {
        String csv = reader().accept("text/csv").queryParam("dimension", "desk").get(PATH).then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract().asString();

        List<CSVRecord> records = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new StringReader(csv)).getRecords();
        assertThat(records).hasSize(2);
        assertThat(records.get(0).get("value")).isEqualTo("acme");
        assertThat(records.get(0).get("csat.value")).isEqualTo("0.8");
        assertThat(records.get(0).get("distribution.5")).isEqualTo("2");
        assertThat(records.get(0).get("satisfiedToDissatisfied")).isEqualTo("4.0");
        assertThat(records.get(0).get("nonResponse.priority.p")).isEmpty();
        assertThat(records.get(0).get("skipped.COOL_DOWN")).isEmpty();
        assertThat(records.get(1).get("value")).isEqualTo("'" + FORMULA);
        assertThat(records.get(1).get("csat.value")).isEmpty();
    }

    @Test
    void aSpreadsheetSaysWhereTheNextPageIs() {
        ExtractableResponse<Response> csv = reader().accept("text/csv").queryParam("limit", 17).get(PATH).then()
                .header("Link", containsString("rel=\"next\""))
                .extract();

        String next = csv.header("Link").replaceFirst("<(.*)>.*", "$1");
        reader().accept("text/csv").urlEncodingEnabled(false).get(next).then()
                .statusCode(200)
                .header("Link", nullValue())
                .body(startsWith("survey,month,"), containsString("incident,2026-04,"));
    }

    @Test
    void publishesOnRequest() {
        story.answered(MONTH.plusMonths(1), "acme", 5, 5, 5);

        admin().post(PATH + "/2026-04/publish").then()
                .statusCode(200)
                .body("month", equalTo("2026-04"))
                .body("computed", equalTo(10))
                .body("changed", equalTo(9));
    }

    @Test
    void publishingAMonthWithoutClosuresComputesNothing() {
        admin().post(PATH + "/2020-01/publish").then()
                .statusCode(200)
                .body("computed", equalTo(0))
                .body("changed", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05", "2026-13", "2026", "April"})
    void refusesToPublishWhatIsNoMonthYet(String month) {
        admin().post(PATH + "/" + month + "/publish").then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aReaderMayNotPublish() {
        reader().post(PATH + "/2026-04/publish").then().statusCode(403);
    }

    @Test
    void showsNothingWithoutALogin() {
        given().get(PATH).then().statusCode(401);
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("reader", RealServers.READER_PASSWORD);
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", RealServers.ADMIN_PASSWORD);
    }
}
