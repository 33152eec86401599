package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The figures on the diagrams: as a leader reads them, and as a process owner finds them in Cockpit. */
@OnH2
@ActiveProfiles("sample")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagramFiguresBrowserTests {

    private static final String ON_IT = ".djs-overlay .on-it";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    KeepFacts facts;

    @Autowired
    RepositoryService repository;

    private Browser browser;
    private Screen screen;

    @BeforeAll
    void dealsInEveryStage() {
        for (int i = 0; i < 3; i++) {
            deals.open("50000", "new-business", "figures-rep").reach("presentation");
        }
        deals.open("50000", "new-business", "figures-rep").reach("diagnosis");
        facts.catchUp(Integer.MAX_VALUE);
        browser = Browser.open();
        screen = new Screen(browser.page());
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aLeaderReadsThemOnAnyScreen() {
        var page = browser.page();
        signIn("leader1", "/report");
        page.getByText("The same on the diagrams").click();
        for (int width : List.of(1440, 768, 390)) {
            page.setViewportSize(width, 1000);
            page.navigate(address("/report/diagrams"));
            page.waitForFunction(
                    "() => [...document.querySelectorAll('.drawing')].every(it => it.dataset.drawn === 'yes')");
            screen.isReadable("figures on the diagrams at " + width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "figures-on-the-diagrams-" + width + ".png")));
        }
        page.setViewportSize(1440, 1000);
        assertThat(page.locator(".drawing")).hasCount(10);
        assertThat(page.locator("[aria-label='Discovery, drawn'] " + ON_IT)).hasCount(3);
        var row = page.locator("#t-stage-diagnosis tr[data-element^=UserTask]").first();
        assertThat(row.locator("td").first()).not().hasText("0");
        assertThat(page.locator("[aria-label='Diagnosis, drawn'] " + ON_IT).nth(1))
                .containsText("open");
        page.locator(".which summary").click();
        page.getByLabel("Type").selectOption("renewal");
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/report/diagrams?*dealType=renewal*");
        assertThat(page.locator("#t-stage-diagnosis tr[data-element^=UserTask]")
                        .first()
                        .locator("td")
                        .first())
                .hasText("0");
        browser.signOut();
        assertThat(browser.takeTroubles()).isEmpty();
    }

    @Test
    void aProcessOwnerFindsThemInCockpitWhichGoesOnWithoutThem() {
        var page = browser.page();
        signIn("owner1", "/report/diagrams");
        assertThat(page.locator("h1")).containsText("Where deals stand");
        inCockpit();
        assertThat(page.locator(ON_IT)).hasCount(3);
        assertThat(page.locator(ON_IT).first()).containsText("passed");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "figures-in-cockpit.png")));
        assertThat(browser.takeTroubles()).isEmpty();

        without("**/report/diagrams/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        without(
                "**/report/diagrams/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("application/json")
                        .setBody("{}")));
        without("**/look/figures.js*", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        without(
                "**/look/figures.js*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("text/javascript")
                        .setBody("this is no script")));
    }

    private void without(String what, Consumer<Route> answer) {
        var page = browser.page();
        page.route(what, answer);
        inCockpit();
        assertThat(page.getByText("Activity Instance Statistics")).isVisible();
        assertThat(page.getByText("Process Instances").first()).isVisible();
        assertThat(page.locator(ON_IT)).hasCount(0);
        page.unroute(what);
        browser.takeTroubles();
    }

    private void inCockpit() {
        var page = browser.page();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("stage-discovery")
                .latestVersion()
                .singleResult();
        page.navigate(address("/"));
        page.navigate(address("/camunda/app/cockpit/default/#/process-definition/" + definition.getId() + "/runtime"));
        assertThat(page.locator(".djs-shape[data-element-id^=UserTask]").first())
                .isVisible();
    }

    private void signIn(String user, String path) {
        var page = browser.page();
        page.navigate(address("/login"));
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill("demo");
        page.keyboard().press("Enter");
        page.locator("ul.doors").waitFor();
        page.navigate(address(path));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
