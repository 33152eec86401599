package com.targettoclose.security.guard;

import com.targettoclose.process.Contract;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the guard into the engine, before it is built and after every plugin of others has had its say. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class GuardEngine extends AbstractProcessEnginePlugin {

    private final ExpressionGrammar grammar = new ExpressionGrammar(Contract.BEANS);
    private final BeanFactory beans;
    private final ObjectProvider<Operating> operating;
    private final ObjectProvider<Leaving> leaving;

    GuardEngine(BeanFactory beans, ObjectProvider<Operating> operating, ObjectProvider<Leaving> leaving) {
        this.beans = beans;
        this.operating = operating;
        this.leaving = leaving;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        allowExpressions(engine);
        runNoCode(engine);
        var deployers = new ArrayList<>(orEmpty(engine.getCustomPreDeployers()));
        deployers.add(0, new CodeInDeployment(new CodeSearch(grammar)));
        engine.setCustomPreDeployers(deployers);
        var listeners = new ArrayList<>(orEmpty(engine.getCustomPostBPMNParseListeners()));
        listeners.add(new GuardedForms());
        engine.setCustomPostBPMNParseListeners(listeners);
        // behind the interceptor that turns a refusal into an answer, before the engine's own
        var interceptors = new ArrayList<>(orEmpty(engine.getCustomPreCommandInterceptorsTxRequired()));
        interceptors.add(new EngineGuard(
                () -> engine.getIdentityService().getCurrentAuthentication(),
                new Conditions(grammar, operating, leaving)));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private void allowExpressions(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new AllowedExpressions(grammar, Contract.BEANS, beans::getBean));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        var tables = new DefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(PlainFeel::new);
        engine.setDmnEngineConfiguration(tables);
    }

    private static void runNoCode(ProcessEngineConfigurationImpl engine) {
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setArtifactFactory(new NoClasses());
        engine.setCmmnEnabled(false);
        engine.setEnableXxeProcessing(false);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
