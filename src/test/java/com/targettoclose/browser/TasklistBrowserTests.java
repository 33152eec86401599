package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A rep brings a deal from target to close in Tasklist, with nothing but what is to be seen there. */
@OnH2
class TasklistBrowserTests {

    private static final String REP = "bella";
    private static final String PASSWORD = "Only4Tests-" + REP;
    private static final String CLIENT = "Harbour Tools";
    private static final String ADA = "Ada Brook, head of returns";

    /** The last is the one that it is filled in at. */
    /** Tables of a form are wider than a phone, and scroll there. */
    private static final int PHONE = 390;

    private static final List<Integer> WIDTHS = List.of(PHONE, 1024, 1440);

    private static final int HEIGHT = 1800;

    private static final String FIT = "Can you say why you may be a fit for this client?";
    private static final String VALUE = "Do you know what the client gains from meeting you?";
    private static final String TIME = "Has the client agreed to meet you?";
    private static final String EXPLORE = "Has the client agreed to share information with you?";
    private static final String DECIDE = "Has the client decided for you and signed?";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    Jobs jobs;

    private Browser browser;
    private TasklistPage tasklist;
    private String opportunity;

    @BeforeEach
    void openTheBrowser() {
        browser = Browser.open();
        deals.user(REP);
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.picture("the-end");
            var troubles = browser.troubles();
            browser.close();
            assertThat(troubles)
                    .as("nothing goes wrong behind the page but what was refused on purpose")
                    .allMatch(trouble -> trouble.contains("422") && trouble.contains("/submit-form"));
        }
    }

    @Test
    void aRepBringsADealFromTargetToCloseInTasklist() {
        signIn();
        openAnOpportunity();
        isRefusedWithEveryFaultAtOnceAndMendsThem();
        hearsNotYetAndComesBack();
        List.of(
                        "Establish why change, why now",
                        "Collaborate on the solution",
                        "Build consensus",
                        "Agree the investment",
                        "Review the draft",
                        "Resolve concerns")
                .forEach(this::hold);
        asksForTheDecisionAndWins();
        hold("Start and realise the value");
        assertThat(deal().path("openConversations")).isEmpty();
        assertThat(deal().path("adherence").asDouble()).isEqualTo(1.0);
    }

    private void signIn() {
        tasklist = TasklistPage.signIn(browser.page(), "http://127.0.0.1:" + port + "/", REP, PASSWORD);
        browser.letTimePass();
        browser.picture("signed-in");
    }

    private void openAnOpportunity() {
        tasklist.chooseProcess("Open an opportunity");
        tasklist.fillIn("Client", CLIENT);
        tasklist.fillIn("Who do you talk to there?", ADA);
        tasklist.fillIn("What could the deal be worth?", "50000");
        tasklist.fillIn("Why this client, why now?", "Returns take them nine days, and their season starts in May.");
        browser.picture("opening");
        tasklist.start();
        opportunity =
                read("/api/opportunities").path("content").get(0).path("id").asText();
        jobs.run(opportunity);
        tasklist.await(conversation("Earn the meeting"));
        browser.picture("opened");
    }

    private void isRefusedWithEveryFaultAtOnceAndMendsThem() {
        var form = tasklist.open(conversation("Earn the meeting"));
        browser.picture("earn-the-meeting");
        form.met(ADA, TestClock.TODAY.plusDays(3))
                .answer(FIT, "Yes", "<yes>")
                .answer(VALUE, "Yes", "")
                .answer(TIME, "Yes", "Tuesday at ten works, she brings her planner")
                .proof(TIME, "They accepted a calendar invitation");
        assertThat(form.complete().status()).isEqualTo(422);
        browser.picture("refused");
        var refusal = form.readRefusal();
        assertThat(refusal).hasSize(4);
        assertThat(String.join("\n", refusal))
                .contains("2026-03-05 has not come yet", "'<yes>' is too little", "write down what the client said")
                .contains("add the link where the proof can be seen")
                .doesNotContain("ENGINE-", "Cannot submit task form", "Exception")
                .doesNotContainPattern("\\p{XDigit}{8}-\\p{XDigit}{4}")
                .doesNotContain("heldOn");
        form.met(ADA, TestClock.TODAY)
                .answer(FIT, "Yes", "They plan the season with spreadsheets and lose days")
                .answer(VALUE, "Yes", "She wants to hear how others got returns under three days")
                .link(TIME, "https://calendar.example.com/tuesday");
        complete(form, "earn-the-meeting-mended");
    }

    private void hearsNotYetAndComesBack() {
        tasklist.await(conversation("Establish why change, why now"));
        var other = open("UserTask_EstablishWhyChangeWhyNow");
        var form = tasklist.open(conversation("Explore the need to change"));
        form.met(ADA, TestClock.TODAY)
                .answerAllWithYes()
                .answer(EXPLORE, "Not yet", "She asks her board before she shares any numbers");
        complete(form, "explore-not-yet");
        tasklist.await(conversation("Explore the need to change"));
        assertThat(open("UserTask_EstablishWhyChangeWhyNow").equals(other)).isTrue();
        var again = tasklist.open(conversation("Explore the need to change"));
        assertThat(again.form()).containsText("Held once before.");
        assertThat(again.questions()).containsExactly(EXPLORE);
        browser.picture("explore-once-more");
        again.met(ADA, TestClock.TODAY).answerAllWithYes();
        complete(again, "explore-gained");
    }

    private void asksForTheDecisionAndWins() {
        tasklist.await(conversation("Ask for the decision"));
        var form = tasklist.open(conversation("Ask for the decision"));
        form.met(ADA, TestClock.TODAY)
                .answerAllWithYes()
                .proof(DECIDE, "They signed")
                .link(DECIDE, "https://sign.example.com/order-4711");
        complete(form, "signed");
        assertThat(deal().path("status").asText()).isEqualTo("won");
        tasklist.await(conversation("Start and realise the value"));
        browser.picture("won");
    }

    /** Holds a conversation in which everything is gained. */
    private void hold(String name) {
        tasklist.await(conversation(name));
        var form = tasklist.open(conversation(name));
        form.met(ADA, TestClock.TODAY).answerAllWithYes();
        complete(form, name.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"));
    }

    /** Completes a form; the gates run. */
    private void complete(ConversationFormPage form, String picture) {
        WIDTHS.forEach(width -> look(picture, width));
        var answer = form.complete();
        assertThat(answer.status()).as(() -> answer.ok() ? "" : answer.text()).isEqualTo(204);
        assertThat(browser.page().locator(".page-notifications").getByText("Recorded."))
                .not()
                .hasCount(0);
        assertThat(tasklist.card(form.conversation())).hasCount(0);
        jobs.run(opportunity);
    }

    private void look(String what, int width) {
        browser.page().setViewportSize(width, HEIGHT);
        if (width > PHONE) {
            new Screen(browser.page()).showsWholeSentences(what + " at " + width);
        }
        browser.picture(what + "-" + width);
    }

    private static String conversation(String name) {
        return name + " · " + CLIENT;
    }

    private JsonNode deal() {
        return read("/api/opportunities/" + opportunity);
    }

    private JsonNode read(String path) {
        return new Http(port, REP, PASSWORD).get(path).body();
    }

    /** The open conversation of a user task, as the API tells it. */
    private JsonNode open(String key) {
        return StreamSupport.stream(deal().path("openConversations").spliterator(), false)
                .filter(open -> open.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
