package io.ticketpulse.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** The Chromium of the machine, without a window. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Path program) {
        this.playwright = playwright;
        // The sandbox of Chromium does not work for root, as which containers build; nothing but our pages is shown.
        this.browser = playwright.chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox",
                        // Imitating a graphics card takes longer than drawing.
                        "--disable-gpu")));
    }

    /** Where there is none the test is skipped, and fails if {@code CI=true}. */
    public static Chromium start() {
        Path program = DebianPackages.require("chromium");
        return new Chromium(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))), program);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
