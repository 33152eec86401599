package com.targettoclose.verifier.design;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/** Evaluates the cells of a table one by one, with the engine's own FEEL, and remembers what each came to. */
final class Cells {

    private static final String ASKED = "asked";

    /** What a cell came to, or why it could not be evaluated. */
    record Result(@Nullable Object value, Optional<String> fault) {}

    private record Test(String cell, Object value) {}

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    private final Map<Test, Result> tests = new HashMap<>();
    private final Map<String, Result> values = new HashMap<>();

    /** Whether an input cell fits a value; an empty one fits every value. */
    Result matches(String cell, Object value) {
        return tests.computeIfAbsent(new Test(cell, value), this::test);
    }

    /** What an output cell says; nothing where it is empty. */
    Result value(String cell) {
        return values.computeIfAbsent(cell, this::evaluated);
    }

    private Result test(Test test) {
        if (test.cell().isEmpty()) {
            return new Result(true, Optional.empty());
        }
        return guarded(() -> FEEL.evaluateSimpleUnaryTests(test.cell(), ASKED, context(Map.of(ASKED, test.value()))));
    }

    private Result evaluated(String cell) {
        return cell.isEmpty()
                ? new Result(null, Optional.empty())
                : guarded(() -> FEEL.evaluateSimpleExpression(cell, context(Map.of())));
    }

    /** FEEL throws exceptions of many kinds, none of which is declared. */
    private static Result guarded(Supplier<@Nullable Object> evaluation) {
        try {
            return new Result(evaluation.get(), Optional.empty());
        } catch (RuntimeException e) {
            var why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Result(null, Optional.of(why));
        }
    }

    private static VariableContext context(Map<String, Object> values) {
        return Variables.fromMap(values).asVariableContext();
    }
}
