package com.targettoclose.verifier.design;

import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One process of a diagram. Flows are followed as the engine follows them, by what each flow says of its two ends and
 * not by what the nodes say of their flows.
 */
public final class Diagram {

    private final String resource;
    private final BpmnModelInstance model;
    private final Process process;
    private final List<FlowNode> nodes = new ArrayList<>();
    private final List<SequenceFlow> flows = new ArrayList<>();
    private final Map<String, List<SequenceFlow>> outgoing = new LinkedHashMap<>();
    private final Map<String, List<SequenceFlow>> incoming = new LinkedHashMap<>();

    Diagram(String resource, BpmnModelInstance model, Process process) {
        this.resource = resource;
        this.model = model;
        this.process = process;
        collect(process);
    }

    private void collect(ModelElementInstance scope) {
        for (var child : scope.getChildElementsByType(FlowElement.class)) {
            if (child instanceof FlowNode node) {
                nodes.add(node);
                resolve(node);
                collect(node);
            } else if (child instanceof SequenceFlow flow && flow.getSource() != null && flow.getTarget() != null) {
                flows.add(flow);
                outgoing.computeIfAbsent(flow.getSource().getId(), id -> new ArrayList<>())
                        .add(flow);
                incoming.computeIfAbsent(flow.getTarget().getId(), id -> new ArrayList<>())
                        .add(flow);
            }
        }
    }

    /** Looks up what a node refers to, so that whoever reads the diagram hears of what is missing, and no rule does. */
    private static void resolve(FlowNode node) {
        if (node instanceof BoundaryEvent event) {
            event.getAttachedTo();
        } else if (node instanceof ExclusiveGateway gateway) {
            gateway.getDefault();
        } else if (node instanceof InclusiveGateway gateway) {
            gateway.getDefault();
        }
        node.getChildElementsByType(MessageEventDefinition.class).forEach(MessageEventDefinition::getMessage);
        node.getChildElementsByType(ErrorEventDefinition.class).forEach(ErrorEventDefinition::getError);
    }

    /** The file. */
    public String resource() {
        return resource;
    }

    /** The whole file's model. */
    public BpmnModelInstance model() {
        return model;
    }

    /** The process. */
    public Process process() {
        return process;
    }

    /** The process id; empty where it has none. */
    public String id() {
        return process.getId() == null ? "" : process.getId();
    }

    /** Whether it is a stage, which its id says. */
    public boolean isStage() {
        return id().startsWith(Contract.STAGE_PREFIX);
    }

    /** Whether it is a roadmap: it calls a stage, at any depth. */
    public boolean isRoadmap() {
        return !isStage() && nodes.stream().anyMatch(Diagram::callsAStage);
    }

    /** Whether it is part of the map: a stage or a roadmap. */
    public boolean isOnTheMap() {
        return isStage() || isRoadmap();
    }

    /** Every node, at any depth, in document order. */
    public List<FlowNode> nodes() {
        return List.copyOf(nodes);
    }

    /** Every node of a type. */
    public <T extends FlowNode> List<T> nodes(Class<T> type) {
        return nodes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Every sequence flow, at any depth. */
    public List<SequenceFlow> flows() {
        return List.copyOf(flows);
    }

    /** The flows that leave a node. */
    public List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node.getId(), List.of());
    }

    /** The flows that lead to a node. */
    public List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node.getId(), List.of());
    }

    /** The ids of the forms that it names. */
    Stream<String> formRefs() {
        return Stream.concat(
                        nodes(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        nodes(StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
                .filter(Objects::nonNull);
    }

    /** The ids of the processes that it calls. */
    Stream<String> calledElements() {
        return nodes(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .filter(Objects::nonNull);
    }

    /** The user tasks that generate something. */
    public Stream<UserTask> conversations() {
        return nodes(UserTask.class).stream().filter(Diagrams::isConversation);
    }

    /** What a conversation generates: outcomes first, then the commitment. */
    public static List<ItemLine> items(UserTask task) {
        return Stream.concat(
                        Diagrams.items(Diagrams.property(task, Contract.OUTCOMES_PROPERTY))
                                .map(line -> ItemLine.of(line, false)),
                        Diagrams.items(Diagrams.property(task, Contract.COMMITMENT_PROPERTY))
                                .map(line -> ItemLine.of(line, true)))
                .toList();
    }

    /** Whether a node calls a stage. */
    public static boolean callsAStage(FlowNode node) {
        return node instanceof CallActivity call
                && call.getCalledElement() != null
                && call.getCalledElement().startsWith(Contract.STAGE_PREFIX);
    }

    /** Where an element of this diagram stands. */
    public Place place(BaseElement element) {
        var name = element.getAttributeValue("name");
        var id = element.getId() == null ? resource : element.getId();
        return new Place(resource, id, name == null || name.isBlank() ? null : name.strip());
    }

    /** Where the process as a whole stands. */
    public Place place() {
        return place(process);
    }
}
