package io.ticketpulse.response;

import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.ticketpulse.platform.MovableClock;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.platform.Wording;
import io.ticketpulse.servers.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What goes through pages in a real browser has in common. Pictures are in target/screenshots. */
abstract class Walk {

    private static Chromium chromium;

    @TestHTTPResource("/")
    String address;

    @Inject
    Guests guests;

    @Inject
    Texts texts;

    MovableClock clock;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void timeStandsStill() {
        clock = MovableClock.installed();
    }

    /** Somebody who looks at every page on phone and desktop, by day and by night; in English in every combination. */
    Viewer viewer(String language, boolean scripts) {
        return viewer(language, scripts, language.equals("en") ? Manner.USUAL : Manner.HALF);
    }

    Viewer viewer(String language, boolean scripts, List<Manner> manners) {
        return new Viewer(chromium.browser(), address, language, scripts, manners);
    }

    Wording in(String language) {
        return texts.in(Locale.forLanguageTag(language));
    }
}
