package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Each role's first minutes: the first page, signing in by keyboard, and where they work, on a wide and on a narrow screen. */
@OnH2
@ActiveProfiles("sample")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesBrowserTests {

    private static final String PASSWORD = "demo";
    private static final List<Integer> WIDTHS = List.of(1440, 1024);

    private static final int MOST_PAGES = 40;

    @LocalServerPort
    int port;

    private Browser browser;
    private Screen screen;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void comeAnew() {
        List.of("brannholm", "tessaly", "orrin-vale").forEach(jobs::run);
        if (browser == null) {
            browser = Browser.open();
            screen = new Screen(browser.page());
        }
        browser.signOut();
        browser.takeTroubles();
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rep1, Sales rep, tasklist, My conversations",
        "manager1, Sales manager, tasklist, My team's conversations",
        "leader1, Sales leader, tasklist, Waiting for the client",
        "owner1, Process owner, cockpit, Right Now",
        "ops1, Operations, cockpit, Right Now",
        "admin, Administrator, admin, List of Users"
    })
    void everyRoleFindsItsWorkByKeyboard(String user, String role, String app, String seen) {
        var page = browser.page();
        signInByKeyboard(user);
        assertThat(page.getByText("The database answers.")).isVisible();
        screen.isReadable("home of " + user);
        browser.picture(user + "-home");
        assertThat(page.getByText(role).first()).isVisible();
        page.locator("ul.doors a[href*='/" + app + "/']").first().click();
        page.waitForURL("**/" + app + "/default/**");
        assertThat(page.getByText(seen).first()).isVisible();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            assertThat(page.getByText("Target to Close").first()).isVisible();
            assertThat(page.locator(".ce-eol-banner")).isHidden();
            browser.picture(user + "-" + app + "-" + width);
        }
        if (app.equals("tasklist")) {
            screen.isReadable("Tasklist of " + user);
        }
        nothingWentWrong();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rep1", "manager1", "leader1", "owner1", "ops1", "admin"})
    void nothingFailsBehindAnyPageThatAPersonCanClickTo(String user) {
        signInByKeyboard(user);
        Set<String> walked = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(links());
        while (!ahead.isEmpty() && walked.size() < MOST_PAGES) {
            var next = ahead.remove();
            if (walked.add(kind(next))) {
                browser.page().navigate("about:blank");
                browser.page().navigate(next);
                browser.page().waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(browser.takeTroubles()).as(next).isEmpty();
                ahead.addAll(links());
            }
        }
        System.out.println(user + " walked through " + walked);
        assertThat(walked).hasSizeGreaterThan(1);
    }

    /** Where the page leads, within the application; what ends the session or is a file is left out. */
    private List<String> links() {
        return browser.page().locator("a[href]:visible").all().stream()
                .map(link -> String.valueOf(link.evaluate("it => it.href")))
                .filter(link -> link.startsWith(address("/")))
                .filter(link -> !link.matches(".*(logout|/data|/v3/|/report/tables/|\\.csv|\\.xes).*"))
                .distinct()
                .toList();
    }

    /** An address without the ids in it: one page of each kind is enough. */
    private String kind(String link) {
        return link.substring(address("").length())
                .replaceAll("\\p{XDigit}{8}-[-\\p{XDigit}]+", "*")
                .replaceAll("(process-definition|decision-definition|users|groups|opportunities)/[^/?]+", "$1/*")
                .replaceAll("/report#.*", "/report")
                .replaceAll("(/opportunities[?]\\w+=).*", "$1*")
                .replaceAll("(?<=planner/)[^/?]+|[?&](searchQuery|viewbox|resource|deployment|resourceName)=[^&]*", "");
    }

    @ParameterizedTest
    @CsvSource({"/, 1440", "/, 360", "/login, 1440", "/login?error, 360", "/login?out, 1024"})
    void ourPagesAreForEverybodyOnAnyScreen(String path, int width) {
        browser.page().setViewportSize(width, 800);
        browser.page().navigate(address(path));
        screen.isReadable(path);
        screen.isWideEnough(path);
        browser.picture("page-" + width + path.replaceAll("\\W+", "-"));
        nothingWentWrong();
    }

    @Test
    void aRepWorksInTasklistWithoutAWordOfTheEngine() {
        var page = browser.page();
        signInByKeyboard("rep1");
        page.navigate(address("/camunda/app/tasklist/default/"));
        var cards = page.locator("ol.tasks-list li");
        assertThat(cards.first()).isVisible();
        assertThat(page.locator(".t2c-deal").first()).containsText(" · ");
        cards.first().locator("a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".fjs-container").getByText("Still owed")).isVisible();
        screen.isReadable("a conversation");
        browser.pictureForDocs("conversation");
        for (var tab : List.of("Map of this stage", "What to do", "Plan and record")) {
            page.getByText(tab).click();
            screen.speaksPlainly(tab);
        }
        page.setViewportSize(1024, 768);
        TasklistPage.button(page, "Record").click();
        assertThat(page.locator(".page-notifications .alert-danger")).containsText("Please fill in when it was held.");
        assertThat(page.locator(".t2c-fault").first()).isInViewport();
        browser.pictureForDocs("refused");
        page.getByPlaceholder("Find a client").fill("tessaly");
        assertThat(cards).hasCount(2);
        page.getByText("New").first().click();
        assertThat(page.getByText("Open an opportunity").first()).isVisible();
        assertThat(page.locator("ul.processes .t2c-purpose:not(:empty)"))
                .hasCount(page.locator("ul.processes a").count());
        assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
        screen.speaksPlainly("what can be started");
        browser.pictureForDocs("new");
        assertThat(browser.takeTroubles()).allMatch(trouble -> trouble.contains("422"));
    }

    @Test
    void signingOutInTasklistLeadsToOurOwnPage() {
        var page = browser.page();
        signInByKeyboard("rep1");
        page.navigate(address("/camunda/app/tasklist/default/"));
        // what it still asks for when she signs out would be refused
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator(".account .dropdown-toggle").click();
        page.getByText("Log out").click();
        page.waitForURL(url -> url.endsWith("/login?out"));
        assertThat(page.getByText("You are signed out")).isVisible();
        nothingWentWrong();
    }

    private void signInByKeyboard(String user) {
        var page = browser.page();
        page.setViewportSize(WIDTHS.get(0), 900);
        page.navigate(address("/login"));
        assertThat(page.getByLabel("User")).isFocused();
        page.keyboard().type(user);
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByText("Your work")).isVisible();
    }

    private void nothingWentWrong() {
        assertThat(browser.takeTroubles()).isEmpty();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
