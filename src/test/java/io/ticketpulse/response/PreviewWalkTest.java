package io.ticketpulse.response;

import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which staff look at what customers get, in a real browser. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class PreviewWalkTest extends Walk {

    private static final String HEADING = "What customers see";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fromAllToOneThatDoesNothing(boolean scripts) {
        try (Viewer viewer = viewer("en", scripts)) {
            Page page = viewer.page();
            viewer.login("reader", READER_PASSWORD);
            viewer.follow("/reports/preview?survey=stars", 200);
            viewer.sees("preview-all", HEADING);

            page.selectOption("#state", "invitation");
            page.selectOption("#language", "all");
            viewer.arrive(() -> page.click("text=Show"), 200);
            viewer.sees("preview-languages", HEADING);

            viewer.arrive(() -> page.click("a:has-text('German')"), 200);
            FrameLocator mail = page.frameLocator("iframe");
            assertThat(mail.locator("h1").innerText()).isEqualTo(in("de").say("page.question.stars"));
            viewer.sees("preview-one", HEADING);
            String source = page.frames().get(1).url();
            mail.locator("a").first().click();
            assertThat(page.context().pages()).hasSize(1);
            assertThat(page.frames().get(1).url()).isEqualTo(source);

            page.selectOption("#state", "preselected");
            viewer.arrive(() -> page.click("text=Show"), 200);
            page.frameLocator("iframe").locator("button").click();
            assertThat(page.frameLocator("iframe").locator("[name=score]:checked").inputValue()).isEqualTo("4");
        }
    }
}
