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

    /** The forms behind the links to the question, and the one behind the link to opt out. */
    record Found(List<String> forms, Document optOut) {}

    /** Looks at every link, and collects the form behind each. */
    Found follow() {
        List<String> forms = scores.stream().map(score -> Invitee.nonce(open(mail.link() + "?score=" + score)))
                .toList();
        return new Found(forms, open(mail.optOutLink()));
    }

    private static Document open(String link) {
        // The document describes GET only; HEAD is part of it (RFC 9110, section 9.3.2).
        given().noFilters().head(link).then().statusCode(200);
        return Jsoup.parse(given().get(link).asString());
    }

    /**
     * Sends each form with another score, one right after the other, and then the form to opt out.
     *
     * @return what the forms with scores are answered
     */
    List<Response> send(Found found) {
        List<Response> pages = IntStream.range(0, scores.size())
                .mapToObj(i -> mail.send(scores.get(i), found.forms().get(i))).toList();
        mail.press(found.optOut());
        return pages;
    }
}
