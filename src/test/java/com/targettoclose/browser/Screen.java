package com.targettoclose.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What is asked of everything that a person sees: it can be read by everybody, stays on the screen, and speaks their words. */
final class Screen {

    /** Asks the checker without letting it load the style sheets anew, which our pages forbid. */
    private static final String FINDINGS = """
            () => axe.run(document, { preload: false, resultTypes: ['violations'] }).then(results =>
                results.violations
                    .filter(it => ['serious', 'critical'].includes(it.impact))
                    .map(it => it.id + ': ' + it.help + ' ' + it.nodes.map(node => node.html).slice(0, 5)))""";

    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('.fjs-form-field-label, .fjs-table-td, ul.processes li, h2, h4')]
                .filter(it => it.offsetParent !== null)
                .filter(it => [it, it.closest('.fjs-table-inner-container')]
                    .some(box => box && box.scrollWidth > box.clientWidth + 1))
                .map(it => it.innerText)""";

    private final Page page;

    Screen(Page page) {
        this.page = page;
    }

    /** No serious or critical finding of the accessibility checker. */
    void isReadable(String what) {
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat(page.evaluate(FINDINGS)).as(what).isEqualTo(List.of());
    }

    /** Nothing stands out of the screen to its side. */
    void isWideEnough(String what) {
        var wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(wider).as(what).isEqualTo(false);
    }

    /** No question of a form, and no name, is cut off at the edge of its column. */
    void showsWholeSentences(String what) {
        assertThat(page.evaluate(CUT_OFF)).as(what).isEqualTo(List.of());
    }

    /** No word of the engine and no id that only machines read. */
    void speaksPlainly(String what) {
        assertThat(page.locator("body").innerText())
                .as(what)
                .doesNotContainIgnoringCase(
                        "camunda",
                        "instance",
                        "assignee",
                        "variable",
                        "definition",
                        "business key",
                        "tenant",
                        "ENGINE-")
                .doesNotContainPattern("\\p{XDigit}{8}-\\p{XDigit}{4}")
                .doesNotContainPattern("\\b[A-Z]+_[A-Z_]+\\b|\\b(User|Service)Task_|stage-[a-z]");
    }
}
