package com.targettoclose.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.targettoclose.testing.OnH2;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * Walks through the webapps as each group: {@code docs/access.md} lets pass what their pages ask for, and their content
 * security policy what they load.
 */
@OnH2
@ActiveProfiles("sample")
class AccessBrowserTests {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final String ADMIN = "/camunda/app/admin/default/#/";

    @LocalServerPort
    int port;

    private Browser browser;
    private final Set<String> refused = new TreeSet<>();
    private int answers;

    @BeforeEach
    void openTheBrowser() {
        browser = Browser.open();
        browser.page().onResponse(response -> {
            answers++;
            if (response.status() == 403 || response.status() == 401) {
                refused.add(response.request().method() + " " + response.url());
            }
        });
        browser.page().onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "rep1; /camunda/app/tasklist/default/ /camunda/app/welcome/default/",
                "manager1; /camunda/app/tasklist/default/ /camunda/app/welcome/default/",
                "leader1; /camunda/app/tasklist/default/ /camunda/app/welcome/default/",
                "owner1; C:dashboard C:processes C:decisions C:repository C:batch /camunda/app/tasklist/default/",
                "ops1; C:dashboard C:processes C:decisions C:repository C:batch /camunda/app/tasklist/default/",
                "admin; A:users A:users/rep1?tab=groups A:groups A:groups/rep A:authorization A:system C:dashboard C:processes"
            })
    void whatTheirPagesAskForIsLetPass(String user, String pages) {
        signIn(user);
        Arrays.stream(pages.strip().split(" ")).map(AccessBrowserTests::address).forEach(this::look);
        assertThat(answers).isGreaterThan(20);
        assertThat(refused).isEmpty();
    }

    private void signIn(String user) {
        var page = browser.page();
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill("demo");
        page.locator("button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        browser.letTimePass();
    }

    private void look(String path) {
        browser.page().navigate("about:blank");
        browser.page().navigate("http://127.0.0.1:" + port + path);
        browser.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static String address(String page) {
        return page.startsWith("C:")
                ? COCKPIT + page.substring(2)
                : page.startsWith("A:") ? ADMIN + page.substring(2) : page;
    }
}
