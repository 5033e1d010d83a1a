package io.ticketpulse.response;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A mail scanner that follows every link of a mail and sends every form it finds. It is none of those that carry out the
 * one-click unsubscription of a mail's header, which is what RFC 8058 means them to do.
 *
 * @param scores of the links, in the order in which it takes them; the opt-out link is the last in a mail
 */
record Scanner(Invitee mail, List<Integer> scores) {

    /**
     * Looks at every link, presses the button behind the one to opt out at once, and once more where it is asked to.
     *
     * @return the forms behind the links to the question
     */
    List<String> follow() {
        List<String> forms = scores.stream().map(score -> Invitee.nonce(open(mail.link() + "?score=" + score)))
                .toList();
        mail.press(Jsoup.parse(mail.press(open(mail.optOutLink())).asString()));
        return forms;
    }

    private static Document open(String link) {
        // The document describes GET only; HEAD is part of it (RFC 9110, section 9.3.2).
        given().noFilters().head(link).then().statusCode(200);
        return Jsoup.parse(given().get(link).asString());
    }

    /** Sends each form with another score, one right after the other. */
    List<Response> send(List<String> forms) {
        return IntStream.range(0, scores.size()).mapToObj(i -> mail.send(scores.get(i), forms.get(i))).toList();
    }
}
