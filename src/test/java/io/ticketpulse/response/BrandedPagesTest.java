package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of an operator with a logo, a colour on which white cannot be read, a last line, and reasons of its own. */
@QuarkusTest
@TestProfile(BrandedPagesTest.Branded.class)
class BrandedPagesTest extends Walk {

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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areTheOperatorsAndCanBeRead(boolean scripts) throws Exception {
        Invitee asked = guests.invited("stars", "en");
        try (Viewer viewer = viewer("en", scripts)) {
            Page page = viewer.page();
            viewer.follow(asked.link() + "?score=2", 200);
            page.check("[value=know-how]");
            assertThat(page.locator(".drivers label").allInnerTexts()).containsExactlyInAnyOrder("Knew <what> to do",
                    "Being understood", "Took care of it");
            assertThat(page.locator("header img[alt='Müller & Söhne']").evaluate("logo => logo.naturalWidth > 0"))
                    .isEqualTo(true);
            viewer.sees("branded-low", "How satisfied are you with how we handled your request?");
            clock.passSeconds(60);
            viewer.press(200);
            assertThat(page.locator(".given").innerText()).contains("Knew <what> to do");
            viewer.sees("branded-thanks", "Thank you");

            viewer.follow(guests.invited("nps", "en").link() + "?score=9", 200);
            assertThat(page.locator(".drivers").count()).isZero();
            viewer.sees("branded-without-reasons", "How likely are you to recommend our service desk to a colleague?");
            viewer.follow("/s/somebody-cut-it-off", 404);
            viewer.sees("branded-unknown", "We do not know this link");
        }
    }
}
