package io.ticketpulse.response;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.platform.ClientLimitTest;

/** Somebody in whose network everybody answers at once. */
@QuarkusTest
@TestProfile(ClientLimitTest.ThreeAMinute.class)
class BusyWalkTest extends Walk {

    @EveryWay
    void isToldSo(String language, boolean scripts) {
        try (Viewer viewer = viewer(language, scripts)) {
            viewer.says("X-Forwarded-For",
                    "2001:db8:" + (language.equals("ar") ? "a:" : "e:") + (scripts ? "1" : "0") + "::1");
            for (int question = 0; question < 3; question++) {
                viewer.follow("/s/somebody-cut-it-off", 404);
            }
            viewer.sees("unknown", in(language).say("page.unknown.title"));
            viewer.follow("/s/somebody-cut-it-off", 429);
            viewer.sees("busy", in(language).say("page.busy.title"));
        }
    }
}
