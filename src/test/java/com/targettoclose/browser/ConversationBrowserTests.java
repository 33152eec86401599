package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of what a rep wrote: when the form is left, when it is refused, and when somebody else was first. */
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationBrowserTests {

    private static final String EARN = "UserTask_EarnTheMeeting";
    private static final String CARD = "Earn the meeting · Northwind Traders";
    private static final String ADA = "Ada Brook, head of returns";
    private static final String FIT = "Can you say why you may be a fit for this client?";
    private static final String TIME = "Has the client agreed to meet you?";
    private static final String SAID = "They plan the season with spreadsheets and lose days";
    private static final String DRAFTS =
            "() => Object.keys(localStorage).filter(it => it.startsWith('camunda-form')).length";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    private Browser browser;
    private Page page;

    @BeforeEach
    void comeAnew() {
        if (browser == null) {
            browser = Browser.open();
            page = browser.page();
        }
        browser.signOut();
        browser.takeTroubles();
    }

    @AfterEach
    void nothingElseWentWrong() {
        assertThat(browser.takeTroubles()).allMatch(it -> it.matches("(?s).*\\b(422|409)\\b.*/submit-form.*"));
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whatWasWrittenIsThereAgainHoweverTheFormWasLeft() {
        var tasklist = signIn("dora");
        tasklist.open(CARD).met(ADA, TestClock.TODAY).answer(FIT, "Yes", SAID);
        page.getByText("Waiting for the client").first().click();
        assertThat(page.locator("ol.tasks-list li")).hasCount(0);
        page.getByText("My conversations").click();
        var form = tasklist.open(CARD);
        assertThat(words(form)).hasValue(SAID);
        words(form).fill("Their planner told us so at length");
        page.reload();
        form = tasklist.open(CARD);
        assertThat(words(form)).hasValue("Their planner told us so at length");
        assertThat(form.form().getByLabel("Who did you talk to at the client?")).hasValue(ADA);
        assertThat(form.complete().status()).isEqualTo(204);
        assertThat(tasklist.card(CARD)).hasCount(0);
        assertThat(page.evaluate(DRAFTS)).isEqualTo(0);
    }

    @Test
    void whatIsWrongIsSaidAtItsQuestionAndNothingIsLost() {
        var form = signIn("edda").open(CARD).met(ADA, TestClock.TODAY.plusDays(1));
        form.answer(FIT, "Yes", "<yes>").answer(TIME, "Yes", "");
        assertThat(form.complete().status()).isEqualTo(422);
        var faults = form.form().locator(".t2c-fault");
        assertThat(faults).hasCount(3);
        assertThat(faults.first()).isInViewport();
        assertThat(at(form, "When?").locator(".t2c-fault")).containsText("has not come yet");
        assertThat(at(form, "When?")).isFocused();
        assertThat(faults.nth(1)).containsText("four words or more");
        assertThat(faults.nth(2)).containsText("write down what the client said");
        browser.picture("faults-at-their-questions");
        assertThat(form.readRefusal()).hasSize(3);
        assertThat(words(form)).hasValue("<yes>");
        words(form).fill(SAID);
        assertThat(faults).hasCount(2);
    }

    @Test
    void whoComesSecondHearsWhoWasFirstAndWhen() {
        var deal = open("fanny");
        var form = signInAs("fanny").open(CARD).met(ADA, TestClock.TODAY).answer(FIT, "Yes", SAID);
        deal.gain(EARN);
        assertThat(form.complete().status()).isEqualTo(409);
        browser.picture("somebody-was-first");
        assertThat(String.join(" ", form.readRefusal()))
                .contains("This conversation was completed already, by fanny on " + TestClock.TODAY + " at ")
                .contains("Open your task list again");
    }

    private TasklistPage signIn(String rep) {
        open(rep);
        return signInAs(rep);
    }

    private Deal open(String rep) {
        return deals.open("50000", "new-business", rep);
    }

    private TasklistPage signInAs(String rep) {
        var tasklist = TasklistPage.signIn(page, "http://127.0.0.1:" + port + "/", rep, "Only4Tests-" + rep);
        browser.letTimePass();
        return tasklist;
    }

    private static Locator words(ConversationFormPage form) {
        return form.form().getByLabel("What did they say, in their words?").first();
    }

    private static Locator at(ConversationFormPage form, String question) {
        return form.form().locator(".fjs-form-field-datetime").filter(new Locator.FilterOptions().setHasText(question));
    }
}
