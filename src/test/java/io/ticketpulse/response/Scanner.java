package io.ticketpulse.response;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import org.jsoup.Jsoup;

/**
 * A mail scanner that follows every link of a mail and sends every form it finds.
 *
 * @param scores of the links, in the order in which it takes them
 */
record Scanner(Invitee mail, List<Integer> scores) {

    /** Looks at every link, and collects the form behind each. */
    List<String> follow() {
        List<String> forms = new ArrayList<>();
        for (int score : scores) {
            String link = mail.link() + "?score=" + score;
            // The document describes GET only; HEAD is part of it (RFC 9110, section 9.3.2).
            given().noFilters().head(link).then().statusCode(200);
            forms.add(Invitee.nonce(Jsoup.parse(given().get(link).asString())));
        }
        return forms;
    }

    /** Sends each form with another score, one right after the other. */
    List<Response> send(List<String> forms) {
        return IntStream.range(0, forms.size()).mapToObj(i -> mail.send(scores.get(i), forms.get(i))).toList();
    }
}
