package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static io.ticketpulse.servers.RealServers.ADMIN_PASSWORD;
import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.platform.StaffForm;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of responses in quarantine. */
@QuarkusTest
@WithTestResource(RealServers.class)
class QuarantineResourceTest {

    private static final String PAGE = "/reports/quarantine";

    @Inject
    Invitees invitees;

    @Inject
    StaffForm forms;

    private MovableClock clock;
    private Invitee invitee;

    @BeforeEach
    void aResponseIsInQuarantine() throws Exception {
        invitee = invitees.next();
        clock = MovableClock.installed();
        String first = Invitee.nonce(invitee.open());
        String second = Invitee.nonce(invitee.open());
        clock.passSeconds(5);
        invitee.send(1, first, "&comment=%3Cb%3ESlow");
        invitee.send(5, second);
    }

    @Test
    void aReaderSeesThemAndNoForm() {
        Document page = Jsoup.parse(reader().get(PAGE).asString());

        assertThat(page.select(".ruled .words").eachText()).contains("<b>Slow");
        assertThat(page.select("form[method=post]")).isEmpty();
    }

    @Test
    void anAdministratorReleasesOne() throws Exception {
        Element form = formOf("<b>Slow");

        Response done = send(form, "A person's");

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith(PAGE);
        assertThat(Invitees.responses(invitee)).containsExactly("1: 1 ACCEPTED", "2: 5 QUARANTINED");
    }

    @Test
    void anAdministratorFindsATicketsResponsesAndQuarantinesOne() throws Exception {
        send(formOf("<b>Slow"), "A person's");
        Element form = Jsoup.parse(admin().queryParam("ticketId", invitee.ticketId()).get(PAGE).asString())
                .select("form:has([value=QUARANTINE])").first();

        Response done = send(form, "A machine's after all");

        assertThat(done.header("Location")).endsWith(PAGE + "?ticketId=" + invitee.ticketId());
        assertThat(Invitees.responses(invitee)).containsExactly("1: 1 QUARANTINED", "2: 5 QUARANTINED");
    }

    @Test
    void aReasonMayHaveFiveHundredCharactersOfAnyScript() {
        Response done = send(formOf("<b>Slow"), "\uD83D\uDC4D".repeat(500));

        assertThat(done.statusCode()).isEqualTo(303);
    }

    @Test
    void aReasonOfOneCharacterMoreComesBack() {
        Response again = send(formOf("<b>Slow"), "\uD83D\uDC4D".repeat(501));

        assertThat(again.statusCode()).isEqualTo(400);
    }

    @Test
    void aFormWithoutAReasonComesBack() throws Exception {
        Response again = send(formOf("<b>Slow"), " ");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(again.asString()).select("[role=alert]").text()).contains("please give a reason");
        assertThat(Invitees.responses(invitee)).first().isEqualTo("1: 1 QUARANTINED");
    }

    @Test
    void aFormThatComesBackHoldsWhatWasWritten() {
        String tooLong = "A person's ".repeat(50);
        Element form = Jsoup.parse(admin().queryParam("ticketId", invitee.ticketId()).get(PAGE).asString())
                .select("form:has([value=RELEASE])").first();

        Document again = Jsoup.parse(send(form, tooLong).asString());

        assertThat(again.select("[name=ticketId]").val()).isEqualTo(invitee.ticketId());
        assertThat(again.select(".ruled")).hasSize(2);
        assertThat(again.select("[name=reason]").eachAttr("value")).containsExactlyInAnyOrder(tooLong, "");
        assertThat(again.select("[aria-invalid=true]").val()).isEqualTo(tooLong);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() throws Exception {
        Element form = formOf("<b>Slow");
        form.select("[name=token]").val("AAAA");

        Response refused = send(form, "A person's");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Invitees.responses(invitee)).first().isEqualTo("1: 1 QUARANTINED");
    }

    @Test
    void aFormOfAnotherLoginChangesNothing() throws Exception {
        Element form = formOf("<b>Slow");
        form.select("[name=token]").val(forms.token("ada"));

        Response refused = send(form, "A person's");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Invitees.responses(invitee)).first().isEqualTo("1: 1 QUARANTINED");
    }

    @Test
    void aReaderChangesNothing() {
        Element form = formOf("<b>Slow");

        Response refused = reader().formParam("ruling", "RELEASE").formParam("reason", "x")
                .formParam("token", forms.token("reader")).post(form.attr("action"));

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsNotLoggedInIsAskedTo() {
        Response refused = given().get(PAGE);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).containsIgnoringCase("basic");
    }

    @Test
    void thePageLoadsNothing() {
        Response page = admin().get(PAGE);

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(Jsoup.parse(page.asString()).select("script, img, link, [style]")).isEmpty();
    }

    private Element formOf(String comment) {
        return Jsoup.parse(admin().queryParam("limit", 500).get(PAGE).asString()).select(".ruled").stream()
                .filter(section -> section.select("h2").text().startsWith(ticketNumber() + ":"))
                .filter(section -> section.select(".words").text().equals(comment)).findFirst().orElseThrow()
                .select("form").first();
    }

    private String ticketNumber() {
        return reader().queryParam("ticketId", invitee.ticketId()).get("/api/v1/responses").jsonPath()
                .getString("items[0].ticketNumber");
    }

    private static Response send(Element form, String reason) {
        return admin().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("token", form.select("[name=token]").val())
                .formParam("ruling", form.select("[name=ruling]").val()).formParam("reason", reason)
                .post(form.attr("action"));
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", ADMIN_PASSWORD);
    }

    private static RequestSpecification reader() {
        return given().auth().preemptive().basic("reader", READER_PASSWORD);
    }
}
