package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.servers.RealServers;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of responses on the API. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ResponseResourceTest {

    private static final String ROUTE = "/api/v1/responses";

    @Inject
    Invitees invitees;

    @Inject
    Nonces nonces;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
    }

    @Test
    void aRowSaysWhatWasSaid() {
        answer(invitee, 2, "&comment=Slow&driver=responsiveness&driver=empathy");

        JsonPath list = reader().queryParam("desk", "acme-jira").queryParam("ticketId", invitee.ticketId()).get(ROUTE)
                .jsonPath();

        assertThat(list.<String>getList("items.ticketId")).containsExactly(invitee.ticketId());
        assertThat(list.getString("items[0].survey")).isEqualTo("incident");
        assertThat(list.getString("items[0].ticketNumber")).startsWith("ITS-");
        assertThat(list.getInt("items[0].cycle")).isZero();
        assertThat(list.getInt("items[0].revision")).isEqualTo(1);
        assertThat(list.getString("items[0].standing")).isEqualTo("ACCEPTED");
        assertThat(list.getInt("items[0].score")).isEqualTo(2);
        assertThat(list.getString("items[0].sentiment")).isEqualTo("dissatisfied");
        assertThat(list.<String>getList("items[0].drivers")).containsExactly("responsiveness", "empathy");
        assertThat(list.getString("items[0].comment")).isEqualTo("Slow");
        assertThat(list.getString("next")).isNull();
    }

    @Test
    void aRowSaysInWhichOrderTheReasonsWereShown() {
        List<String> onThePage = invitee.open().select("input[name=driver]").eachAttr("value");

        answer(invitee, 2, "");

        assertThat(reader().queryParam("ticketId", invitee.ticketId()).get(ROUTE).jsonPath()
                .<String>getList("items[0].driversShown")).hasSize(5).isEqualTo(onThePage);
    }

    @Test
    void nothingIsSaidOfAnOrderThatWasNotRecorded() throws Exception {
        answer(invitee, 2, "");
        Invitees.update("UPDATE response SET drivers_shown = NULL WHERE invitation_id = ?", invitee);

        JsonPath list = reader().queryParam("ticketId", invitee.ticketId()).get(ROUTE).jsonPath();

        assertThat(list.<String>getList("items[0].driversShown")).isNull();
    }

    @Test
    void nothingIsSaidOfAnOrderThatIsNoLongerThatOfThePage() {
        String nonce = nonces
                .write(Nonce.fresh(invitee.invitation(), 0, List.of("from", "other", "settings").hashCode(),
                        clock.instant()));
        clock.passSeconds(5);

        invitee.send(2, nonce);

        assertThat(reader().queryParam("ticketId", invitee.ticketId()).get(ROUTE).jsonPath()
                .<String>getList("items[0].driversShown")).isNull();
    }

    @Test
    void thePagesTogetherAreTheListNewestFirst() throws Exception {
        for (int i = 0; i < 3; i++) {
            answer(invitees.next(), 4, "");
        }
        List<String> whole = reader().queryParam("limit", 500).get(ROUTE).jsonPath().getList("items.respondedAt");

        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = reader().queryParam("limit", 2);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(ROUTE).jsonPath();
            paged.addAll(page.getList("items.respondedAt"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(paged).hasSizeGreaterThanOrEqualTo(3).isEqualTo(whole);
        assertThat(paged).extracting(Instant::parse).isSortedAccordingTo(Collections.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource({"survey,incident,true", "survey,other,false", "desk,acme-jira,true", "desk,other,false",
            "standing,ACCEPTED,true", "standing,QUARANTINED,false", "month,1999-12,false"})
    void aFilterLeavesOutWhatDoesNotFit(String filter, String value, boolean fits) {
        answer(invitee, 4, "");

        List<String> tickets = reader().queryParam(filter, value).queryParam("ticketId", invitee.ticketId()).get(ROUTE)
                .jsonPath()
                .getList("items.ticketId");

        assertThat(tickets.contains(invitee.ticketId())).isEqualTo(fits);
    }

    @Test
    void theMonthIsTheClosures() {
        answer(invitee, 4, "");
        String closedYesterday = YearMonth.from(Instant.now().minusSeconds(25 * 3600).atZone(ZoneOffset.UTC))
                .toString();

        List<String> months = reader().queryParam("month", closedYesterday).queryParam("ticketId", invitee.ticketId())
                .get(ROUTE).jsonPath().getList("items.month");

        assertThat(months).containsExactly(closedYesterday);
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,501", "limit,many", "cursor,made-up", "cursor,~", "month,2026-13", "month,October",
            "standing,accepted", "limit,1e2", "survey,café", "desk,café", "desk,Acme", "cursor,abc",
            "cursor,MjAyNi0xMC0wN1QwODozMDowMFogMS0xLTEtMS0x",
            "cursor,KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTkuOTk5OTk5OTk5WiAwMTk5YjNhNC01YzAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE"})
    void whatIsNoFilterIsSaid(String parameter, String value) {
        Response refused = reader().queryParam(parameter, value).get(ROUTE);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void theListIsCsvOnRequest() throws Exception {
        answer(invitee, 2, "&comment=%3DHYPERLINK%28%22x%22%29%0D%0A%22quoted%22&driver=responsiveness&driver=empathy");

        String csv = reader().accept("text/csv").queryParam("ticketId", invitee.ticketId()).get(ROUTE).asString();

        try (CSVParser rows = CSVParser.parse(new StringReader(csv),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            assertThat(rows.getHeaderNames()).containsExactly("survey", "desk", "ticketId", "ticketNumber", "cycle",
                    "month", "revision", "standing", "score", "sentiment", "drivers", "driversShown", "comment",
                    "respondedAt");
            CSVRecord row = rows.getRecords().get(0);
            assertThat(row.get("comment")).isEqualTo("'=HYPERLINK(\"x\")\n\"quoted\"");
            assertThat(row.get("drivers")).isEqualTo("responsiveness;empathy");
            assertThat(row.get("respondedAt")).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
        }
    }

    @Test
    void theNextPageOfCsvIsLinked() throws Exception {
        answer(invitee, 4, "");
        answer(invitees.next(), 4, "");
        Response first = reader().accept("text/csv").queryParam("limit", 1).get(ROUTE);
        Matcher link = Pattern.compile("<(.+)>; rel=\"next\"").matcher(first.header("Link"));
        assertThat(link.matches()).isTrue();

        Response next = reader().accept("text/csv").get(URI.create(link.group(1)));

        assertThat(next.asString().lines()).hasSize(2).first().isEqualTo(first.asString().lines().toList().get(0));
        assertThat(next.asString()).isNotEqualTo(first.asString());
    }

    @Test
    void whoIsNotLoggedInSeesNothing() {
        assertThat(given().get(ROUTE).statusCode()).isEqualTo(401);
    }

    private void answer(Invitee somebody, int score, String more) {
        String nonce = Invitee.nonce(somebody.open());
        clock.passSeconds(5);
        assertThat(somebody.send(score, nonce, more).statusCode()).isEqualTo(200);
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("reader", RealServers.READER_PASSWORD);
    }
}
