package com.targettoclose.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.report.simulation.SimulatedDeal;
import com.targettoclose.report.simulation.SimulatedDeals;
import com.targettoclose.report.simulation.Simulation;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** The trust report as a leader reads it: on a screen, on a tablet, on a phone and on paper, by keyboard too. */
@OnH2
@ActiveProfiles("sample")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustReportBrowserTests {

    private static final String FINDINGS = """
            () => axe.run(document, { preload: false, resultTypes: ['violations'] }).then(results =>
                results.violations
                    .filter(it => ['serious', 'critical'].includes(it.impact))
                    .map(it => it.id + ': ' + it.help + ' ' + it.nodes.map(node => node.html).slice(0, 5)))""";

    @LocalServerPort
    int port;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    KeepFacts facts;

    private Browser browser;

    @BeforeAll
    void simulatedDeals() {
        browser = Browser.open();
        var made = new SimulatedDeals(
                        new Simulation(90, Simulation.SHIPPED, Map.of("change", 0.25), TestClock.TODAY.minusDays(1)))
                .next(800);
        transactions.executeWithoutResult(status -> ledger.open(
                made.stream().map(SimulatedDeal::opportunity).toList(),
                made.stream().collect(Collectors.toMap(it -> it.opportunity().id(), SimulatedDeal::entries)),
                SimulatedDeals.BY));
        facts.catchUp(Integer.MAX_VALUE);
        var page = browser.page();
        page.navigate(address("/login"));
        page.getByLabel("User").fill("leader1");
        page.getByLabel("Password").fill("demo");
        page.keyboard().press("Enter");
        page.getByText("Trust report").click();
        page.waitForURL("**/report");
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void itIsReadOnAnyScreenAndOnPaper() {
        var page = browser.page();
        for (int width : List.of(1440, 768, 390)) {
            page.setViewportSize(width, 1000);
            page.navigate(address("/report"));
            assertThat(page.locator("h1").innerText()).isEqualTo("Does the process work?");
            assertThat(page.locator("dl.short dt").count()).isEqualTo(6);
            assertThat(page.getByText("800 of these deals are simulated").isVisible())
                    .isTrue();
            page.evaluate(AxeBuilder.getAxeScript());
            assertThat(page.evaluate(FINDINGS)).as(width + " px").isEqualTo(List.of());
            assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    .as("nothing stands out of the screen at " + width)
                    .isEqualTo(false);
            whole("trust-report-" + width);
        }
        page.setViewportSize(1000, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".which").isVisible()).isFalse();
        whole("trust-report-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(browser.takeTroubles()).isEmpty();
    }

    @Test
    void itIsAskedByKeyboard() {
        var page = browser.page();
        page.setViewportSize(1440, 1000);
        page.navigate(address("/report"));
        page.locator(".which summary").focus();
        page.keyboard().press("Enter");
        page.getByLabel("Size").focus();
        page.keyboard().type("large");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/report?*sizeBand=large*");
        assertThat(page.locator("#sizeBand").inputValue()).isEqualTo("large");
        page.locator("a.file").first().focus();
        var file = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(file.suggestedFilename()).isEqualTo("following.csv");
    }

    private void whole(String what) {
        browser.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", what + ".png")));
        browser.takeTroubles();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
