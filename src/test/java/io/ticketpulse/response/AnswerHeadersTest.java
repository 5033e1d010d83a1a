package io.ticketpulse.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketpulse.servers.RealServers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers of a page for customers allow: its own style, its own form, and nothing else. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AnswerHeadersTest {

    @Inject
    Invitees invitees;

    private Invitee invitee;

    @BeforeEach
    void somebodyIsInvited() throws Exception {
        invitee = invitees.next();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 410, 413})
    void everyPageKeepsToItself(int status) throws Exception {
        Response page = switch (status) {
            case 200 -> given().get(invitee.link());
            case 400 -> invitee.post("score=6");
            case 404 -> given().get("/s/forged");
            case 413 -> invitee.post("comment=" + "x".repeat(70_000));
            default -> {
                Invitees.put(invitee, "EXPIRED");
                yield given().get(invitee.link());
            }
        };

        String style = Jsoup.parse(page.asString()).select("style").first().data();
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.header("Content-Security-Policy")).isEqualTo("default-src 'none'; style-src 'sha256-"
                + sha256(style) + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.headers().getValues("Set-Cookie")).isEmpty();
    }

    private static String sha256(String text) throws Exception {
        return Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
