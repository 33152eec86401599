package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A start form in Tasklist, filled in by somebody who uses nothing but the keyboard. */
final class StartFormPage {

    private static final int MOST_STOPS = 40;
    private static final int MOST_TRIES = 5;
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    private static final String FOCUSED = """
            () => {
              const it = document.activeElement;
              const label = it.labels && it.labels.length ? it.labels[0] : it;
              return label === document.body ? '' : label.innerText.trim();
            }""";

    /** Whether the field that has the focus holds an answer with these words in it, and no longer offers any. */
    private static final String CHOSEN = """
            part => {
              const field = document.activeElement.closest('.fjs-form-field');
              const tags = [...field.querySelectorAll('.fjs-taglist-tag-label')].map(it => it.innerText);
              const answers = tags.length ? tags : [document.activeElement.value];
              return field.querySelector('.fjs-dropdownlist-item') === null
                  && answers.some(it => it && it.includes(part));
            }""";

    private final Page page;
    private final Locator dialog;

    private StartFormPage(Page page) {
        this.page = page;
        this.dialog = page.locator(".modal-dialog");
    }

    /** Opens it with the keys that the help names. */
    static StartFormPage open(Page page, String name) {
        var form = new StartFormPage(page);
        page.keyboard().press("Control+Alt+p");
        assertThat(form.dialog.getByText(name, new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        page.waitForFunction("() => document.activeElement.closest('ul.processes') !== null");
        if (!form.focused().equals(name)) {
            form.tabTo(name);
        }
        page.keyboard().press("Enter");
        assertThat(form.dialog.locator(".fjs-container")).isVisible();
        Browser.letItListen(page);
        return form;
    }

    /** Goes to a field whose answers are offered, narrows them down and takes the first that is left. */
    StartFormPage choose(String label, String part) {
        tabTo(label);
        for (int tries = 0; tries < MOST_TRIES && !chosen(part); tries++) {
            page.keyboard().press("Control+a");
            page.keyboard().type(part);
            assertThat(dialog.locator(".fjs-dropdownlist-item").first()).containsText(part);
            Browser.letItListen(page);
            page.keyboard().press("Enter");
            Browser.letItListen(page);
        }
        assertThat(chosen(part)).as(label + ": " + part + " is chosen").isTrue();
        return this;
    }

    private boolean chosen(String part) {
        return Boolean.TRUE.equals(page.evaluate(CHOSEN, part));
    }

    /** Goes to a field and writes. */
    StartFormPage write(String label, String text) {
        tabTo(label);
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
        return this;
    }

    /** Goes to a field that asks for a day. */
    StartFormPage on(String label, LocalDate day) {
        write(label, AS_TYPED.format(day));
        page.keyboard().press("Enter");
        return this;
    }

    /** Goes to a choice and marks it. */
    StartFormPage mark(String choice) {
        assertThat(dialog.getByText(choice).first()).isVisible();
        Browser.letItListen(page);
        tabTo(choice);
        page.keyboard().press("Space");
        return this;
    }

    /** Sends it; the dialog closes and says so. */
    void submit() {
        tabToSubmit();
        page.keyboard().press("Enter");
        assertThat(dialog).isHidden();
        assertThat(page.locator(".page-notifications")).containsText("Done.");
    }

    /** Sends what will be refused. */
    StartFormPage submitInVain() {
        tabToSubmit();
        page.keyboard().press("Enter");
        assertThat(dialog.locator(".alert-danger:visible")).containsText("Not done yet");
        return this;
    }

    /** The field with this question, and what is said there. */
    Locator field(String question) {
        return dialog.locator(".fjs-form-field").filter(new Locator.FilterOptions().setHasText(question));
    }

    /** The dialog as a whole. */
    Locator dialog() {
        return dialog;
    }

    /** A form takes a moment to find that its last answer is one; the button may be passed over once until then. */
    private void tabToSubmit() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            assertThat(dialog.locator("button[type=submit]:visible, .btn-primary:visible"))
                    .isEnabled();
            Browser.letItListen(page);
            if (reaches("Submit")) {
                return;
            }
        }
        assertThat(focused()).as("the keyboard reaches it").startsWith("Submit");
    }

    private void tabTo(String label) {
        assertThat(reaches(label))
                .as("the keyboard reaches " + label + ", and not only " + focused())
                .isTrue();
    }

    private boolean reaches(String label) {
        for (int n = 0; n < MOST_STOPS; n++) {
            page.keyboard().press("Tab");
            if (focused().startsWith(label)) {
                return true;
            }
        }
        return false;
    }

    private String focused() {
        return String.valueOf(page.evaluate(FOCUSED));
    }
}
