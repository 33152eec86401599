package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes behind the proxy that ships, and a rep whose node is killed while she writes. */
@Tag("chaos")
@DisplayName("a rep whose node is killed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostNodeTests {

    private static final String ADA = "Ada Brook, head of returns";
    private static final String SAID = "We cannot meet before the summer";
    private static final String THEIRS = "What did they say, in their words?";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String NOTHING_LEFT =
            "() => ![...Object.keys(sessionStorage), ...Object.keys(localStorage)].some(it => /^(t2c-|camunda-form)/.test(it))";

    private NodesBehindProxy nodes;
    private Browser browser;
    private Page page;
    private String deal;
    private int deals;

    @BeforeAll
    void startThem(@TempDir Path folder) throws Exception {
        nodes = new NodesBehindProxy(folder);
        browser = Browser.behind(nodes.proxyPort());
        page = browser.page();
        nodes.startAll();
    }

    @BeforeEach
    void comeAnew() throws Exception {
        browser.signOut();
        nodes.startThoseThatEnded();
        deal = "LOST-" + deals++;
        var opened = nodes.as("rep1", 0)
                .post("/api/opportunities", Map.of("id", deal, "account", client(), "owner", "rep1"));
        assertThat(opened.status()).as(opened.body()::toString).isEqualTo(201);
    }

    @AfterEach
    void forgetTroubles() {
        browser.takeTroubles();
    }

    @AfterAll
    void stopThem() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    @DisplayName("signs in once, finds her conversation as she wrote it, records it once, and stays at the other node")
    void inTasklist() throws Exception {
        var card = "Earn the meeting · " + client();
        var tasklist = TasklistPage.signIn(page, Browser.BEHIND_PROXY + "/", "rep1", NodesBehindProxy.PASSWORD);
        browser.letTimePass();
        var form = tasklist.open(card).met(ADA, TODAY).answerAllWithYes();
        int asked = form.questions().size();
        int killed = kill();
        TasklistPage.button(page, "Record").click();
        page.waitForURL("**/login?expired");
        browser.picture("lost-node-sign-in-again");
        signInHere("rep1");
        page.waitForURL("**/tasklist/default/**");
        form.expectPlan();
        assertThat(form.form().getByLabel("Who did you talk to at the client?")).hasValue(ADA);
        assertThat(form.form().getByLabel(THEIRS).first()).hasValue("We spoke about it at length, as point 1");
        browser.picture("lost-node-words-are-back");
        nodes.start(killed).awaitReady();
        assertThat(form.complete().status()).isEqualTo(204);
        assertThat(tasklist.card(card)).hasCount(0);
        page.reload();
        assertThat(page.getByText("My conversations")).isVisible();
        assertThat(node()).isEqualTo(1 - killed);
        assertThat(gained()).doesNotHaveDuplicates().hasSize(asked);
        nothingIsLeft();
    }

    @Test
    @DisplayName("signs in once and comes out at the form of ours with her words, sends it, and it is recorded once")
    void onOurPages() throws Exception {
        signIn("rep1");
        open("/acts/conversation");
        page.getByLabel("Who did you talk to at the client?").fill(ADA);
        page.getByLabel("When?").fill(TODAY.toString());
        page.getByLabel("How?").selectOption("call");
        page.locator("[name='fit-hypothesis.state']").selectOption("gained");
        words().fill(SAID);
        kill();
        button("Record").click();
        page.waitForURL("**/login?expired");
        signInHere("rep1");
        page.waitForURL("**/acts/conversation?unsent");
        assertThat(page.getByText("this was not sent yet")).isVisible();
        assertThat(page.getByLabel("Who did you talk to at the client?")).hasValue(ADA);
        assertThat(page.getByLabel("When?")).hasValue(TODAY.toString());
        assertThat(page.getByLabel("How?")).hasValue("call");
        assertThat(words()).hasValue(SAID);
        browser.picture("lost-node-our-form");
        button("Record").click();
        assertThat(page.getByText("The conversation is recorded.")).isVisible();
        assertThat(gained()).containsExactly("fit-hypothesis");
        nothingIsLeft();
    }

    @Test
    @DisplayName("finds the form that she had begun in Tasklist, and it is taken once")
    void inAStartForm() throws Exception {
        var tasklist = TasklistPage.signIn(page, Browser.BEHIND_PROXY + "/", "rep1", NodesBehindProxy.PASSWORD);
        browser.letTimePass();
        var account = "Begun beside " + deal;
        tasklist.chooseProcess("Open an opportunity");
        tasklist.fillIn("Client", account);
        tasklist.fillIn("Why this client, why now?", SAID);
        kill();
        button("Submit").click();
        page.waitForURL("**/login?expired");
        signInHere("rep1");
        assertThat(tasklist.field("Client")).hasValue(account);
        assertThat(tasklist.field("Why this client, why now?")).hasValue(SAID);
        browser.picture("lost-node-start-form");
        tasklist.start();
        var found =
                nodes.as("rep1", node()).get("/api/opportunities?text=" + deal).body();
        assertThat(found.path("content").findValuesAsText("account")).containsOnlyOnce(account);
        nothingIsLeft();
    }

    @Test
    @DisplayName("keeps what she planned for a call")
    void inThePlanner() throws Exception {
        signIn("rep1");
        open("/planner/UserTask_EarnTheMeeting");
        page.getByLabel("Questions to ask").fill("Who else loses sleep?");
        page.getByLabel("Notes").fill("She likes short calls");
        kill();
        button("Keep it").click();
        page.waitForURL("**/login?expired");
        signInHere("rep1");
        assertThat(page.getByLabel("Questions to ask")).hasValue("Who else loses sleep?");
        assertThat(page.getByLabel("Notes")).hasValue("She likes short calls");
        button("Keep it").click();
        assertThat(page.getByText("It is kept")).isVisible();
        nothingIsLeft();
    }

    @Test
    @DisplayName("leaves nothing to read for whoever signs in at her place")
    void somebodyElse() throws Exception {
        signIn("rep1");
        open("/acts/conversation");
        page.locator("[name='fit-hypothesis.state']").selectOption("gained");
        words().fill(SAID);
        kill();
        button("Record").click();
        page.waitForURL("**/login?expired");
        signInHere("manager1");
        page.waitForURL("**/acts/conversation?unsent");
        assertThat(words()).hasValue("");
        nothingIsLeft();
    }

    private Locator words() {
        return page.locator("[name='fit-hypothesis.words']");
    }

    private void nothingIsLeft() {
        page.waitForFunction(NOTHING_LEFT);
    }

    private String client() {
        return "Client of " + deal;
    }

    private void open(String path) {
        page.navigate(Browser.BEHIND_PROXY + "/opportunities/" + deal + path);
    }

    private void signIn(String user) {
        page.navigate(Browser.BEHIND_PROXY + "/login");
        signInHere(user);
        assertThat(page.getByText("Your work")).isVisible();
    }

    private void signInHere(String user) {
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(NodesBehindProxy.PASSWORD);
        button("Sign in").click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Kills the node that holds the session; which one. */
    private int kill() throws InterruptedException {
        int holds = node();
        nodes.kill(holds);
        return holds;
    }

    private int node() {
        var named = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("node"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(named.value) - 1;
    }

    /** What the ledger says that she gained, an item for each entry. */
    private List<String> gained() {
        List<String> items = new ArrayList<>();
        nodes.as("rep1", node())
                .get("/api/opportunities/" + deal + "/ledger")
                .body()
                .path("entries")
                .forEach(entry -> {
                    if (entry.path("kind").asText().equals("gained")) {
                        items.add(entry.findPath("item").asText());
                    }
                });
        return items;
    }
}
