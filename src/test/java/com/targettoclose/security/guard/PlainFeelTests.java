package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFeelTests {

    /** An object of the application's, which no expression should reach. */
    public static final class Secret {
        public String getWord() {
            return "secret";
        }
    }

    private static final VariableContext VARIABLES = Variables.createVariables()
            .putValue("object", new Secret())
            .putValue("many", List.of("a", new Secret()))
            .putValue("named", Map.of("one", new Secret()))
            .putValue("text", "a")
            .putValue("texts", List.of("a"))
            .putValue("texted", Map.of("one", "a"))
            .asVariableContext();

    private final FeelEngine feel = new PlainFeel();

    @ParameterizedTest
    @ValueSource(strings = {"object.word", "many[2].word", "named.one.word"})
    void reachesNoJavaObject(String expression) {
        FeelEngine unguarded = new ScalaFeelEngineFactory().createInstance();
        assertThat(unguarded.<Object>evaluateSimpleExpression(expression, VARIABLES))
                .isEqualTo("secret");
        assertThat(feel.<Object>evaluateSimpleExpression(expression, VARIABLES)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"upper case(text), A", "texts[1], a", "texted.one, a", "if missing = null then \"a\" else \"b\", a"})
    void readsPlainValues(String expression, String value) {
        assertThat(feel.<Object>evaluateSimpleExpression(expression, VARIABLES)).isEqualTo(value);
    }

    @Test
    void testsAnInput() {
        var input = Variables.createVariables().putValue("stage", "target").asVariableContext();
        assertThat(feel.evaluateSimpleUnaryTests("\"target\"", "stage", input)).isTrue();
        assertThat(feel.evaluateSimpleUnaryTests("\"discovery\"", "stage", input))
                .isFalse();
    }
}
