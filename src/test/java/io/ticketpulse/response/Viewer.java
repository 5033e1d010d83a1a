package io.ticketpulse.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;

/** Somebody in front of a browser, who finds fault with whatever page is not for everybody. */
final class Viewer implements AutoCloseable {

    private static final String AXE = axe();
    private static final String VIOLATIONS = """
            () => axe.run(document, {iframes: false, preload: false, resultTypes: ['violations']}).then(result => result.violations.map(violation => violation.id + ': '
                + violation.nodes.map(node => node.target + ' ' + node.failureSummary).join('; ')))""";
    /** A target is at least as large as a finger tip (WCAG 2.2, success criterion 2.5.5). */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('input:not([type=hidden]), button, textarea, summary, a')]
                .filter(target => target.checkVisibility()).map(target => [target, target.getBoundingClientRect()])
                .filter(([target, box]) => box.width < 44 || box.height < 44)
                .map(([target, box]) => target.outerHTML + ' ' + box.width + ' x ' + box.height)""";
    private static final int LARGEST_PAGE = 30_000;

    private final Manner manner;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();

    Viewer(Browser browser, String address, Manner manner) {
        this.manner = manner;
        this.context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address)
                .setViewportSize(manner.width(), manner.height())
                .setColorScheme(manner.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setForcedColors(manner.forcedColours() ? ForcedColors.ACTIVE : ForcedColors.NONE)
                .setJavaScriptEnabled(manner.scripts())
                // A picture of a page on the move shows nothing that anybody sees.
                .setReducedMotion(ReducedMotion.REDUCE));
        this.page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> loaded.add(request.resourceType() + " " + shortened(request)));
    }

    Page page() {
        return page;
    }

    /** Looks at what is shown now, from all sides, and keeps a picture of it. */
    void sees(String state, String heading) {
        String where = manner + " " + state;
        assertThat(page.locator("h1").innerText()).as(where).isEqualTo(heading);
        assertThat(page.content().getBytes(StandardCharsets.UTF_8)).as(where).hasSizeLessThan(LARGEST_PAGE);
        assertThat(loaded).as(where).allMatch(request -> request.startsWith("document ")
                || request.startsWith("image data:"));
        assertThat(context.cookies()).as(where).isEmpty();
        // That a page was not found is no fault of the page that says so.
        assertThat(complaints).as(where).allMatch(complaint -> complaint.startsWith("Failed to load resource: "
                + "the server responded with a status of "));
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth")).as(where)
                .isLessThanOrEqualTo(manner.width());
        assertThat((List<?>) page.evaluate(SMALL_TARGETS)).as(where).isEmpty();
        if (manner.scripts()) {
            page.evaluate(AXE);
            assertThat((List<?>) page.evaluate(VIOLATIONS)).as(where).isEmpty();
        } else {
            keep(state);
        }
    }

    /** As high as its content, so that what sticks to the edge of the screen is where it belongs. */
    private void keep(String state) {
        int height = (Integer) page.evaluate("() => document.documentElement.scrollHeight");
        page.setViewportSize(manner.width(), Math.max(height, manner.height()));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", manner.toString(), state + ".png")));
        page.setViewportSize(manner.width(), manner.height());
    }

    private static String shortened(Request request) {
        return request.url().substring(0, Math.min(60, request.url().length()));
    }

    private static String axe() {
        try (InputStream script = Viewer.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
