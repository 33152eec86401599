package com.targettoclose.security.guard;

import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates FEEL on plain values only: FEEL lets an expression call every method of a Java object that it is handed.
 * External functions are off in the engine's own FEEL already.
 */
final class PlainFeel implements FeelEngine {

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return feel.evaluateSimpleExpression(expression, new PlainValues(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
        return feel.evaluateSimpleUnaryTests(expression, input, new PlainValues(variables));
    }

    /** Variables, those that hold an object left out as if there were none. */
    private record PlainValues(VariableContext variables) implements VariableContext {

        @Override
        public @Nullable TypedValue resolve(String name) {
            var value = variables.resolve(name);
            return value == null || isPlain(value.getValue()) ? value : Variables.untypedNullValue();
        }

        @Override
        public boolean containsVariable(String name) {
            return variables.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return variables.keySet();
        }

        private static boolean isPlain(@Nullable Object value) {
            if (value instanceof Collection<?> many) {
                return many.stream().allMatch(PlainValues::isPlain);
            }
            if (value instanceof Map<?, ?> map) {
                return map.values().stream().allMatch(PlainValues::isPlain);
            }
            return value == null
                    || value instanceof CharSequence
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Date
                    || value instanceof TemporalAccessor
                    || value instanceof Spin<?>;
        }
    }
}
