package io.ticketpulse.response;

import static io.restassured.RestAssured.given;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Somebody with a link in a mail, and a browser.
 *
 * @param optOutLink at the bottom of the same mail
 */
record Invitee(UUID invitation, UUID closure, String ticketId, String token, String optOutLink) {

    String link() {
        return "/s/" + token;
    }

    /** What the link shows. */
    Document open() {
        return Jsoup.parse(given().get(link()).then().extract().asString());
    }

    /** The nonce in the form of a page. */
    static String nonce(Document page) {
        return page.select("form input[type=hidden][name=nonce]").val();
    }

    static String nonce(Response page) {
        return nonce(Jsoup.parse(page.asString()));
    }

    /** Sends a form with a score, and more fields as they are, such as {@code &comment=x}. */
    Response send(int score, String nonce, String more) {
        return post("score=" + score + "&nonce=" + URLEncoder.encode(nonce, StandardCharsets.UTF_8) + more);
    }

    Response send(int score, String nonce) {
        return send(score, nonce, "");
    }

    Response post(String body) {
        return given().contentType("application/x-www-form-urlencoded").body(body).post(link());
    }

    /** Presses the button of an opt-out page. */
    Response press(Document page) {
        return given().formParams(Map.of("action", page.select("input[name=action]").val(), "nonce",
                page.select("input[name=nonce]").val())).post(optOutLink);
    }
}
