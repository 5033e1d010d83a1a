package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.invitation.Surveys;
import io.ticketpulse.platform.InEveryLanguage;
import io.ticketpulse.platform.Spoken;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.MoodyMail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which staff look at what customers get. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class PreviewResourceTest {

    private static final String PAGE = "/reports/preview";

    @Inject
    Previews previews;

    @Inject
    Surveys surveys;

    @Inject
    Texts texts;

    @Inject
    Transactions transactions;

    @ParameterizedTest
    @ValueSource(strings = {"stars", "nps", "ces", "thumbs"})
    void everyStateIsShownOfEveryScale(String survey) {
        assertThat(previews.states()).allSatisfy(state -> {
            Response shown = reader().queryParam("survey", survey).get(PAGE + "/" + state.name());

            assertThat(shown.statusCode()).isEqualTo(200);
            Spoken.in("en", shown.asString());
        });
    }

    @InEveryLanguage
    void everyStateIsShown(String language) {
        assertThat(previews.states()).allSatisfy(state -> {
            Response shown = shown(state.name(), language);

            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.header("Content-Language")).isEqualTo(language);
            Spoken.in(language, shown.asString());
        });
    }

    @Test
    void noHeadingAndNoObjectionIsLeftOut() throws Exception {
        List<String> said = new ArrayList<>();
        previews.states().forEach(state -> said.add(Jsoup.parse(shown(state.name(), "en").asString()).body().text()));

        assertThat(headingsAndObjections()).hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThat(said).anyMatch(page -> page.contains(text)));
    }

    @Test
    void itIsTheLanguagesOwnSample() {
        Document mail = Jsoup.parse(shown("invitation", "de").asString());

        assertThat(mail.text()).contains("Ticket INC-2041", "Der Drucker im zweiten Stock druckt nicht");
    }

    @Test
    void nothingIsSentOrRecorded() {
        Map<String, Long> before = rows();
        int mails = MoodyMail.count();

        previews.states().forEach(state -> shown(state.name(), "en"));

        assertThat(rows()).isEqualTo(before).containsKeys("invitation", "response", "outbox");
        assertThat(MoodyMail.count()).isEqualTo(mails);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, PAGE + "/question"})
    void whoIsNotLoggedInIsAskedTo(String address) {
        Response refused = given().get(address);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).containsIgnoringCase("basic");
    }

    @Test
    void anAdministratorSeesItToo() {
        Response page = given().auth().preemptive().basic("admin", ADMIN_PASSWORD).get(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsShownMayBeFramedByUsAndDoNothing() {
        Response shown = shown("question", "en");

        assertThat(shown.header("Content-Security-Policy")).isEqualTo("default-src 'none'; style-src 'unsafe-inline'; "
                + "img-src data:; form-action 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Jsoup.parse(shown.asString()).select("base").attr("target")).isEqualTo("_blank");
    }

    @Test
    void thePageItselfMayNotBeFramed() {
        Response page = page("");

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-")
                .endsWith("frame-ancestors 'none'; base-uri 'none'; frame-src 'self'");
        assertThat(Jsoup.parse(page.asString()).select("iframe:not([sandbox=''])")).isEmpty();
        assertThat(Jsoup.parse(page.asString()).select("script, link, [style]")).isEmpty();
    }

    @Test
    void allOfOneLanguageIsWhatOneSeesFirst() {
        Document page = Jsoup.parse(page("").asString());

        assertThat(page.select("iframe").eachAttr("src")).hasSameSizeAs(previews.states())
                .allMatch(source -> source.contains("language=en"));
        assertThat(page.select("#state [selected]").val()).isEqualTo("all");
    }

    @Test
    void oneIsShownInAllLanguages() {
        Document page = Jsoup
                .parse(page("?survey=nps&state=thanks&language=all&width=desktop&colours=dark").asString());

        assertThat(page.select("iframe").eachAttr("src")).hasSameSizeAs(texts.languages())
                .contains(PAGE + "/thanks?survey=nps&language=ar&colours=dark");
        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("nps", "thanks", "all",
                "desktop", "dark");
    }

    @Test
    void aMailIsShownWithItsSubject() {
        Document page = Jsoup.parse(page("?survey=ces&state=reminder&language=fr").asString());

        assertThat(page.select("iframe").eachAttr("src"))
                .containsExactly(PAGE + "/reminder?survey=ces&language=fr&colours=browser");
        assertThat(page.select(".subject [lang=fr]").text()).contains("INC-2041");
    }

    @Test
    void whatIsUnknownIsChosen() {
        Response page = page("?survey=none&state=none&language=xx&width=none&colours=none");

        assertThat(Jsoup.parse(page.asString()).select("option[selected]").eachAttr("value"))
                .containsExactly(surveys.all().get(0).name(), "all", "en", "phone", "browser");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/question?survey=none", "/question?language=xx"})
    void thereIsNothingElseToShow(String address) {
        assertThat(reader().get(PAGE + address).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"question,light,false", "question,dark,true", "invitation,light,false", "invitation,dark,true"})
    void itIsDayOrNightAsOneLikes(String state, String colours, boolean night) {
        String page = reader().queryParam("colours", colours).get(PAGE + "/" + state).asString();

        assertThat(page).doesNotContain("prefers-color-scheme", "light dark");
        assertThat(page.contains("(min-width: 0)")).isEqualTo(night);
        assertThat(Jsoup.parse(page).select("meta[name=color-scheme]").attr("content")).isEqualTo(colours);
    }

    private Stream<String> headingsAndObjections() throws Exception {
        Properties keys = new Properties();
        keys.load(getClass().getResourceAsStream("/texts/en.properties"));
        Wording t = texts.in(Locale.ENGLISH);
        return keys.stringPropertyNames().stream()
                .filter(key -> key.matches("(page|opt-out)\\..+\\.title|page\\.objection\\..+")).map(t::say);
    }

    private Map<String, Long> rows() {
        return transactions.inNew(connection -> {
            Map<String, Long> rows = new TreeMap<>();
            try (Statement statement = connection.createStatement()) {
                List<String> tables = new ArrayList<>();
                try (ResultSet names = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE()")) {
                    while (names.next()) {
                        tables.add(names.getString(1));
                    }
                }
                for (String table : tables) {
                    try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM `" + table + "`")) {
                        count.next();
                        rows.put(table, count.getLong(1));
                    }
                }
            }
            return rows;
        });
    }

    private static Response shown(String state, String language) {
        return reader().queryParam("language", language).get(PAGE + "/" + state);
    }

    private static Response page(String query) {
        return reader().get(PAGE + query);
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("reader", READER_PASSWORD);
    }
}
