package com.targettoclose.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.targettoclose.testing.TestClock;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium installed on this machine, with one page open. Its clock stands where the application's stands until time
 * is let pass, it takes numbered pictures, and it notes whatever goes wrong behind the page.
 */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Path FOR_DOCS = Path.of("target", "pictures");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MS = 90_000;
    private static final Date START = Date.from(TestClock.START);
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 1100;

    /** What a machine behind a proxy is called: {@link #behind} leads there. */
    static final String BEHIND_PROXY = "https://deals.example";

    private final Playwright playwright;
    private final Date start;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private int pictures;

    private Browser(Playwright playwright, Date start, String... more) {
        this.playwright = playwright;
        this.start = start;
        var chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(Stream.concat(ARGUMENTS.stream(), Stream.of(more))
                                .toList()));
        this.page = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(WIDTH, HEIGHT)
                        .setIgnoreHTTPSErrors(more.length > 0)
                        .setLocale("en-US")
                        .setTimezoneId("UTC"))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        // Tasklist gives up on a module after seven seconds, less than it takes on a busy machine
        page.clock().install(new com.microsoft.playwright.Clock.InstallOptions().setTime(start));
        page.clock().setFixedTime(start);
        page.onConsoleMessage(this::note);
        page.onResponse(this::note);
        page.onPageError(error -> troubles.add("error: " + error));
        page.onRequestFailed(failed -> troubles.add("failed: " + failed.url() + " " + failed.failure()));
    }

    /** Opens it; where there is no Chromium the test is skipped. */
    static Browser open() {
        return new Browser(playwright(), START);
    }

    /** Opens it where {@link #BEHIND_PROXY} is a proxy of this machine, whatever its certificate, and today is today. */
    static Browser behind(int tlsPort) {
        var host = URI.create(BEHIND_PROXY).getHost();
        return new Browser(playwright(), new Date(), "--host-resolver-rules=MAP " + host + ":443 127.0.0.1:" + tlsPort);
    }

    private static Playwright playwright() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), () -> "Skipped: the browser test needs Chromium at " + CHROMIUM + ".");
        var skip = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return Playwright.create(new Playwright.CreateOptions().setEnv(skip));
    }

    Page page() {
        return page;
    }

    /** Signs out whoever is signed in. A page left open would lead to the sign-in by itself, in the way of the next one. */
    void signOut() {
        page.navigate("about:blank");
        page.context().clearCookies();
    }

    /** Lets the page's clock run, once everything is loaded. */
    void letTimePass() {
        page.clock().setSystemTime(start);
    }

    /** What a form shows anew listens to keys only after it was painted. */
    static void letItListen(Page page) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** What went wrong behind the page so far, oldest first: console errors, failed requests, answers of 400 and above. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** As {@link #troubles()}, and forgets them. Requests that a new page broke off are none. */
    List<String> takeTroubles() {
        var taken = troubles.stream()
                .filter(trouble -> !trouble.contains("net::ERR_ABORTED"))
                .toList();
        troubles.clear();
        return taken;
    }

    /** Keeps a picture of what is to be seen, as {@code target/screenshots/NN-what.png}. */
    void picture(String what) {
        pictures++;
        shoot(new ScreenshotOptions().setPath(PICTURES.resolve("%02d-%s.png".formatted(pictures, what))));
    }

    /** Keeps a picture that a page of {@code docs/} shows, as {@code target/pictures/what.png}. */
    void pictureForDocs(String what) {
        SmallPicture.write(shoot(new ScreenshotOptions()), FOR_DOCS.resolve(what + ".png"));
    }

    private byte[] shoot(ScreenshotOptions options) {
        int before = troubles.size();
        var picture = page.screenshot(options.setAnimations(ScreenshotAnimations.DISABLED));
        // the photographer stills the page with a style of its own, which our pages forbid
        troubles.subList(before, troubles.size()).removeIf(trouble -> trouble.contains("Applying inline style"));
        return picture;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            troubles.add("console: " + message.text() + " " + message.location());
        }
    }

    private void note(Response response) {
        if (response.status() >= 400) {
            troubles.add(response.status() + ": " + response.url());
        }
    }
}
