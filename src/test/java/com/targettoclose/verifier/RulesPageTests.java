package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.verifier.WrongDesigns.Wrong;
import com.targettoclose.verifier.rule.Finding;
import com.targettoclose.verifier.rule.Rule;
import com.targettoclose.verifier.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/rules.md")
class RulesPageTests {

    private static final Path PAGE = Path.of("docs/rules.md");
    private static final Path SHOULD_BE = Path.of("target/rules.md");

    @Test
    @DisplayName(
            "has an entry for each rule, with a wrong design and what the rule says to it (else see target/rules.md)")
    void entries() throws IOException {
        var page = Files.readString(PAGE);
        var start = page.indexOf("\n## ");
        var entries = Rules.ALL.stream().map(RulesPageTests::entry).collect(Collectors.joining("\n"));
        var should = page.substring(0, page.indexOf("\n### ", start) + 1) + entries;
        Files.writeString(SHOULD_BE, should);
        assertThat(page).isEqualTo(should);
    }

    private static String entry(Rule rule) {
        var wrong = WrongDesigns.all()
                .filter(it -> it.rule().equals(rule.id()))
                .findFirst()
                .orElseThrow();
        var found = first(rule, wrong);
        return """
                ### %s

                %s. Wrong, for example: %s.

                - What would happen: %s
                - How to fix it: %s
                """.formatted(
                        rule.id(),
                        rule.severity().value().equals("error") ? "Error" : "Warning",
                        wrong.what(),
                        found.harm(),
                        found.remedy());
    }

    private static Finding first(Rule rule, Wrong wrong) {
        return wrong.found().stream()
                .filter(it -> it.rule().equals(rule.id())
                        || rule.id().equals("no-code") && it.rule().startsWith("code-"))
                .findFirst()
                .orElseThrow();
    }
}
