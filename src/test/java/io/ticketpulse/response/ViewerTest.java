package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the viewer of the other tests finds fault with each page that has one. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class ViewerTest extends Walk {

    private static final String GOOD = """
            <!doctype html><html lang="en"><title>Page</title><meta name="viewport" content="width=device-width">
            <body style="background:#fff;color:#000"><main><h1>Hello</h1>%s</main>""";

    @Test
    void findsNoFaultWithAGoodPage() {
        try (Viewer viewer = showing("<button style='padding:20px'>Send</button>", true)) {
            viewer.follow("/page", 200);
            viewer.sees("good", "Hello");
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "true|<img src='http://localhost:1/a.png' alt='x'>|localhost:1/a.png",
            "true|<script>console.error('alas')</script>|alas",
            "true|<style>p{color:red}</style>|Content Security Policy",
            "true|<p style='color:#ccc'>Faint</p>|color-contrast",
            "true|<div style='width:2000px'>Wide</div>|360",
            "true|<a href='/'>Small</a>|Small",
            "true|<p>A letter of no font: ͸</p>|͸",
            "true|<p role='alert'>Again</p>|0",
            "false|<button tabindex='-1' style='padding:20px'>Send</button>|button",
            "false|<button style='padding:20px;outline:none'>Send</button>|unseen"})
    void findsFaultWith(boolean scripts, String what, String fault) {
        try (Viewer viewer = showing(what, scripts)) {
            viewer.follow("/page", 200);

            assertThatThrownBy(() -> viewer.sees("bad", "Hello")).isInstanceOf(AssertionError.class)
                    .hasMessageContaining(fault);
        }
    }

    @Test
    void findsFaultWithOtherWords() {
        try (Viewer viewer = showing("", false)) {
            viewer.follow("/page", 200);

            assertThatThrownBy(() -> viewer.sees("bad", "Good day")).hasMessageContaining("Good day");
        }
    }

    @Test
    void findsFaultWithAnotherStatus() {
        try (Viewer viewer = showing("", false)) {
            assertThatThrownBy(() -> viewer.follow("/page", 400)).hasMessageContaining("200");
        }
    }

    private Viewer showing(String what, boolean scripts) {
        Viewer viewer = viewer("en", scripts, List.of(Manner.PHONE));
        String policy = what.contains("<script>")
                ? "default-src 'unsafe-inline'"
                : "style-src-attr 'unsafe-inline'; style-src-elem 'none'";
        viewer.page().route("**/page", route -> route.fulfill(new Route.FulfillOptions()
                .setHeaders(Map.of("Content-Security-Policy", policy, "Content-Type", "text/html;charset=UTF-8"))
                .setBody(GOOD.formatted(what))));
        return viewer;
    }
}
