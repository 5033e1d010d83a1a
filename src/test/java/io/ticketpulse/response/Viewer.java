package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * Somebody in front of a browser, who finds fault with whatever page is not for everybody: in another language than
 * theirs, too wide, hard to read, hit, or reach by keyboard, or not alone with the server it is from. Where the browser
 * runs scripts axe-core looks too; where it does not, pictures are kept.
 */
final class Viewer implements AutoCloseable {

    private static final int LARGEST_PAGE = 30_000;
    private static final int PATIENCE = 10_000;

    private final String address;
    private final String language;
    private final boolean scripts;
    private final List<Manner> manners;
    private final BrowserContext context;
    private final Page page;
    private final Inspection inspection;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();
    private int status;
    private int arrivals;

    /**
     * @param language of the pages, as a BCP 47 tag
     * @param manners  the ways in which every page is looked at
     */
    Viewer(Browser browser, String address, String language, boolean scripts, List<Manner> manners) {
        this.address = address;
        this.language = language;
        this.scripts = scripts;
        this.manners = manners;
        this.context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address)
                .setJavaScriptEnabled(scripts).setLocale(language)
                // A picture of a page on the move shows nothing that anybody sees.
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        this.inspection = new Inspection(page);
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        page.onRequest(request -> loaded.add(request.resourceType() + " " + request.url()));
        page.onResponse(response -> {
            if (response.frame() == page.mainFrame() && response.request().isNavigationRequest()) {
                status = response.status();
            }
        });
        page.onLoad(loadedPage -> arrivals++);
        lookAs(manners.get(0));
    }

    Page page() {
        return page;
    }

    /** Becomes one of the staff. */
    void login(String name, String password) {
        says("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends this header with every request from now on, and no other that was said before. */
    void says(String header, String value) {
        context.setExtraHTTPHeaders(Map.of(header, value));
    }

    /** Follows a link to a page that comes with this status. */
    void follow(String link, int expectedStatus) {
        arrive(() -> page.navigate(link), expectedStatus);
    }

    /** Presses the button of a form, upon which a page comes with this status. */
    void press(int expectedStatus) {
        arrive(() -> page.click("form[method=post] button"), expectedStatus);
    }

    /** Does something upon which a page comes with this status. */
    void arrive(Runnable action, int expectedStatus) {
        int before = arrivals;
        action.run();
        page.waitForCondition(() -> arrivals > before, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        assertThat(status).as(page.url()).isEqualTo(expectedStatus);
    }

    /** Looks at what is shown now, which has this heading and says nothing of a form that was sent. */
    void sees(String state, String heading) {
        assertThat(page.locator("[role=alert]").count()).as(state).isZero();
        look(state, heading);
    }

    /** Looks at what is shown now: the page has come back because the form on it was not taken. */
    void seesAgain(String state, String heading, String why) {
        assertThat(page.locator("[role=alert]").innerText()).as(state).isEqualTo(why);
        look(state, heading);
    }

    private void look(String state, String heading) {
        assertThat(page.locator("h1").innerText()).as(state).isEqualTo(heading);
        assertThat(page.locator("html").getAttribute("lang")).as(state).isEqualTo(language);
        // The preview is large, for it shows dozens of pages.
        assertThat(page.content().getBytes(StandardCharsets.UTF_8).length).as(state)
                .isLessThan(LARGEST_PAGE * page.frames().size());
        assertThat(context.cookies()).as(state).isEmpty();
        for (Manner manner : manners) {
            lookAs(manner);
            String where = language + " " + manner + " " + state;
            assertThat(inspection.width()).as(where).isLessThanOrEqualTo(manner.width());
            assertThat(inspection.smallTargets()).as(where).isEmpty();
            if (scripts) {
                assertThat(manner == manners.get(0) ? inspection.violations() : inspection.violationsOfLooks())
                        .as(where).isEmpty();
            } else {
                keepPicture(state, manner);
            }
        }
        lookAs(manners.get(0));
        assertThat(inspection.boxes()).as(language + " " + state).isEmpty();
        assertThat(scripts ? List.of() : inspection.unreachable()).as(state).isEmpty();
        assertThat(loaded).as(state).allMatch(request -> request.startsWith("document " + address)
                || request.startsWith("image data:"));
        // Chromium says so of every page that is not a success.
        assertThat(complaints).as(state).allMatch(complaint -> status >= 400 && complaint.startsWith(
                "Failed to load resource: the server responded with a status of " + status + " "));
        complaints.clear();
    }

    private void lookAs(Manner manner) {
        page.setViewportSize(manner.width(), manner.height());
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(manner.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setForcedColors(manner.forcedColours() ? ForcedColors.ACTIVE : ForcedColors.NONE));
    }

    /** As high as its content, so that what sticks to the edge of the screen is where it belongs. */
    private void keepPicture(String state, Manner manner) {
        page.setViewportSize(manner.width(), Math.max(inspection.height(), manner.height()));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", language, manner.toString(), state + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
