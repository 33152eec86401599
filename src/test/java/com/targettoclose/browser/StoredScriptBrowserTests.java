package com.targettoclose.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Scripts that somebody stored in a name or in words: shown wherever such names are shown, they stay text. */
@OnH2
@ActiveProfiles("sample")
@DisplayName("a script in a name is shown and never run")
class StoredScriptBrowserTests {

    private static final String PASSWORD = "Only4Tests-sally";
    private static final String SALLY = "sally.script";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    Jobs jobs;

    @Autowired
    IdentityService identities;

    private final List<String> troubles = new ArrayList<>();
    private Browser browser;
    private Page page;

    static List<String> scripts() {
        return List.of(
                "<script>window.pwned=1</script><b id=probe>x</b>",
                "<img id=probe src=x onerror=window.pwned=1>",
                "\"><svg id=probe onload=window.pwned=1>",
                "{{constructor.constructor('window.pwned=1')()}}<i id=probe>x</i>",
                "<iframe id=probe srcdoc='<script>parent.pwned=1</script>'></iframe>",
                "<a id=probe href=javascript:window.pwned=1 autofocus onfocus=window.pwned=1>x</a>");
    }

    @BeforeEach
    void openTheBrowser() {
        browser = Browser.open();
        page = browser.page();
        page.onConsoleMessage(message -> {
            // taking a picture stills the page with a style of its own, which the policy forbids
            if (message.text().contains("Content Security Policy")
                    && !message.text().contains("inline style")) {
                troubles.add(message.text());
            }
        });
        page.onDialog(dialog -> {
            troubles.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    @DisplayName("of a client, a contact, a colleague or in words")
    void staysText(String script) {
        var deal = store(script);
        signIn(SALLY);
        open(
                "/camunda/app/tasklist/default/?task="
                        + deal.task("UserTask_ExploreTheNeedToChange").getId(),
                "conversation",
                script);
        page.getByText("New", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.waitForTimeout(500);
        assertText("what can be started");
        signIn("ops1");
        open(
                "/camunda/app/cockpit/default/#/process-instance/"
                        + deal.opportunity().instance().id() + "/runtime",
                "instance",
                null);
        open(
                "/camunda/app/cockpit/default/#/process-instance/"
                        + deal.task("UserTask_ExploreTheNeedToChange").getProcessInstanceId()
                        + "/runtime?detailsTab=user-tasks-tab",
                "tasks of an instance",
                null);
        open("/camunda/app/cockpit/default/#/search", "search", null);
        signIn("admin");
        open("/camunda/app/admin/default/#/users", "users", null);
        open("/camunda/app/admin/default/#/users/" + SALLY + "?tab=profile", "a user", null);
        identities.deleteUser(SALLY);
    }

    /** A rep with the script for a name, and a deal whose client and contact have it too; what the client said as well. */
    private Deal store(String script) {
        var sally = identities.newUser(SALLY);
        sally.setFirstName(script);
        sally.setLastName(script);
        sally.setEmail(script);
        sally.setPassword(PASSWORD);
        identities.saveUser(sally);
        identities.createMembership(SALLY, Group.REP.id());
        var http = new Http(port, SALLY, PASSWORD);
        var opened = http.post(
                "/api/opportunities", Map.of("account", script, "owner", SALLY, "contact", script, "words", script));
        assertThat(opened.status()).isEqualTo(201);
        var deal = deals.deal(opened.body().path("id").asText());
        jobs.run(deal.id());
        var said = http.post("/api/opportunities/" + deal.id() + "/conversations", conversation(script));
        assertThat(said.status()).as(said.body().toString()).isEqualTo(201);
        jobs.run(deal.id());
        return deal;
    }

    private static Map<String, Object> conversation(String script) {
        List<Map<String, String>> items = new ArrayList<>();
        for (var item : List.of("fit-hypothesis", "value-for-client", "time")) {
            items.add(Map.of("item", item, "state", "gained", "words", "They told us about " + item + " " + script));
        }
        return Map.of("contact", script, "heldOn", TestClock.TODAY.toString(), "channel", "call", "items", items);
    }

    private void signIn(String user) {
        browser.signOut();
        page.navigate("http://localhost:" + port + "/login");
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(user.equals(SALLY) ? PASSWORD : "demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(address -> !address.contains("/login"));
    }

    /** Opens a page, waits until it has loaded, and where something must be shown until it is. */
    private void open(String path, String what, String shown) {
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        if (shown != null) {
            page.getByText(shown, new Page.GetByTextOptions().setExact(false))
                    .first()
                    .waitFor();
        }
        assertText(what);
    }

    private void assertText(String where) {
        browser.picture("script-" + where.replace(' ', '-'));
        assertThat(page.evaluate("() => window.pwned")).as(where + ": it ran").isNull();
        assertThat(page.locator("#probe").count())
                .as(where + ": it became part of the page")
                .isZero();
        assertThat(troubles).as(where).isEmpty();
    }
}
