package com.targettoclose.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which elements of the diagrams the process tests have run through, in every engine of this JVM. Only what happens in a
 * class that has this extension counts.
 */
public final class DiagramCoverage implements BeforeAllCallback, AfterAllCallback {

    private static final Map<String, Long> TIMES = new ConcurrentHashMap<>();
    private static volatile boolean recording;

    /** Makes an engine say what it runs through. */
    static final class Plugin extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            var listeners = new ArrayList<>(
                    Optional.ofNullable(engine.getCustomPreBPMNParseListeners()).orElse(List.of()));
            listeners.add(new Watch());
            engine.setCustomPreBPMNParseListeners(listeners);
        }
    }

    /** Watches every flow node and sequence flow of every process. */
    private static final class Watch extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            watch(process, process.getKey());
        }

        private static void watch(ScopeImpl scope, String processId) {
            for (var node : scope.getActivities()) {
                ExecutionListener onStart = execution -> record(processId, node.getId());
                node.addBuiltInListener(ExecutionListener.EVENTNAME_START, onStart);
                for (var flow : node.getOutgoingTransitions()) {
                    ExecutionListener onTake = execution -> record(processId, flow.getId());
                    ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, onTake);
                }
                watch(node, processId);
            }
        }
    }

    /** Whether a flow node or sequence flow of a diagram was run through. */
    public static boolean covers(String processId, String elementId) {
        return times(processId, elementId) > 0;
    }

    /** How often a flow node or sequence flow of a diagram was run through. */
    public static long times(String processId, String elementId) {
        return TIMES.getOrDefault(key(processId, elementId), 0L);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        recording = true;
    }

    @Override
    public void afterAll(ExtensionContext test) {
        recording = false;
    }

    private static void record(String processId, String elementId) {
        if (recording) {
            TIMES.merge(key(processId, elementId), 1L, Long::sum);
        }
    }

    private static String key(String processId, String elementId) {
        return processId + '#' + elementId;
    }
}
