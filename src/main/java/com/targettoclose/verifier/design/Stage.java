package com.targettoclose.verifier.design;

import com.targettoclose.gate.GateDecision.Outcome;
import com.targettoclose.process.Contract;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * A stage, with the parts that every stage has: the gate, the question behind it with its three answers, and the fork
 * that opens what is owed. A part is empty where the diagram does not have it, or has it more than once.
 */
public record Stage(Diagram diagram) {

    private static final Set<String> GATE =
            Set.of("${" + Contract.VERIFY_EXIT_CRITERIA + "}", "#{" + Contract.VERIFY_EXIT_CRITERIA + "}");

    /** Its name: {@code discovery} for the process {@code stage-discovery}. */
    public String name() {
        return diagram.id().substring(Contract.STAGE_PREFIX.length());
    }

    /** Whether a node is a gate. */
    public static boolean isGate(FlowNode node) {
        return node instanceof ServiceTask task
                && task.getCamundaDelegateExpression() != null
                && GATE.contains(task.getCamundaDelegateExpression().strip());
    }

    /** Every gate in it. */
    public List<ServiceTask> gates() {
        return diagram.nodes(ServiceTask.class).stream().filter(Stage::isGate).toList();
    }

    /** The gate. */
    public Optional<ServiceTask> gate() {
        return only(gates());
    }

    /** The gateway behind the gate. */
    public Optional<ExclusiveGateway> question() {
        return gate().flatMap(gate -> only(diagram.outgoing(gate)))
                .map(SequenceFlow::getTarget)
                .filter(ExclusiveGateway.class::isInstance)
                .map(ExclusiveGateway.class::cast);
    }

    /** The flow that is taken when the gate decides this, by its condition. */
    public Optional<SequenceFlow> answer(Outcome outcome) {
        return question()
                .flatMap(question -> only(diagram.outgoing(question).stream()
                        .filter(flow -> Conditions.decides(flow, outcome))
                        .toList()));
    }

    /** The flow that is taken when no condition holds: something is owed here. */
    public Optional<SequenceFlow> otherwise() {
        return question().map(ExclusiveGateway::getDefault);
    }

    /** The gateway that opens what is owed. */
    public Optional<InclusiveGateway> fork() {
        return otherwise()
                .map(SequenceFlow::getTarget)
                .filter(InclusiveGateway.class::isInstance)
                .map(InclusiveGateway.class::cast);
    }

    /** The flow that is taken when whatever is owed is open already. */
    public Optional<SequenceFlow> allOpen() {
        return fork().map(InclusiveGateway::getDefault);
    }

    /** Its conversations. */
    public List<UserTask> conversations() {
        return diagram.conversations().toList();
    }

    /** Whether the one way from a node leads to the gate, through nothing but gateways that merge. */
    public boolean leadsToGate(FlowNode from) {
        Set<String> seen = new HashSet<>();
        FlowNode node = from;
        while (seen.add(node.getId())) {
            var flow = only(diagram.outgoing(node)).filter(it -> !Conditions.any(it));
            if (flow.isEmpty()) {
                return false;
            }
            node = flow.get().getTarget();
            if (gate().filter(node::equals).isPresent()) {
                return true;
            }
            if (!(node instanceof ExclusiveGateway)) {
                return false;
            }
        }
        return false;
    }

    /** Whether an end ends the whole stage at once. */
    public static boolean terminates(FlowNode node) {
        return node instanceof EndEvent end && only(end.getEventDefinitions()) instanceof TerminateEventDefinition;
    }

    /** Whether an end does nothing but end its own way. */
    public static boolean justEnds(FlowNode node) {
        return node instanceof EndEvent end && end.getEventDefinitions().isEmpty();
    }

    /** Whether an end leads back to the map. */
    public static boolean goesBack(FlowNode node) {
        return node instanceof EndEvent end
                && only(end.getEventDefinitions()) instanceof ErrorEventDefinition definition
                && definition.getError() != null
                && Contract.BACK_TO_THE_MAP.equals(definition.getError().getErrorCode());
    }

    private static @Nullable EventDefinition only(Collection<EventDefinition> definitions) {
        return definitions.size() == 1 ? definitions.iterator().next() : null;
    }

    private static <T> Optional<T> only(List<T> many) {
        return many.size() == 1 ? Optional.of(many.get(0)) : Optional.empty();
    }
}
