package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.verifier.WrongDesigns.Wrong;
import com.targettoclose.verifier.rule.Finding;
import com.targettoclose.verifier.rule.Rule;
import com.targettoclose.verifier.rule.Rules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("a rule")
class RulesTests {

    static Stream<Wrong> wrong() {
        return WrongDesigns.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    @DisplayName("finds the design that breaks it, and says where, what would happen and how to mend it")
    void finds(Wrong wrong) {
        var rule = Rules.ALL.stream()
                .filter(it -> it.id().equals(wrong.rule()))
                .findFirst()
                .orElseThrow();
        var found = wrong.found();
        assertThat(found.stream().filter(it -> isOf(rule, it)))
                .as("found: " + found.stream().map(Finding::rule).toList())
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.severity()).isEqualTo(rule.severity());
                    assertThat(it.place().resource()).isNotBlank();
                    assertThat(it.place().element()).isNotBlank();
                    assertThat(it.harm()).endsWith(".").hasSizeBetween(20, 300);
                    assertThat(it.remedy()).hasSizeBetween(10, 500);
                });
    }

    @Test
    @DisplayName("has a wrong design of its own")
    void each() {
        assertThat(WrongDesigns.all().map(Wrong::rule))
                .containsExactlyElementsOf(Rules.ALL.stream().map(Rule::id).toList());
    }

    private static boolean isOf(Rule rule, Finding finding) {
        return finding.rule().equals(rule.id())
                || rule.id().equals("no-code") && finding.rule().startsWith("code-");
    }
}
