package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * The one gateway of every expression that the engine evaluates, whether it comes from a diagram, a form, a filter or a
 * query: the engine has no other expression manager. What {@link ExpressionGrammar} does not allow is refused when it is
 * evaluated and not when it is read, so that a stricter grammar never keeps the engine from reading the diagram of a
 * running deal; {@link CodeInDeployment} refuses new ones.
 */
final class AllowedExpressions extends JuelExpressionManager {

    private final ExpressionGrammar grammar;
    private final AllowedNames names;

    /**
     * With these beans, by name with the methods that may be called.
     *
     * @param find a bean by its name, asked when an expression names it
     */
    AllowedExpressions(ExpressionGrammar grammar, Map<String, Set<String>> beans, Function<String, Object> find) {
        this.grammar = grammar;
        this.names = new AllowedNames(beans, find);
        setExpressionFactory(new ExpressionFactoryImpl(grammar.trees()));
    }

    @Override
    public Expression createExpression(String text) {
        return grammar.fault(text).isPresent() ? new Forbidden(text) : new Allowed(text);
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        if (grammar.fault(text).isPresent()) {
            throw refused(text);
        }
        return super.createValueExpression(text);
    }

    /** Keeps out what the engine offers besides: {@code dateTime()} hands out an object with methods. */
    @Override
    public void addFunction(String name, Method function) {
        if (ExpressionGrammar.FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        return names;
    }

    /** For decision tables, which have a language of their own and need no other. */
    @Override
    protected ElProvider createElProvider() {
        return text -> {
            throw new Refused(
                    Refusal.forbidden("A decision table is written in FEEL only. Rewrite '" + text + "' in FEEL."));
        };
    }

    private Refused refused(String text) {
        return new Refused(grammar.refusal(text));
    }

    /** An expression of the grammar; in a query, which has no variables, only a call of a function. */
    private final class Allowed extends JuelExpression {

        private final boolean fitForQueries;

        Allowed(String text) {
            super(AllowedExpressions.this.createValueExpression(text), AllowedExpressions.this, text);
            this.fitForQueries = grammar.fitsQuery(text);
        }

        @Override
        public @Nullable Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && !fitForQueries) {
                throw refused(getExpressionText());
            }
            return super.getValue(scope, execution);
        }
    }

    /** Takes the place of an expression that is not allowed, until somebody wants its value. */
    private final class Forbidden implements Expression {

        private final String text;

        Forbidden(String text) {
            this.text = text;
        }

        @Override
        public Object getValue(@Nullable VariableScope scope) {
            throw refused(text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            throw refused(text);
        }

        @Override
        public void setValue(@Nullable Object value, VariableScope scope) {
            throw refused(text);
        }

        @Override
        public void setValue(@Nullable Object value, VariableScope scope, @Nullable BaseDelegateExecution execution) {
            throw refused(text);
        }

        @Override
        public String getExpressionText() {
            return text;
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
