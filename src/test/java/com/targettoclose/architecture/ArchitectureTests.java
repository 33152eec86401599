package com.targettoclose.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.architecture.wrong.Chatterbox;
import com.targettoclose.architecture.wrong.EngineElsewhere;
import com.targettoclose.architecture.wrong.FieldInjected;
import com.targettoclose.architecture.wrong.Impatient;
import com.targettoclose.architecture.wrong.SqlAnywhere;
import com.targettoclose.architecture.wrong.conversation.FrameworkConversation;
import com.targettoclose.architecture.wrong.gate.SpringPolicy;
import com.targettoclose.architecture.wrong.process.Upwards;
import com.targettoclose.architecture.wrong.process.left.Left;
import com.targettoclose.architecture.wrong.process.right.Right;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the code keeps its rules, and that each rule can fail: a class that breaks it is reported. */
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.targettoclose");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("Camunda stays in four packages", Rules.CAMUNDA_STAYS_IN_FOUR_PACKAGES, EngineElsewhere.class, 1),
                rule("conversations are pure Java", Rules.CONVERSATIONS_ARE_PURE_JAVA, FrameworkConversation.class, 1),
                rule("gate policy is free of Spring", Rules.GATE_POLICY_IS_FREE_OF_SPRING, SpringPolicy.class, 1),
                rule("time comes from the clock", Rules.TIME_COMES_FROM_THE_CLOCK, Impatient.class, 6),
                rule("nobody prints", Rules.NOBODY_PRINTS, Chatterbox.class, 3),
                rule("no field injection", Rules.NO_FIELD_INJECTION, FieldInjected.class, 1),
                rule("SQL stands in tables", Rules.SQL_STANDS_IN_TABLES, SqlAnywhere.class, 3),
                rule("the contract leans on nothing", Rules.THE_CONTRACT_LEANS_ON_NOTHING_BELOW, Upwards.class, 1));
    }

    @Test
    void thereIsCodeToLookAt() {
        assertThat(MAIN.size()).isGreaterThan(80);
        assertThat(MAIN.contain("com.targettoclose.TargetToCloseApplication")).isTrue();
        assertThat(MAIN.contain("com.targettoclose.architecture.ArchitectureTests"))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theCodeKeepsTheRule(ArchRule rule, Class<?> wrong, int violations) {
        rule.check(MAIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void whoBreaksTheRuleIsReported(ArchRule rule, Class<?> wrong, int violations) {
        var found = rule.evaluate(new ClassFileImporter().importClasses(wrong)).getFailureReport();
        assertThat(found.getDetails())
                .hasSizeGreaterThanOrEqualTo(violations)
                .allMatch(line -> line.contains(wrong.getSimpleName()));
    }

    @Test
    void theRoomsOfTheProcessFormNoCycle() {
        Rules.PROCESS_PACKAGES_FORM_NO_CYCLE.check(MAIN);
    }

    @Test
    void aCycleOfRoomsIsReported() {
        var wrong = new ClassFileImporter().importClasses(Left.class, Right.class);
        var found = Rules.PROCESS_PACKAGES_FORM_NO_CYCLE.evaluate(wrong).getFailureReport();
        assertThat(found.getDetails()).singleElement().asString().contains("Slice left", "Slice right");
    }

    private static Arguments rule(String name, ArchRule rule, Class<?> wrong, int violations) {
        return Arguments.of(Named.of(name, rule), Named.of(wrong.getSimpleName(), wrong), violations);
    }
}
