package com.targettoclose.process.engine;

import com.targettoclose.process.people.UserId;
import com.targettoclose.process.startforms.FillStartForms;
import com.targettoclose.process.startforms.StartFormChoices;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** How the engine is set up. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Waits for Flyway: the engine's own tables would make a first migration refuse the schema. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin targetToCloseEngine(
            BuiltInListeners listeners,
            ObjectProvider<WhoWasFirst> whoWasFirst,
            ObjectProvider<StartFormChoices> choices) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                var interceptors =
                        List.of(new SpeakPlainly(whoWasFirst), new RetryLostRaces(), new FillStartForms(choices));
                configure(engine, listeners, interceptors);
            }
        };
    }

    private static void configure(
            ProcessEngineConfigurationImpl engine,
            BuiltInListeners listeners,
            List<? extends CommandInterceptor> interceptors) {
        engine.setCustomHistoryLevels(List.of(new TrackRecord()));
        engine.setHistory(TrackRecord.NAME);
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new KeepHistory());
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setResourceAuthorizationProvider(new TaskRights());
        engine.setCustomSessionFactories(List.of(new OwnTasksUnchecked.Factory()));
        engine.setUserResourceWhitelistPattern(UserId.PATTERN);
        engine.setTaskMetricsEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        var parseListeners = new ArrayList<>(orEmpty(engine.getCustomPreBPMNParseListeners()));
        parseListeners.add(listeners);
        engine.setCustomPreBPMNParseListeners(parseListeners);
        if (engine instanceof SpringProcessEngineConfiguration) {
            var before = new ArrayList<>(orEmpty(engine.getCustomPreCommandInterceptorsTxRequired()));
            before.addAll(0, interceptors);
            engine.setCustomPreCommandInterceptorsTxRequired(before);
        }
    }

    private static <T> List<T> orEmpty(@org.jspecify.annotations.Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
