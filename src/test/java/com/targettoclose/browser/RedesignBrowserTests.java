package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import com.targettoclose.verifier.Edit;
import com.targettoclose.verifier.FilledTemplate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * A redesign from Modeler to the client, as everybody in it sees it: drawn with a template, verified, refused, mended,
 * deployed file by file as Modeler does, tried on the deals there are, committed to, moved to, and held.
 */
@OnH2
@TestPropertySource(
        properties = {
            "t2c.replay.background=true",
            "t2c.replay.look-every=200ms",
            "t2c.reroute.background=true",
            "t2c.reroute.look-every=200ms"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedesignBrowserTests {

    private static final String STAGE = "stage-discovery.bpmn";
    private static final String TABLE = "exit-criteria.dmn";
    private static final String TASK = "UserTask_MeetTheSponsor";
    private static final String OWNER = "redesign-owner";
    private static final String LEADER = "redesign-leader";
    private static final String REP = "redesign-rep";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    TestClock clock;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    private final List<String> deployments = new ArrayList<>();
    private Browser browser;
    private Screen screen;
    private Http owner;

    @BeforeAll
    void come() {
        browser = Browser.open();
        screen = new Screen(browser.page());
        join(OWNER, Group.PROCESS_OWNER);
        join(LEADER, Group.LEADER);
        owner = deals.http(port, OWNER);
    }

    @AfterAll
    void leave() {
        if (browser != null) {
            browser.close();
        }
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void aConversationIsAddedAndNoDealSlipsThrough() {
        var discovering = deals.open("50000", "new-business", REP).reach("discovery");
        var further = deals.open("50000", "new-business", REP).reach("diagnosis");

        signIn(OWNER, "/process");
        assertThat(browser.page().locator("h1")).hasText("The process");
        verify(unfinished(), "It cannot be deployed yet");
        assertThat(browser.page().locator("main")).containsText("conversation-leads-back-to-the-gate");
        look("redesign-refused");
        assertThat(deploy(STAGE, unfinished()).body().path("message").asText())
                .startsWith("Nothing was deployed. ")
                .contains("[conversation-leads-back-to-the-gate]");

        verify(drawn(), "It cannot be deployed yet");
        assertThat(browser.page().locator("#offers")).isVisible();
        look("redesign-offers");
        var offered = offers();
        assertThat(offered).containsOnlyKeys("meet-the-sponsor.form", TABLE);
        assertThat(deploy("meet-the-sponsor.form", offered.get("meet-the-sponsor.form"))
                        .status())
                .isEqualTo(200);
        assertThat(deploy(STAGE, drawn()).status()).isEqualTo(200);
        assertThat(deploy(TABLE, offered.get(TABLE)).status()).isEqualTo(200);

        seeWhatChanged();
        commit();
        move();

        assertThat(discovering.settle().openConversations()).contains(TASK);
        assertThat(further.settle().stage()).isEqualTo("discovery");
        assertThat(further.openConversations()).containsExactly(TASK);
        hold(further);
        assertThat(further.settle().stage()).isEqualTo("diagnosis");
        goBack();
    }

    /** Where the owner and everybody who leads sees what the next edition changes. */
    private void seeWhatChanged() {
        var page = browser.page();
        page.navigate(address("/process"));
        assertThat(page.locator(".waiting")).containsText("It weakens no gate.");
        waitFor(page, ".waiting", "would stand elsewhere");
        look("redesign-process");
        page.locator(".waiting a").first().click();
        assertThat(page.locator("h1")).containsText("waits for a sales leader");
        assertThat(page.locator("main")).containsText("Meet the sponsor");
        page.waitForFunction(
                "() => [...document.querySelectorAll('.drawing')].every(it => it.dataset.drawn === 'yes')");
        assertThat(page.locator(".drawing .djs-shape.added").first()).isAttached();
        assertThat(page.locator(".drawing .bjs-powered-by").first()).isAttached();
        look("redesign-edition");
        page.evaluate("document.querySelector('#drawn').scrollIntoView()");
        browser.pictureForDocs("redesign-drawn");
        page.evaluate("scrollTo(0, 0)");
        page.locator("#whatif ~ p a").click();
        assertThat(page.locator("h1")).containsText("would change for our deals");
        assertThat(page.locator("main")).containsText("Where running deals would stand");
        look("redesign-what-if");
    }

    private void commit() {
        var page = browser.page();
        browser.signOut();
        signIn(LEADER, "/camunda/app/tasklist/default/");
        page.locator(".task-filters").getByText("Editions").first().click();
        page.locator("ol.tasks-list").getByText("Commit to the edition").first().click();
        var form = page.locator(".task-details .fjs-container");
        assertThat(form).containsText("It weakens no gate");
        assertThat(form).containsText("Meet the sponsor");
        page.getByText("Take it on").click();
        form.getByText("I commit to it: new deals start on it").click();
        form.locator("textarea").fill("Where we met the sponsor early we did not lose on price.");
        form.locator("textarea").blur();
        look("redesign-commitment");
        var answer = page.waitForResponse(
                "**/submit-form", () -> TasklistPage.button(page, "Record").click());
        assertThat(answer.ok()).as(answer.statusText()).isTrue();
        browser.signOut();
    }

    private void move() {
        var page = browser.page();
        signIn(OWNER, "/process");
        assertThat(page.locator(".lead")).containsText("Where we met the sponsor early we did not lose on price.");
        page.getByText("Try it: where would they stand?").click();
        waitFor(page, ".lead", "Nothing was changed.");
        look("redesign-dry-run");
        page.getByText("Move them now").click();
        waitFor(page, ".lead", "2 deals moved.");
        assertThat(page.locator("main")).containsText("diagnosis");
        look("redesign-moved");
        browser.signOut();
    }

    private void hold(Deal deal) {
        var page = browser.page();
        var tasklist = TasklistPage.signIn(page, address(""), REP, "Only4Tests-" + REP);
        var tasks = page.locator("ol.tasks-list").getByText("Meet the sponsor");
        assertThat(tasks).hasCount(2);
        deals.http(port, REP);
        var key = deal.task(TASK).getId();
        page.navigate(address("/camunda/app/tasklist/default/#/?task=" + key));
        var form = new ConversationFormPage(page, "Meet the sponsor");
        form.expectPlan();
        form.met("Ada Brook", clock.today());
        form.answerAllWithYes();
        look("redesign-held");
        assertThat(form.complete().ok()).isTrue();
        assertThat(tasklist).isNotNull();
        browser.signOut();
    }

    /** Rolling back is proposing the old edition anew. */
    private void goBack() {
        var page = browser.page();
        signIn(OWNER, "/process");
        page.locator("#editions ~ table a").last().click();
        page.getByText("Propose it anew").click();
        assertThat(page.locator(".wrong")).containsText("Tick that you mean it");
        page.goBack();
        page.getByText("Yes, ask the sales leaders").click();
        page.getByText("Propose it anew").click();
        assertThat(page.locator(".waiting")).containsText("waits for a sales leader");
        assertThat(page.locator(".waiting")).containsText("It weakens a gate.");
        var newest = owner.get("/api/editions?size=1").body().at("/content/0");
        deployments.add(
                0,
                repository
                        .createDeploymentQuery()
                        .deploymentName(newest.path("name").asText())
                        .singleResult()
                        .getId());
        page.locator(".waiting a").first().click();
        assertThat(page.locator(".wrong")).containsText("Deals get through that were held before");
        page.waitForFunction(
                "() => [...document.querySelectorAll('.drawing')].every(it => it.dataset.drawn === 'yes')");
        look("redesign-weakens");
    }

    private static String drawn() {
        return withTask()
                .flow(STAGE, "Flow_FromSponsor", TASK, "Gateway_AtTheGate", "")
                .replace(
                        STAGE,
                        waypoints("Flow_FromSponsor"),
                        line("Flow_FromSponsor", 790, 590, 835, 590, 835, 515, 270, 515, 270, 225))
                .files()
                .get(STAGE);
    }

    /** The way back is forgotten. */
    private static String unfinished() {
        return withTask().files().get(STAGE);
    }

    private static Edit withTask() {
        var task = FilledTemplate.conversation(
                TASK,
                Map.of(
                        "name", "Meet the sponsor",
                        "purpose", "Hear from whoever pays what it is worth to them",
                        "valueForClient", "The sponsor shapes what is bought before it is drawn up",
                        "outcomes",
                                "sponsor-known: We know who pays for it; pain-known: We know what it costs them today",
                        "commitment", "sponsor-meets: The sponsor will meet us",
                        "camunda:formRef", "meet-the-sponsor"));
        return new Edit()
                .node(STAGE, "UserTask_ExploreTheNeedToChange", task, TASK)
                .replace(
                        STAGE,
                        "<dc:Bounds x=\"0\" y=\"0\" width=\"100\" height=\"80\" />",
                        "<dc:Bounds x=\"660\" y=\"550\" width=\"130\" height=\"80\" />")
                .flow(STAGE, "Flow_ToSponsor", "Gateway_StillOwed", TASK, "${owed.contains('" + TASK + "')}")
                .replace(STAGE, waypoints("Flow_ToSponsor"), line("Flow_ToSponsor", 530, 355, 530, 590, 660, 590));
    }

    private static String waypoints(String flow) {
        return line(flow, 0, 0, 9, 9);
    }

    private static String line(String flow, int... at) {
        var line = new StringBuilder("bpmnElement=\"" + flow + "\">");
        for (int n = 0; n < at.length; n += 2) {
            line.append("<di:waypoint x=\"%d\" y=\"%d\" />".formatted(at[n], at[n + 1]));
        }
        return line.toString();
    }

    private Map<String, String> offers() {
        var answer = owner.multipart("/api/verifications", Map.of(), Map.of(STAGE, drawn()));
        Map<String, String> offered = new HashMap<>();
        for (JsonNode offer : answer.body().path("offers")) {
            offered.put(offer.path("file").asText(), offer.path("content").asText());
        }
        return offered;
    }

    private void verify(String diagram, String verdict) {
        var page = browser.page();
        page.navigate(address("/process"));
        page.locator("#files")
                .setInputFiles(new FilePayload(STAGE, "application/xml", diagram.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Verify").last().click();
        assertThat(page.locator("h1")).hasText(verdict);
    }

    /** One file, with the fields that Modeler sends. */
    private Http.Answer deploy(String file, String content) {
        var fields = Map.of(
                "deployment-name", file.substring(0, file.indexOf('.')),
                "deployment-source", "Camunda Modeler",
                "enable-duplicate-filtering", "true");
        var answer = owner.multipart("/engine-rest/deployment/create", fields, Map.of(file, content));
        if (answer.status() == 200) {
            deployments.add(0, answer.body().path("id").asText());
        }
        return answer;
    }

    private void signIn(String user, String path) {
        var page = browser.page();
        page.navigate(address("/login"));
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill("Only4Tests-" + user);
        TasklistPage.button(page, "Sign in").click();
        page.locator("ul.doors").waitFor();
        page.navigate(address(path));
    }

    private static void waitFor(Page page, String where, String text) {
        for (int looks = 0; looks < 30 && !page.locator(where).innerText().contains(text); looks++) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(page.locator(where)).containsText(text);
    }

    /** Read by everybody, at three widths; the docs show the widest. */
    private void look(String what) {
        var page = browser.page();
        screen.isReadable(what);
        for (int width : List.of(390, 768, 1440)) {
            page.setViewportSize(width, 900);
            screen.isWideEnough(what + " at " + width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", what + "-" + width + ".png")));
        }
        browser.pictureForDocs(what);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private void join(String user, Group group) {
        deals.user(user);
        identities.deleteMembership(user, Group.REP.id());
        identities.createMembership(user, group.id());
    }
}
