package com.targettoclose.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/** The form of any conversation in Tasklist, by what a rep reads on it. */
final class ConversationFormPage {

    private static final String CONTACT = "Who did you talk to at the client?";
    private static final String WORDS = "What did they say, in their words?";
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    private final Page page;
    private final String conversation;
    private final Locator form;

    ConversationFormPage(Page page, String conversation) {
        this.page = page;
        this.conversation = conversation;
        this.form = page.locator(".task-details .fjs-container");
    }

    /** Which conversation it is for, as its card says. */
    String conversation() {
        return conversation;
    }

    /** The whole form, plan and questions. */
    Locator form() {
        return form;
    }

    /** Waits until it shows its plan. */
    void expectPlan() {
        assertThat(form).containsText("What it is for");
        assertThat(form).containsText("What the client gets out of it");
        assertThat(form).containsText("Still owed");
    }

    /** Who, when, in a meeting. */
    ConversationFormPage met(String contact, LocalDate on) {
        write(form.getByLabel(CONTACT), contact);
        var when = form.getByLabel("When?");
        when.fill(AS_TYPED.format(on));
        when.press("Enter");
        choice(form, "Meeting").check();
        return this;
    }

    /** The questions it asks, in their order. */
    List<String> questions() {
        return groups().locator(".fjs-form-field-radio > .fjs-form-field-label:first-child")
                .allInnerTexts();
    }

    /** Answers a question: the choice by its label, and what the client said. */
    ConversationFormPage answer(String question, String choice, String words) {
        var group = group(question);
        choice(group, choice).check();
        write(group.getByLabel(WORDS), words);
        return this;
    }

    /** Answers every question with yes, each in words of its own. */
    ConversationFormPage answerAllWithYes() {
        var questions = questions();
        IntStream.range(0, questions.size())
                .forEach(n -> answer(questions.get(n), "Yes", "We spoke about it at length, as point " + (n + 1)));
        return this;
    }

    /** Chooses the proof there is for what was answered with yes. */
    ConversationFormPage proof(String question, String proof) {
        var group = group(question);
        group.locator(".fjs-select-display").click();
        group.getByText(proof).click();
        return this;
    }

    /** Says where the proof can be seen. */
    ConversationFormPage link(String question, String link) {
        write(group(question).getByLabel("Link to the proof"), link);
        return this;
    }

    /** Completes the conversation. */
    Response complete() {
        return page.waitForResponse(
                "**/submit-form", () -> TasklistPage.button(page, "Record").click());
    }

    /** What Tasklist says when it was refused; the notice is closed, so that it hides nothing. */
    List<String> readRefusal() {
        var notice = page.locator(".notifications .alert-danger");
        var sentences = notice.locator(".message").innerText().lines().toList();
        notice.locator(".close:visible").click();
        assertThat(notice).hasCount(0);
        return sentences;
    }

    /** Writes into a field and leaves it, as a person does: the form takes over what was written when it is left. */
    private static void write(Locator field, String text) {
        field.fill(text);
        field.blur();
    }

    private Locator groups() {
        return form.locator(".fjs-form-field-group:visible");
    }

    private Locator group(String question) {
        return groups().filter(new Locator.FilterOptions().setHasText(question));
    }

    private static Locator choice(Locator within, String label) {
        return within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
