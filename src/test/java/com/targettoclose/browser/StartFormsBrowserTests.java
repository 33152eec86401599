package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever a rep starts in Tasklist, from its start form to what came of it, by keyboard, on a wide and on a narrow screen. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartFormsBrowserTests {

    private static final String DEAL = "Which opportunity?";
    private static final String CLIENT = "Northwind Traders";
    private static final String WORDS = "What did they say, in their words?";
    private static final int WIDE = 1440;
    private static final int NARROW = 1024;
    private static final int MOST_TRIES = 5;
    private static final List<String> DATES =
            List.of("Until when does it count?", "By when shall the client have given it");

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    SalesTeams teams;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    IdentityService identities;

    @Autowired
    TaskService tasks;

    private Browser browser;
    private Screen screen;

    @BeforeEach
    void comeAnew() {
        if (browser == null) {
            browser = Browser.open();
            screen = new Screen(browser.page());
        }
        browser.signOut();
        browser.takeTroubles();
    }

    @AfterEach
    void nothingElseWentWrong() {
        assertThat(browser.takeTroubles()).allMatch(it -> it.contains("422") && it.contains("/submit-form"));
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void opens() {
        deals.user("opal");
        var form = signInAndOpen("opal", NARROW, "Open an opportunity");
        form.write("Client", CLIENT)
                .write("Who do you talk to there?", "Ada Brook")
                .write("What could the deal be worth?", "50000")
                .write("Currency", "EUR")
                .write("Why this client, why now?", "They open a second plant in March");
        send(form, "open");
        var opened = new Http(port, "opal", "Only4Tests-opal")
                .get("/api/opportunities")
                .body()
                .path("content");
        assertThat(opened).singleElement().satisfies(it -> {
            assertThat(it.path("account").asText()).isEqualTo(CLIENT);
            assertThat(it.path("value").asInt()).isEqualTo(50_000);
        });
    }

    @Test
    void recordsAConversationOfTheirOwn() {
        var deal = deal("rosa").reach("discovery");
        var form = signInAndOpen("rosa", NARROW, "Record a conversation");
        form.choose(DEAL, CLIENT)
                .write("Who did you talk to at the client?", "Ada Brook")
                .on("When?", TestClock.TODAY)
                .mark("Call")
                .choose("What did you gain?", "We know the problem")
                .write(WORDS, "We close the books eight days late");
        send(form, "record");
        assertThat(gained(deal, "problem-known")).isTrue();
    }

    @Test
    void reportsASetbackAfterItWasRefusedWithEveryFaultAtItsQuestion() {
        var deal = deal("sally").reach("discovery");
        var form = signInAndOpen("sally", WIDE, "Report a setback");
        form.choose(DEAL, CLIENT)
                .choose("What did the client take back?", "The client will meet us")
                .write("Who said so?", "Ada Brook")
                .on("When?", TestClock.TODAY.plusDays(2))
                .write(WORDS, "no");
        form.submitInVain();
        assertThat(form.field("When?").locator(".t2c-fault")).containsText("has not come yet");
        assertThat(form.field(WORDS).locator(".t2c-fault")).containsText("four words or more");
        assertThat(form.field("When?")).isFocused();
        screen.isReadable("a refused setback");
        browser.picture("start-setback-refused");
        form.on("When?", TestClock.TODAY).write(WORDS, "The board stopped all new projects until June");
        assertThat(form.dialog().locator(".t2c-fault")).hasCount(0);
        send(form, "setback");
        deal.settle();
        assertThat(deal.stage()).isEqualTo("target");
    }

    @Test
    void asksForAWaiverThatTheirManagerGrants() {
        var deal = deal("wilma").reach("discovery");
        deals.user("mirja");
        identities.createMembership("mirja", Group.MANAGER.id());
        transactions.executeWithoutResult(tx -> teams.keep("wilma", "mirja"));
        var form = signInAndOpen("wilma", NARROW, "Ask for a waiver");
        form.choose(DEAL, CLIENT)
                .mark("We agreed with the client what we examine together")
                .write("Why?", "Their lawyer is away until May, and purchasing vouches for it");
        send(form, "waiver");
        decide();
        deal.settle();
        assertThat(deal.history().holdings().get("agenda-agreed").waivedOn(TestClock.TODAY))
                .isTrue();
    }

    private void decide() {
        var page = browser.page();
        browser.signOut();
        TasklistPage.signIn(page, address(), "mirja", "Only4Tests-mirja");
        browser.letTimePass();
        page.getByText("Waivers to decide").click();
        page.locator("ol.tasks-list li a").first().click();
        var form = page.locator(".task-details .fjs-container");
        assertThat(form).containsText("Their lawyer is away until May");
        TasklistPage.button(page, "Record").click();
        assertThat(page.locator(".page-notifications .alert-danger")).containsText("Each is marked.");
        assertThat(form).containsText("Field is required.");
        page.locator(".page-notifications .close:visible").click();
        form.getByText("Grant: the deal may go on").click();
        form.locator("textarea").fill("Ask purchasing for it in writing before the draft.");
        form.locator("textarea").blur();
        for (int tries = 0; tries < MOST_TRIES && !readyToRecord(form); tries++) {
            DATES.forEach(label -> {
                assertThat(form.getByLabel(label)).hasClass(Pattern.compile("flatpickr-input"));
                form.getByLabel(label).fill("03/20/2026");
                form.getByLabel(label).press("Enter");
            });
            Browser.letItListen(page);
        }
        assertThat(readyToRecord(form)).as("both dates stay").isTrue();
        screen.isReadable("a waiver to decide");
        browser.picture("waiver-to-decide");
        var answer = page.waitForResponse(
                "**/submit-form", () -> TasklistPage.button(page, "Record").click());
        assertThat(answer.ok()).as(answer.statusText()).isTrue();
        assertThat(page.locator("ol.tasks-list li")).hasCount(0);
    }

    /** A calendar that was shown a moment ago may empty its field once more. */
    private static boolean readyToRecord(Locator form) {
        return DATES.stream()
                        .noneMatch(label -> form.getByLabel(label).inputValue().isEmpty())
                && TasklistPage.button(form.page(), "Record").isEnabled();
    }

    @Test
    void changesTheTerms() {
        var deal = deal("tilda");
        var form = signInAndOpen("tilda", WIDE, "Change the terms");
        form.choose(DEAL, CLIENT)
                .write("What could the deal be worth now?", "5000")
                .write("Currency", "USD")
                .write("What did the client say about it?", "We start with one plant");
        send(form, "terms");
        assertThat(deal.opportunity().terms().value()).isEqualByComparingTo("5000");
    }

    @Test
    void closesADealAndReopensIt() {
        var deal = deal("clara");
        var form = signInAndOpen("clara", NARROW, "Close an opportunity");
        form.choose(DEAL, CLIENT)
                .mark("No decision: the client decides nothing")
                .choose("What was the reason?", "")
                .write("What happened", "The group stopped every purchase of this year");
        send(form, "close");
        assertThat(deal.status()).isEqualTo(Status.NO_DECISION);
        var again = StartFormPage.open(browser.page(), "Reopen an opportunity");
        again.choose(DEAL, CLIENT).write("Why does it go on?", "Their new plant manager called");
        send(again, "reopen");
        assertThat(deal.status()).isEqualTo(Status.OPEN);
    }

    @Test
    void handsADealOver() {
        var deal = deal("hedda");
        deals.user("heidi");
        var form = signInAndOpen("hedda", WIDE, "Hand over");
        form.choose("Which opportunities?", CLIENT)
                .choose("To whom?", "heidi")
                .write("What should they know?", "Ruth decides alone, call before nine");
        send(form, "hand-over");
        assertThat(deal.opportunity().owner()).isEqualTo("heidi");
    }

    @Test
    void proposesAChange() {
        deal("pelle");
        var form = signInAndOpen("pelle", NARROW, "Propose a change");
        form.choose("Which deals show it?", CLIENT)
                .write("Where does the process not fit", "Nobody at a small plant writes an agenda");
        send(form, "propose");
        assertThat(tasks.createTaskQuery()
                        .taskCandidateGroup(Group.PROCESS_OWNER.id())
                        .count())
                .isPositive();
    }

    private Deal deal(String owner) {
        return deals.open("50000", "new-business", owner);
    }

    private StartFormPage signInAndOpen(String user, int width, String name) {
        browser.page().setViewportSize(width, width == WIDE ? 900 : 768);
        TasklistPage.signIn(browser.page(), address(), user, "Only4Tests-" + user);
        browser.letTimePass();
        return StartFormPage.open(browser.page(), name);
    }

    private void send(StartFormPage form, String what) {
        screen.isReadable(what);
        screen.isWideEnough(what);
        screen.showsWholeSentences(what);
        assertThat(form.dialog().getByText("Submit")).isInViewport();
        screen.speaksPlainly(what);
        browser.picture("start-" + what);
        form.submit();
    }

    private String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    private static boolean gained(Deal deal, String item) {
        return deal.history().holdings().get(item).gained();
    }
}
