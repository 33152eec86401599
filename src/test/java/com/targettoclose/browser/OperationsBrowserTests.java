package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.Unverified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;

/** What the runbook says about failed jobs, walked by operations in Cockpit: from the alert to the deal that goes on. */
@OnH2
@ActiveProfiles("sample")
class OperationsBrowserTests {

    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    Jobs jobs;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    private final List<String> deployments = new ArrayList<>();
    private Browser browser;
    private Page page;
    private Deal deal;

    @BeforeEach
    void aGateFailsThreeTimes() throws IOException {
        browser = Browser.open();
        page = browser.page();
        deal = deals.open("50000", "new-business", "rep1").reach("discovery");
        deploy(shipped().replace("<text>\"manager\"</text>", "<text>\"managr\"</text>"));
        deal.submitOnly(EXPLORE, deal.answers(EXPLORE));
        assertThat(jobs.runDespiteFailures(deal.id())).isNotEmpty();
    }

    @AfterEach
    void shippedTableAgain() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void operationsReadsWhyAGateFailedAndRetriesIt() throws IOException {
        signIn();
        assertThat(page.getByText("has failed and waits for a repair")).isVisible();
        page.locator("ul.doors a[href*='/cockpit/']").first().click();
        assertThat(page.getByText("Open Incidents").first()).isVisible();
        findTheIncident();
        var message = page.locator("td.message .auto-cutoff").first();
        assertThat(message)
                .containsText("In the table of exit criteria a row for stage 'target' has 'managr' in the column");
        assertThat(message).containsText("Have the process owner mend the table.");
        assertThat(message.evaluate("it => it.scrollWidth <= it.clientWidth + 1"))
                .as("the whole message is to be seen")
                .isEqualTo(true);
        browser.picture("incident");
        deploy(shipped());
        page.locator("a.action-button:visible[uib-tooltip*='Retries of Failed Job']")
                .first()
                .click();
        var dialog = page.locator(".modal-dialog");
        button(dialog, "Retry").click();
        button(dialog, "OK").click();
        browser.picture("retried");
        deal.settle();
        page.reload();
        assertThat(page.getByText("Verify exit criteria").first()).isVisible();
        assertThat(page.locator("td.message")).hasCount(0);
        assertThat(deal.openConversations()).containsExactly(ESTABLISH);
        assertThat(deal.history().entries()).extracting(Entry::kind).contains(EntryKind.OPERATED);
        assertThat(browser.takeTroubles()).isEmpty();
    }

    /** As the runbook says: the stage in which something failed, the deal by its id, what failed there. */
    private void findTheIncident() {
        link("Processes").click();
        link("Discovery").click();
        page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(deal.id()))
                .locator("a")
                .first()
                .click();
        assertThat(page.getByText("Business Key:")).isVisible();
        link("Incidents").click();
    }

    private Locator link(String name) {
        return page.getByText(name, new Page.GetByTextOptions().setExact(true))
                .and(page.locator("a"))
                .first();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private void signIn() {
        page.navigate(address("/login"));
        page.getByLabel("User").fill("ops1");
        page.getByLabel("Password").fill("demo");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Your work")).isVisible();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private void deploy(String table) {
        var alone = repository.createDeployment().name("Exit criteria alone").addString("exit-criteria.dmn", table);
        deployments.add(Unverified.deploy(engine, alone).getId());
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("bpmn/exit-criteria.dmn").getContentAsString(StandardCharsets.UTF_8);
    }
}
