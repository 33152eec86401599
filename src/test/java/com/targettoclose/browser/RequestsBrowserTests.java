package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.requests.ProposeChange;
import com.targettoclose.process.requests.ProposeChange.RawProposal;
import com.targettoclose.process.requests.StalledDeals;
import com.targettoclose.process.reviews.Reviews;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import com.targettoclose.testing.Weeks;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What one asks in Tasklist and somebody else answers there, as both see it, on a wide and on a narrow screen. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsBrowserTests {

    private static final List<Integer> WIDTHS = List.of(1440, 1024);

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    TestClock clock;

    @Autowired
    SalesTeams teams;

    @Autowired
    StalledDeals stalledDeals;

    @Autowired
    Reviews reviews;

    @Autowired
    ProposeChange proposeChange;

    @Autowired
    IdentityService identities;

    @Autowired
    TransactionTemplate transactions;

    private Browser browser;
    private Screen screen;

    @BeforeEach
    void comeAnew() {
        if (browser == null) {
            browser = Browser.open();
            screen = new Screen(browser.page());
        }
        browser.page().navigate("about:blank");
        browser.takeTroubles();
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aManagerCoachesADealThatStalled() {
        join("coach-manager", Group.MANAGER);
        var deal = deals.open("50000", "new-business", "coach-rep").reach("discovery");
        transactions.executeWithoutResult(tx -> teams.keep("coach-rep", "coach-manager"));
        clock.advance(Period.ofDays(60));
        while (stalledDeals.find()) {
            assertThat(deal.openConversations()).isNotEmpty();
        }
        var asked = open("coach-manager", "Deals to coach", "Coach the deal");
        assertThat(asked).containsText("Nothing was heard from the client since 2026-03-02");
        assertThat(asked).containsText("What is owed, and what has been tried");
        look("coach-the-deal");
        asked.getByText("Advice: there is something to try").click();
        asked.locator("textarea").fill("Ask their plant manager what a day of standstill costs");
        asked.locator("textarea").blur();
        complete();
        assertThat(deal.history().newest(EntryKind.COACHED)).isPresent();

        var told = open("coach-rep", "My conversations", "Take the advice");
        assertThat(told).containsText("coach-manager Test has advice");
        assertThat(told).containsText("Ask their plant manager what a day of standstill costs");
        look("take-the-advice");
        complete();
        assertThat(card("Take the advice")).hasCount(0);
    }

    @Test
    void aProcessOwnerAnswersAProposal() {
        join("fate-owner", Group.PROCESS_OWNER);
        var deal = deals.open("50000", "new-business", "fate-rep");
        var proposal = new RawProposal(
                List.of(deal.id()), "Nobody writes an agenda before the first visit", "Ask for three questions");
        proposeChange.propose(proposal, new Actor("fate-rep", Set.of(Group.REP.id())));
        var asked = open("fate-owner", "Proposals to answer", "Answer the proposal");
        assertThat(asked).containsText("fate-rep Test proposes a change");
        assertThat(asked).containsText("Northwind Traders");
        browser.page().getByText("Take it on").click();
        var form = browser.page().locator(".task-details .fjs-container");
        form.getByText("Taken up: I change the process").click();
        form.locator("textarea").fill("The next edition asks for three questions instead");
        form.locator("textarea").blur();
        look("answer-the-proposal");
        complete();
        assertThat(deal.history().newest(EntryKind.CHANGE_ANSWERED)).isPresent();

        var told = open("fate-rep", "My conversations", "Take note of the answer");
        assertThat(told).containsText("The next edition asks for three questions instead");
        look("proposal-answered");
        complete();
    }

    @Test
    void aManagerTalksThroughWhatOneConversationBrought() {
        join("through-manager", Group.MANAGER);
        var deal = deals.open("50000", "new-business", "through-rep");
        transactions.executeWithoutResult(tx -> teams.keep("through-rep", "through-manager"));
        var items = Map.of(
                        "time", "Come to our plant on Tuesday at nine",
                        "explore", "You get the calendar of last quarter by Friday",
                        "collaborate", "Our two planners work on it with you",
                        "review", "Show us the draft in the second week of March")
                .entrySet()
                .stream()
                .map(it -> Map.of("item", it.getKey(), "state", "gained", "words", it.getValue()))
                .toList();
        var recorded = new Http(port, "through-rep", "Only4Tests-through-rep")
                .post(
                        "/api/opportunities/" + deal.id() + "/conversations",
                        Map.of(
                                "contact",
                                "Ada Brook",
                                "heldOn",
                                clock.today().toString(),
                                "channel",
                                "meeting",
                                "items",
                                items));
        assertThat(recorded.status()).as(recorded.body().toString()).isLessThan(300);
        deal.settle();
        var asked = open("through-manager", "Deals to coach", "Talk it through");
        assertThat(asked).containsText("through-rep Test recorded 4 points of this deal from one conversation");
        assertThat(asked).containsText("Our two planners work on it with you");
        look("talk-it-through");
        complete();
        assertThat(card("Talk it through")).hasCount(0);
    }

    @Test
    void aManagerHoldsTheReviewOfTheTeam() {
        join("review-manager", Group.MANAGER);
        deals.open("50000", "new-business", "review-rep").reach("discovery");
        deals.open("9000", "new-business", "review-rep");
        transactions.executeWithoutResult(tx -> teams.keep("review-rep", "review-manager"));
        Weeks.begin(clock);
        reviews.open();
        var asked = open("review-manager", "Team reviews", "Hold the process review");
        assertThat(asked).containsText("Does the process work for your team?");
        assertThat(asked).containsText("Northwind Traders");
        look("hold-the-review");
        asked.getByText("Change: the process owner is asked to change it").click();
        asked.locator("textarea").fill("Small deals lose two weeks over the agenda that nobody reads");
        asked.locator("textarea").blur();
        complete();

        join("review-owner", Group.PROCESS_OWNER);
        var told = open("review-owner", "Process reviews", "Take up the change");
        assertThat(told).containsText("review-manager Test asks you to change the process");
        look("take-up-the-change");
    }

    /** Signs somebody in, opens one of their lists and the first card of this name in it. */
    private Locator open(String user, String list, String task) {
        var page = browser.page();
        browser.signOut();
        page.setViewportSize(WIDTHS.get(0), 900);
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill("Only4Tests-" + user);
        TasklistPage.button(page, "Sign in").click();
        page.locator("ul.doors a[href*=tasklist]").first().click();
        page.locator(".task-filters").getByText(list).first().click();
        card(task).first().click();
        assertThat(page.locator(".task-details .fjs-container")).isVisible();
        return page.locator(".task-details .fjs-container");
    }

    private Locator card(String task) {
        return browser.page().locator("ol.tasks-list").getByText(task);
    }

    private void look(String what) {
        screen.isReadable(what);
        screen.speaksPlainly(what);
        for (int width : WIDTHS) {
            browser.page().setViewportSize(width, 900);
            browser.picture(what + "-" + width);
        }
        browser.page().setViewportSize(WIDTHS.get(0), 900);
    }

    private void complete() {
        var answer = browser.page()
                .waitForResponse(
                        "**/submit-form",
                        () -> TasklistPage.button(browser.page(), "Record").click());
        assertThat(answer.ok()).as(answer.statusText()).isTrue();
        assertThat(browser.takeTroubles()).isEmpty();
    }

    private void join(String user, Group group) {
        deals.user(user);
        identities.deleteMembership(user, Group.REP.id());
        identities.createMembership(user, group.id());
    }
}
