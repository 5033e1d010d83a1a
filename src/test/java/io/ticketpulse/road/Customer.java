package io.ticketpulse.road;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import io.ticketpulse.road.Habit.Answer;
import org.awaitility.Awaitility;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody with a browser without scripts and cookies. */
final class Customer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Customer() {
    }

    /** Follows the link, fills in the form there and sends it, once more if the page comes back. */
    static void answer(String link, Answer answer, boolean twice) {
        Awaitility.await("an answer is taken").atMost(PATIENCE).pollDelay(Duration.ZERO)
                .until(() -> {
                    Connection filled = fill(link, answer);
                    int status = send(filled);
                    return status == 200 && (!twice || send(filled) == 200);
                });
    }

    /** Follows the link that preselects a score. */
    static int look(String link) {
        return send(Jsoup.connect(link + "?score=1"));
    }

    /** Follows the link to opt out and presses the button there. */
    static void optOut(String link) {
        int status = send(form(link).submit());
        if (status != 200) {
            throw new AssertionError("Opting out was answered with " + status);
        }
    }

    private static Connection fill(String link, Answer answer) {
        FormElement form = form(link);
        form.select("input[name=score]").removeAttr("checked");
        Element score = form.expectFirst("input[type=radio][name=score][value=" + answer.score() + "]");
        score.attr("checked", true);
        form.select("input[name=driver]").remove();
        form.expectFirst("textarea[name=comment]").val(answer.comment());
        Connection filled = form.submit();
        answer.drivers().forEach(driver -> filled.data("driver", driver));
        return filled;
    }

    private static FormElement form(String link) {
        try {
            Document page = Jsoup.connect(link).get();
            return page.expectForm("form");
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private static int send(Connection connection) {
        try {
            return connection.ignoreHttpErrors(true).execute().statusCode();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
