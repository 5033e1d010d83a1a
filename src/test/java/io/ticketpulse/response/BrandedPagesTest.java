package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.Chromium;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.Test;

/** Pages of an operator with a logo, a colour on which white cannot be read, a last line, and reasons of its own. */
@QuarkusTest
@TestProfile(BrandedPagesTest.Branded.class)
class BrandedPagesTest {

    @TestHTTPResource("/")
    String address;

    @Inject
    Guests guests;

    /** The settings of that operator. */
    public static final class Branded implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new TreeMap<>(new JobsByHand().getConfigOverrides());
            settings.putAll(Map.of("ticketpulse.brand.name", "Müller & Söhne", "ticketpulse.brand.colour", "#ffd400",
                    "ticketpulse.brand.logo", "src/test/resources/brand/logo.png",
                    "ticketpulse.brand.footer", "Müller & Söhne GmbH, Hauptstraße 1, 50667 Köln",
                    "ticketpulse.surveys.stars.drivers", "know-how,empathy,ownership",
                    "ticketpulse.surveys.stars.driver-texts.know-how", "Knew <what> to do",
                    "ticketpulse.surveys.stars.driver-texts.ownership", "Took care of it",
                    "ticketpulse.surveys.nps.drivers", ""));
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return new JobsByHand().testResources();
        }
    }

    @Test
    void areTheOperatorsAndCanBeRead() {
        Invitee asked = guests.invited("stars", "en");
        Invitee withoutReasons = guests.invited("nps", "en");
        try (Chromium chromium = Chromium.start()) {
            for (Manner manner : List.of(Manner.PHONE, Manner.PHONE.byNight(), Manner.PHONE.withScripts(),
                    Manner.PHONE.byNight().withScripts())) {
                try (Viewer viewer = new Viewer(chromium.browser(), address, manner)) {
                    Page page = viewer.page();
                    page.navigate(asked.link() + "?score=2");
                    page.check("[value=know-how]");
                    viewer.sees("branded-low", "How satisfied are you with how we handled your request?");
                    assertThat(page.locator(".drivers label").allInnerTexts()).containsExactlyInAnyOrder(
                            "Knew <what> to do", "Being understood", "Took care of it");
                    assertThat(page.locator("header img[alt='Müller & Söhne']")
                            .evaluate("logo => logo.naturalWidth > 0")).isEqualTo(true);

                    page.navigate(withoutReasons.link() + "?score=9");
                    viewer.sees("branded-without-reasons",
                            "How likely are you to recommend our service desk to a colleague?");
                    assertThat(page.locator(".drivers").count()).isZero();
                }
            }
        }
    }
}
