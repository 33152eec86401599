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
