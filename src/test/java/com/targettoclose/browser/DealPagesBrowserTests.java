package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Deals as pages, as a rep, a manager and a client use them: at a desk, on a phone, by keyboard, on paper. */
@OnH2
@ActiveProfiles("sample")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DealPagesBrowserTests {

    private static final String PASSWORD = "demo";
    private static final String EARN = "UserTask_EarnTheMeeting";
    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    /** Asks the checker without letting it load the style sheets anew, which our pages forbid. */
    private static final String FINDINGS = """
            () => axe.run(document, { preload: false, resultTypes: ['violations'] }).then(results =>
                results.violations
                    .filter(it => ['serious', 'critical'].includes(it.impact))
                    .map(it => it.id + ': ' + it.help + ' ' + it.nodes.map(node => node.html).slice(0, 5)))""";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    private Browser browser;
    private Deal deal;

    @BeforeEach
    void comeAnew() {
        deal = deals.open("50000", "new-business", "rep1").gain(EARN);
        if (browser == null) {
            browser = Browser.open();
        }
        browser.signOut();
        browser.page().setViewportSize(DESK, 900);
        browser.takeTroubles();
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aRepFindsADealReadsItAndDoesSomethingWithItByKeyboard() {
        var page = signIn("rep1");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Opportunities").setExact(true))
                .click();
        page.getByLabel("Client or id").fill(deal.id());
        page.keyboard().press("Enter");
        assertThat(page.getByText("1 to 1 of 1")).isVisible();
        fits("list", "opportunities");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Northwind Traders"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("stands here, 0 of 6 points")).isVisible();
        fits("deal", "opportunity");
        browser.pictureForDocs("deal");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Report a setback"))
                .focus();
        page.keyboard().press("Enter");
        page.getByLabel("What did the client take back?").selectOption("time");
        page.getByLabel("What did they say, in their words?").focus();
        page.keyboard().type("We cannot meet before the summer");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report"))
                .press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Please fill in");
        assertThat(page.getByLabel("What did they say, in their words?")).hasValue("We cannot meet before the summer");
        fits("act, refused", "act-refused");
        assertThat(browser.takeTroubles()).allMatch(trouble -> trouble.contains("422"));
        page.getByLabel("Who said so?").fill("Dana Whitfield");
        page.getByLabel("When?").fill(TestClock.TODAY.toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report"))
                .press("Enter");
        assertThat(page.getByText("The setback is recorded.")).isVisible();
        assertThat(page.locator(".story").getByText("We cannot meet before the summer"))
                .isVisible();
        assertThat(browser.takeTroubles()).isEmpty();
    }

    @Test
    void aConversationOfOnesOwnAsksForMoreOnlyOfWhatCameUp() {
        var page = signIn("rep1");
        page.navigate(address("/opportunities/" + deal.id() + "/acts/conversation"));
        var point = page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName("We know the problem the client has"));
        assertThat(point.getByLabel("What did they say, in their words?")).isHidden();
        point.getByLabel("Did the client give this?").selectOption("gained");
        assertThat(point.getByLabel("What did they say, in their words?")).isVisible();
        fits("conversation of one's own", "act-conversation");
        assertThat(browser.takeTroubles()).isEmpty();
    }

    @Test
    void aCallIsPlannedAndPrintedAndThePlanStandsInTheForm() {
        var page = signIn("rep1");
        page.navigate(address("/opportunities/" + deal.id() + "/planner/" + EXPLORE));
        page.getByLabel("Questions to ask").fill("Who else loses sleep over the returns?");
        page.getByLabel("If they do not agree").fill("A call with their plant manager");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep it"))
                .click();
        assertThat(page.getByText("It is kept")).isVisible();
        fits("planner", "planner");
        browser.pictureForDocs("planner");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".paper").first()).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep it")))
                .isHidden();
        browser.picture("planner-printed");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.navigate(address(
                "/camunda/app/tasklist/default/#/?task=" + deal.task(EXPLORE).getId()));
        var form = page.locator(".fjs-container");
        assertThat(form.getByText("Who else loses sleep over the returns?")).isVisible();
        assertThat(form.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Plan and print this call")))
                .hasAttribute("href", Pattern.compile(".*/opportunities/" + deal.id() + "/planner/" + EXPLORE));
        assertThat(form.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("See the whole deal")))
                .isVisible();
        browser.picture("planned-in-the-form");
    }

    @Test
    void aClientConfirmsOnAPhoneAndTheManagerReadsWhatItCorrected() {
        var page = signIn("rep1");
        page.navigate(address("/opportunities/" + deal.id()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a link"))
                .first()
                .click();
        var link = page.getByLabel("The link to send").first().inputValue();
        fits("deal with a link", "recap-made");
        assertThat(browser.takeTroubles()).isEmpty();

        browser.signOut();
        page.setViewportSize(PHONE, 844);
        page.navigate(link);
        assertThat(page.getByText("Did we understand you?")).isVisible();
        readable("recap");
        nothingStandsOut();
        browser.picture("recap-on-a-phone");
        browser.pictureForDocs("recap");
        var points = page.locator("fieldset.point");
        for (int i = 0; i < points.count(); i++) {
            points.nth(i).getByLabel("That is right").check();
        }
        var last = points.last();
        assertThat(last.getByLabel("What is not right?")).isHidden();
        last.getByLabel("Not quite").check();
        last.getByLabel("What is not right?").fill("We said Friday, not Thursday");
        page.getByLabel("Your name").fill("Dana Whitfield");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send my answer"))
                .click();
        assertThat(page.getByText("Thank you")).isVisible();
        readable("recap answered");
        browser.picture("recap-answered");
        assertThat(page.context().cookies()).isEmpty();
        page.navigate(link.substring(0, link.length() - 4) + "AAAA");
        assertThat(page.getByText("This link opens nothing")).isVisible();
        assertThat(browser.takeTroubles()).allMatch(trouble -> trouble.contains("404"));

        page.setViewportSize(DESK, 900);
        signIn("manager1");
        page.navigate(address("/opportunities/" + deal.id()));
        assertThat(page.getByText("is not right as it was recorded")).isVisible();
        assertThat(page.getByText("We said Friday, not Thursday").first()).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Check what was recorded"))
                .click();
        readable("check");
        browser.picture("manager-checks");
        assertThat(browser.takeTroubles()).isEmpty();
    }

    private Page signIn(String user) {
        var page = browser.page();
        page.navigate(address("/login"));
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByText("Your work")).isVisible();
        return page;
    }

    /** Readable at a desk and on a phone, and nothing stands out of the screen; a picture of both. */
    private void fits(String what, String picture) {
        for (int width : List.of(PHONE, DESK)) {
            browser.page().setViewportSize(width, 900);
            readable(what + " at " + width);
            nothingStandsOut();
            browser.picture(picture + "-" + width);
        }
    }

    private void nothingStandsOut() {
        var wider =
                browser.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(wider).as("stands out of the screen").isEqualTo(false);
    }

    /** No serious or critical finding of the accessibility checker. */
    private void readable(String what) {
        browser.page().evaluate(AxeBuilder.getAxeScript());
        assertThat(browser.page().evaluate(FINDINGS)).as(what).isEqualTo(List.of());
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
