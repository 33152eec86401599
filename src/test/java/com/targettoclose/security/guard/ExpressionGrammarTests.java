package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGrammarTests {

    private final ExpressionGrammar grammar =
            new ExpressionGrammar(Map.of("gate", Set.of(), "deal", Set.of("owner", "at")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "",
                "${gate}",
                "#{deal.owner(execution)}",
                "${deal.at(execution, account, 'x', 1)}",
                "${account}",
                "Call ${account} on ${day}",
                "${exitCriteria == 'met'}",
                "${exitCriteria eq 'met' and not (a lt 1.5 or b >= -1) || empty c}",
                "${(a != null) && true}",
                "${owed.contains('UserTask_Explore')}",
                "${!owed.contains(what)}",
                "#{execution.processBusinessKey}",
                "${currentUser()}",
                "${ currentUserGroups( ) }",
                "${now() > day}",
                "\\${not an expression}"
            })
    void isAllowed(String expression) {
        assertThat(grammar.fault(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ${execution}                                             | execution
            ${execution.processEngineServices}                       | execution.processEngineServices
            ${execution.getProcessEngineServices()}                  | execution.getProcessEngineServices()
            ${execution['processEngineServices']}                    | execution['processEngineServices']
            ${execution.processBusinessKey.bytes}                    | execution.processBusinessKey.bytes
            ${execution.setVariable('exitCriteria', 'met')}          | execution.setVariable('exitCriteria', 'met')
            ${task.delete('x')}                                      | task.delete('x')
            ${''.getClass()}                                         | ''.getClass()
            ${''.getClass().forName('java.lang.Runtime')}            | ''.getClass().forName('java.lang.Runtime')
            ${account.class}                                         | account.class
            ${account.length()}                                      | account.length()
            ${account['class']}                                      | account['class']
            ${a[b]}                                                  | a[b]
            ${a ? b : c}                                             | a ? b : c
            ${1 + 1}                                                 | 1 + 1
            ${'a' + 'b'}                                             | 'a' + 'b'
            ${2 * 3 / 4 % 5}                                         | 2 * 3 / 4 % 5
            ${a == ''.getClass()}                                    | ''.getClass()
            ${!a.b}                                                  | a.b
            ${currentUser().bytes}                                   | currentUser().bytes
            ${dateTime()}                                            | dateTime()
            ${dateTime().plusDays(1)}                                | dateTime().plusDays(1)
            ${currentUser('x')}                                      | currentUser('x')
            ${out:print('x')}                                        | out:print('x')
            ${gate.execute(execution)}                               | gate.execute(execution)
            ${gate.class}                                            | gate.class
            ${deal.getClass()}                                       | deal.getClass()
            ${deal['owner'](execution)}                              | deal['owner'](execution)
            ${deal.owner(execution.processEngineServices)}           | execution.processEngineServices
            ${deal.owner(deal.owner(execution).bytes)}               | deal.owner(execution).bytes
            ${deal.owner(execution).bytes}                           | deal.owner(execution).bytes
            ${deal.contains('x')}                                    | deal.contains('x')
            ${execution.contains('x')}                               | execution
            ${owed.contains(''.getClass())}                          | ''.getClass()
            ${'x'.contains('y')}                                     | 'x'.contains('y')
            ${owed.add('x')}                                         | owed.add('x')
            x ${a} y ${''.getClass()}                                | ''.getClass()
            ${a == }                                                 | ${a == }
            ${                                                       | ${
            ${a} #{b}                                                | ${a} #{b}
            """)
    void isRefused(String expression, String fault) {
        assertThat(grammar.fault(expression)).contains(fault);
    }

    @Test
    void aLongTextIsAllowedAndALongExpressionIsNot() {
        assertThat(grammar.fault("Why it matters. ".repeat(1_000))).isEmpty();
        assertThat(grammar.fault("${" + "(".repeat(100_000) + "a" + ")".repeat(100_000) + "}"))
                .isPresent();
        assertThat(grammar.fault("${" + "(".repeat(200) + "a" + ")".repeat(200) + "}"))
                .isEmpty();
    }

    @Test
    void whateverSomebodyWritesIsDecided() {
        var parts = List.of(
                "${",
                "#{",
                "}",
                "a",
                "execution",
                "deal",
                ".",
                "owner",
                "(",
                ")",
                "[",
                "]",
                "'",
                "x",
                "==",
                "&&",
                "!",
                "not",
                "1",
                "e9",
                ",",
                " ",
                "\\",
                "?",
                ":",
                "currentUser",
                "+",
                "empty",
                "\u0000",
                "\"");
        long seed = 20_260_302L;
        var random = new Random(seed);
        for (int n = 0; n < 50_000; n++) {
            var text = IntStream.range(0, random.nextInt(12))
                    .mapToObj(i -> parts.get(random.nextInt(parts.size())))
                    .collect(Collectors.joining());
            assertThatCode(() -> grammar.fault(text))
                    .as("seed %d: %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }
}
