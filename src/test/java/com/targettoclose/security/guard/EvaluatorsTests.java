package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.conversation.Refused;
import com.targettoclose.process.Contract;
import com.targettoclose.testing.OnH2;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whatever the engine evaluates goes through the guard: the engine holds no other evaluator. */
@OnH2
class EvaluatorsTests {

    private static final Set<Class<?>> EVALUATORS =
            Set.of(ExpressionManager.class, ScriptEngineResolver.class, FeelEngine.class, ArtifactFactory.class);

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApplicationContext application;

    @Test
    void theEngineReachesNoOtherEvaluator() throws IllegalAccessException {
        assertThat(reachable(configuration()))
                .contains(AllowedExpressions.class, NoScripts.class, PlainFeel.class, NoClasses.class)
                .allSatisfy(evaluator -> assertThat(evaluator.getPackage()).isEqualTo(GuardEngine.class.getPackage()));
    }

    @Test
    void anUnguardedEvaluatorWouldBeFound() throws IllegalAccessException {
        assertThat(reachable(new Object[] {Map.of("x", new JuelExpressionManager())}))
                .containsExactly(JuelExpressionManager.class);
    }

    @Test
    void tablesEvaluateNothingButFeel() {
        var tables =
                (DefaultDmnEngineConfiguration) configuration().getDmnEngine().getConfiguration();
        assertThat(tables.getFeelEngine()).isInstanceOf(PlainFeel.class);
        assertThatThrownBy(() -> tables.getElProvider().createExpression("${x}"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> configuration()
                        .getCommandExecutorTxRequired()
                        .execute(context -> tables.getScriptEngineResolver().getScriptEngineForLanguage("javascript")))
                .hasMessageContaining("Scripts do not run here");
    }

    @Test
    void thereIsNoClassToBePicked() {
        assertThatThrownBy(() -> configuration().getArtifactFactory().getArtifact(Object.class))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theContractNamesTheBeansThatDiagramsMayUse() {
        Contract.BEANS.forEach((name, methods) -> {
            var type = AopUtils.getTargetClass(application.getBean(name));
            boolean forTheEngine = JavaDelegate.class.isAssignableFrom(type)
                    || ExecutionListener.class.isAssignableFrom(type)
                    || TaskListener.class.isAssignableFrom(type);
            assertThat(forTheEngine || !methods.isEmpty()).as(name).isTrue();
            assertThat(type.getPackageName()).as(name).startsWith("com.targettoclose.");
            assertThat(type.getMethods()).extracting("name").as(name).containsAll(methods);
        });
        assertThat(Contract.BEANS.keySet()).containsAll(Set.of(application.getBeanNamesForType(JavaDelegate.class)));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** The evaluators that can be reached from an object through fields of the engine's own classes, and collections. */
    private static Set<Class<?>> reachable(Object from) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Class<?>> evaluators = new HashSet<>();
        var ahead = new ArrayDeque<>();
        ahead.add(from);
        while (!ahead.isEmpty()) {
            var at = ahead.remove();
            if (!seen.add(at)) {
                continue;
            }
            if (at instanceof ScriptEngine
                    || at instanceof ScriptEngineManager
                    || EVALUATORS.stream().anyMatch(type -> type.isInstance(at))) {
                evaluators.add(at.getClass());
            }
            if (at instanceof Object[] many) {
                Arrays.stream(many).filter(java.util.Objects::nonNull).forEach(ahead::add);
            } else if (at instanceof Collection<?> many) {
                many.stream().filter(java.util.Objects::nonNull).forEach(ahead::add);
            } else if (at instanceof Map<?, ?> map) {
                map.values().stream().filter(java.util.Objects::nonNull).forEach(ahead::add);
            } else if (at.getClass().getName().startsWith("org.camunda.bpm.")) {
                for (Class<?> type = at.getClass(); type != Object.class; type = type.getSuperclass()) {
                    for (var field : type.getDeclaredFields()) {
                        var value = value(field, at);
                        if (value != null) {
                            ahead.add(value);
                        }
                    }
                }
            }
        }
        return evaluators;
    }

    private static Object value(Field field, Object of) throws IllegalAccessException {
        if (Modifier.isStatic(field.getModifiers())
                || field.getType().isPrimitive()
                || !field.getDeclaringClass().getName().startsWith("org.camunda.bpm.")) {
            return null;
        }
        field.setAccessible(true);
        return field.get(of);
    }
}
