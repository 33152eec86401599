package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
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
}
