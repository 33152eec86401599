package com.targettoclose.security.guard;

import java.beans.FeatureDescriptor;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the names in an expression stand for: the beans of the contract, which no variable of the same name can
 * stand in for, the execution with its business key, and variables. The only resolver that expressions have.
 */
final class AllowedNames extends ELResolver {

    private final Map<String, Set<String>> beans;
    private final Function<String, Object> find;
    private final BeanELResolver methods = new BeanELResolver(true);

    /**
     * For these beans, by name with the methods that may be called.
     *
     * @param find a bean by its name
     */
    AllowedNames(Map<String, Set<String>> beans, Function<String, Object> find) {
        this.beans = beans;
        this.find = find;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null) {
            return named(context, String.valueOf(property));
        }
        if (base instanceof ExecutionEntity execution && ExpressionGrammar.BUSINESS_KEY.equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        return null;
    }

    private @Nullable Object named(ELContext context, String name) {
        if (beans.containsKey(name)) {
            context.setPropertyResolved(true);
            return find.apply(name);
        }
        if (!(context.getContext(VariableScope.class) instanceof VariableScope scope)) {
            return null;
        }
        if (ExpressionGrammar.EXECUTION.equals(name)) {
            context.setPropertyResolved(true);
            return scope instanceof TaskEntity task ? task.getExecution() : scope;
        }
        if (scope.hasVariable(name)) {
            context.setPropertyResolved(true);
            return scope.getVariable(name);
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            @Nullable Object[] arguments) {
        var name = String.valueOf(method);
        if (base instanceof Collection<?> many && ExpressionGrammar.CONTAINS.equals(name) && arguments.length == 1) {
            context.setPropertyResolved(true);
            return many.contains(arguments[0]);
        }
        boolean allowed = beans.entrySet().stream()
                .anyMatch(bean -> bean.getValue().contains(name) && find.apply(bean.getKey()) == base);
        return allowed ? methods.invoke(context, base, method, types, arguments) : null;
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
        throw new PropertyNotWritableException(String.valueOf(property));
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
