package io.ticketpulse.response;

import static io.ticketpulse.servers.RealServers.READER_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.ticketpulse.servers.Chromium;
import io.ticketpulse.servers.JobsByHand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on which staff look at what customers get, in a real browser. Pictures are in target/screenshots. */
@QuarkusTest
@TestProfile(JobsByHand.class)
class PreviewWalkTest {

    private static final String HEADING = "What customers see";

    private static Chromium chromium;

    @TestHTTPResource("/")
    String address;

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

    /** Half of all, for there are many frames: by day pictures of the phone and axe-core on the desktop, else by night. */
    static List<Manner> manners() {
        return Manner.all().filter(manner -> (manner.device().equals("phone") == manner.dark()) == manner.scripts())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("manners")
    void fromAllToOneThatDoesNothing(Manner manner) {
        try (Viewer viewer = new Viewer(chromium.browser(), address, manner)) {
            Page page = viewer.page();
            page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString(("reader:" + READER_PASSWORD).getBytes(StandardCharsets.UTF_8))));
            page.navigate("/reports/preview?survey=stars");
            viewer.sees("preview-all", HEADING);

            page.selectOption("#state", "invitation");
            page.selectOption("#language", "all");
            page.click("text=Show");
            viewer.sees("preview-languages", HEADING);

            page.click("a:has-text('German')");
            FrameLocator mail = page.frameLocator("iframe");
            assertThat(mail.locator("h1").innerText()).startsWith("Wie zufrieden sind Sie");
            viewer.sees("preview-one", HEADING);
            String source = page.frames().get(1).url();
            mail.locator("a").first().click();
            assertThat(page.context().pages()).hasSize(1);
            assertThat(page.frames().get(1).url()).isEqualTo(source);

            page.selectOption("#state", "preselected");
            page.click("text=Show");
            page.frameLocator("iframe").locator("button").click();
            assertThat(page.frameLocator("iframe").locator("[name=score]:checked").inputValue()).isEqualTo("4");
        }
    }
}
