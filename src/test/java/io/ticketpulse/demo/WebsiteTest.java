package io.ticketpulse.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebsiteTest {

    @TempDir
    Path folder;

    private MailStore mails;
    private MonthlyFigures figures;
    private TicketFeed feed;
    private Website website;

    @BeforeEach
    void start() throws IOException {
        DemoSettings settings = new DemoSettings(false, folder, folder, 8080, 0, 0, 0, 0, "demo", 1, 5);
        mails = new MailStore(folder, Clock.systemUTC());
        figures = new MonthlyFigures("localhost:9");
        feed = new TicketFeed("localhost:9");
        website = new Website(settings, mails, new YourMails(mails, feed, null), figures, new Customers(null, feed, 1));
        website.start();
    }

    @AfterEach
    void stop() {
        website.close();
        figures.close();
        feed.close();
    }

    @Test
    void yourMailsAreOnTop() throws IOException {
        mails.add(MailStoreTest.INVITATION);

        given().port(website.port()).get("/").then().statusCode(200)
                .body("html.body.main.div[0].section.ul.li.h2.a", containsString("INC901"));
    }

    @Test
    void aSearchLeavesOutWhatDoesNotMatch() throws IOException {
        mails.add(MailStoreTest.INVITATION);

        given().port(website.port()).get("/?q=printer").then().body(containsString("No mail."));
    }

    @Test
    void whatAMailSaysIsNeverTakenForOurOwnPage() throws IOException {
        mails.add("To: a@example.com\r\nFrom: b@example.com\r\nSubject: <script>x</script>\r\n\r\nText"
                .getBytes(StandardCharsets.UTF_8));

        given().port(website.port()).get("/").then().body(not(containsString("<script>x")));
    }

    @Test
    void aMailHasItsDesignedVersion() throws IOException {
        mails.add(MailStoreTest.INVITATION);
        String id = mails.newestFirst().findFirst().orElseThrow().id();

        given().port(website.port()).get("/mail/" + id + "/html").then().statusCode(200)
                .body(containsString("<b>you</b>"));
    }

    @Test
    void aMailHasItsPlainVersion() throws IOException {
        mails.add(MailStoreTest.INVITATION);
        String id = mails.newestFirst().findFirst().orElseThrow().id();

        given().port(website.port()).get("/mail/" + id + "?text").then().statusCode(200)
                .body(containsString("Zufrieden?"));
    }

    @Test
    void figuresAreATable() {
        figures.accept("incident/2026-10/service/Printing", FigureTest.EVENT);

        given().port(website.port()).get("/figures").then().statusCode(200).body(containsString("Printing"));
    }

    @Test
    void anUnknownPageIsSaidToBeUnknown() {
        given().port(website.port()).get("/mail/none").then().statusCode(404);
    }
}
