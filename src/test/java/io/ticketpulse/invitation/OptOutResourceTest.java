package io.ticketpulse.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.ticketpulse.platform.PlatformSettings;
import io.ticketpulse.platform.Spoken;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Transactions;
import io.ticketpulse.platform.UniqueId;
import io.ticketpulse.servers.JobsByHand;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind the opt-out link, and mail programs that press its button. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class OptOutResourceTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    LinkToken tokens;

    @Inject
    OptOutLink links;

    @Inject
    InvitationRetention retention;

    @Inject
    OptOuts optOuts;

    @Inject
    People people;

    @Inject
    Transactions transactions;

    @Inject
    Texts texts;

    @Inject
    PlatformSettings settings;

    private Customer customer;
    private String link;

    @BeforeEach
    void somebodyIsInvited() {
        customer = Customer.closed("incident", Instant.now());
        link = "/u/" + links.token(new EmailAddress(customer.email()));
    }

    @Test
    void lookingAtThePageRecordsNothing() {
        Response page = given().get(link);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(heading(page)).isEqualTo("Shall we stop asking?");
        assertThat(Jsoup.parse(page.asString()).select("form[method=post] button").text()).isEqualTo("Stop asking me");
        assertThat(hasOptedOut()).isFalse();
    }

    @Test
    void lookingAtItsHeadRecordsNothing() {
        // The document describes GET only; HEAD is part of it (RFC 9110, section 9.3.2).
        given().noFilters().head(link).then().statusCode(200);

        assertThat(hasOptedOut()).isFalse();
    }

    @Test
    void oneClickAsAForm() {
        given().contentType(FORM).body("List-Unsubscribe=One-Click").post(link).then().statusCode(200);

        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void oneClickInParts() {
        given().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);

        assertThat(hasOptedOut()).isTrue();
    }

    @Test
    void aSecondTimeChangesNothing() {
        given().contentType(FORM).body("List-Unsubscribe=One-Click").post(link);

        given().contentType(FORM).body("List-Unsubscribe=One-Click").post(link).then().statusCode(200);

        assertThat(hasOptedOut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "%00", "a%2Fb"})
    void aForgedLinkIsUnknown(String token) {
        Response page = given().urlEncodingEnabled(false).noFilters().get("/u/" + token);

        assertThat(page.statusCode()).isEqualTo(404);
    }

    @Test
    void theTokenOfTheQuestionOpensNothingHere() {
        String answer = tokens.token(customer.invitation().id());

        assertThat(given().contentType(FORM).body("").post("/u/" + answer).statusCode()).isEqualTo(404);
    }

    @Test
    void aLinkFromAMailThatIsForgottenOptsOut() throws Exception {
        EmailAddress somebody = forgotten();

        given().contentType(FORM).body("List-Unsubscribe=One-Click").post(link).then().statusCode(200);

        assertThat(optOuts.hasOptedOut(people.hash(somebody))).isTrue();
    }

    @Test
    void aLinkFromAMailThatIsForgottenShowsThePage() throws Exception {
        forgotten();

        Response page = given().header("Accept-Language", "de").get(link);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(heading(page)).isEqualTo("Sollen wir nicht mehr fragen?");
    }

    /** Retention has deleted the invitation, and then the person. */
    private EmailAddress forgotten() throws SQLException {
        try (Connection database = RealServers.database();
                PreparedStatement delete = database.prepareStatement("DELETE FROM invitation WHERE id = ?")) {
            delete.setBytes(1, UniqueId.bytes(customer.invitation().id()));
            delete.executeUpdate();
        }
        UUID after = null;
        do {
            after = retention.purgePeople(after, 100).last();
        } while (after != null);
        EmailAddress somebody = new EmailAddress(customer.email());
        assertThat(transactions.<Optional<UUID>>inNew(connection -> people.find(connection, somebody))).isEmpty();
        return somebody;
    }

    @Test
    void aForgedLinkCostsNoQuery() {
        OptOutResource withoutDatabase = new OptOutResource(links, null, null, new OptOutPages(), texts, null,
                settings);

        assertThat(withoutDatabase.form("forged", new OptOutResource.Sent(), null).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyPageKeepsToItself(boolean known) {
        Response page = given().get(known ? link : "/u/forged");

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-")
                .endsWith("'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(List.of(page.header("Referrer-Policy"), page.header("Cache-Control"),
                page.header("X-Content-Type-Options"), page.header("X-Robots-Tag")))
                .containsExactly("no-referrer", "no-store", "nosniff", "noindex, nofollow");
        assertThat(page.headers().getValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ar-EG,de,ar", ",de,de", "tlh,,en"})
    void thePageIsInTheLanguageOfTheTicketThenOfTheBrowser(String locale, String browser, String language)
            throws Exception {
        try (Connection database = RealServers.database();
                PreparedStatement update = database.prepareStatement(
                        "UPDATE invitation SET locale = ? WHERE id = ?")) {
            update.setString(1, locale);
            update.setBytes(2, UniqueId.bytes(customer.invitation().id()));
            update.executeUpdate();
        }

        Response page = given().header("Accept-Language", browser == null ? "*" : browser).get(link);

        assertThat(page.header("Content-Language")).isEqualTo(language);
        Spoken.in(language, page.asString());
    }

    @Test
    void aTokenHasAtLeast128BitOfSignature() {
        byte[] bytes = Base64.getUrlDecoder().decode(link.substring("/u/".length()));

        assertThat(bytes).hasSize(32 + 32).startsWith(customer.person().bytes());
    }

    private boolean hasOptedOut() {
        return optOuts.hasOptedOut(customer.person());
    }

    private static String heading(Response page) {
        return Jsoup.parse(page.asString()).select("h1").text();
    }
}
