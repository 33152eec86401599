package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;

/** Tasklist, as far as a rep needs it: the conversations owed, and the processes to start. */
final class TasklistPage {

    /** Longer than Tasklist waits before it looks for new tasks by itself. */
    private static final long A_WHILE_MS = 15_000;

    private final Page page;

    private TasklistPage(Page page) {
        this.page = page;
    }

    /** Signs in from the first page and goes on to Tasklist. */
    static TasklistPage signIn(Page page, String address, String user, String password) {
        page.navigate(address);
        link(page, "Sign in").click();
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(password);
        button(page, "Sign in").click();
        page.getByText("Your conversations").click();
        page.waitForURL("**/tasklist/default/**");
        assertThat(page.getByText("My conversations")).isVisible();
        return new TasklistPage(page);
    }

    /** Opens the start form of a process. */
    void chooseProcess(String name) {
        page.getByText("New", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByText(name, new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".modal-dialog .fjs-container")).isVisible();
    }

    /** Fills in a field of the start form. */
    void fillIn(String label, String text) {
        field(label).fill(text);
    }

    /** A field of the start form. */
    Locator field(String label) {
        return page.locator(".modal-dialog")
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    /** Submits the start form. */
    void start() {
        button(page, "Submit").click();
        assertThat(page.locator(".modal-dialog")).isHidden();
    }

    /** A conversation's card in the list. */
    Locator card(String conversation) {
        return page.locator("ol.tasks-list").getByText(conversation);
    }

    /** Lets time pass until the list looks for new tasks; a rep does nothing for it. */
    void await(String conversation) {
        page.clock().fastForward(A_WHILE_MS);
        assertThat(card(conversation)).isVisible();
    }

    /** Opens a conversation's form. */
    ConversationFormPage open(String conversation) {
        choose(conversation);
        var form = new ConversationFormPage(page, conversation);
        assertThat(page.locator(".task-details")).containsText(conversation);
        form.expectPlan();
        return form;
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Chooses a card; again where Tasklist was still busy with what went before, and shows nothing. */
    private void choose(String conversation) {
        card(conversation).click();
        try {
            page.locator(".task-details .fjs-container").waitFor(new Locator.WaitForOptions().setTimeout(A_WHILE_MS));
        } catch (TimeoutError stillBusy) {
            card(conversation).click();
        }
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
