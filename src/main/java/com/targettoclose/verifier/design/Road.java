package com.targettoclose.verifier.design;

import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A roadmap as it is drawn: the road from its start, as the first flow of each node leads on, and what catches a deal. */
public final class Road {

    private final Diagram diagram;
    private final List<FlowNode> road = new ArrayList<>();

    Road(Diagram diagram) {
        this.diagram = diagram;
        walk();
    }

    private void walk() {
        Set<String> seen = new HashSet<>();
        var next = startIn(diagram.process());
        while (next.isPresent() && seen.add(next.get().getId())) {
            road.add(next.get());
            next = after(next.get());
        }
    }

    private Optional<FlowNode> after(FlowNode node) {
        if (node instanceof SubProcess sub && startIn(sub).isPresent()) {
            return startIn(sub);
        }
        var flow = diagram.outgoing(node).stream().findFirst();
        if (flow.isEmpty() && node.getParentElement() instanceof SubProcess around) {
            return diagram.outgoing(around).stream().findFirst().map(it -> it.getTarget());
        }
        return flow.map(it -> it.getTarget());
    }

    private static Optional<FlowNode> startIn(ModelElementInstance scope) {
        return scope.getChildElementsByType(StartEvent.class).stream()
                .map(FlowNode.class::cast)
                .findFirst();
    }

    /** The diagram. */
    public Diagram diagram() {
        return diagram;
    }

    /** The nodes of the road, a subprocess before what is in it. */
    public List<FlowNode> road() {
        return List.copyOf(road);
    }

    /** The calls of stages on the road, in its order. */
    public List<CallActivity> stages() {
        return road.stream()
                .filter(Diagram::callsAStage)
                .map(CallActivity.class::cast)
                .toList();
    }

    /** The names of its stages, in the order of the road. */
    public List<String> stageNames() {
        return stages().stream()
                .map(call -> call.getCalledElement().substring(Contract.STAGE_PREFIX.length()))
                .toList();
    }

    /** Where on the road the deal is won; below zero where it is not. */
    public int wonAt() {
        for (int i = 0; i < road.size(); i++) {
            if (Status.WON.value().equals(Diagrams.property(road.get(i), Contract.STATUS_PROPERTY))) {
                return i;
            }
        }
        return -1;
    }

    /** The calls of stages before the deal is won: all, where it is not. */
    public List<CallActivity> stagesToWin() {
        int won = wonAt();
        return stages().stream()
                .filter(call -> won < 0 || road.indexOf(call) < won)
                .toList();
    }

    /** The boundary events that catch what happens in a node: its own, and those of the subprocesses around it. */
    public List<BoundaryEvent> catching(FlowNode node) {
        List<BoundaryEvent> found = new ArrayList<>();
        for (ModelElementInstance it = node; it instanceof FlowNode around; it = it.getParentElement()) {
            diagram.nodes(BoundaryEvent.class).stream()
                    .filter(event -> around.equals(event.getAttachedTo()))
                    .forEach(found::add);
        }
        return found;
    }

    /** The name of the message that an event waits for; null where it waits for none. */
    public static @Nullable String message(BoundaryEvent event) {
        return definitions(event, MessageEventDefinition.class)
                .filter(definition -> definition.getMessage() != null)
                .map(definition -> definition.getMessage().getName())
                .findFirst()
                .orElse(null);
    }

    /** Whether an event catches the error that leads back to the map. */
    public static boolean catchesError(BoundaryEvent event) {
        return definitions(event, ErrorEventDefinition.class)
                .anyMatch(definition -> definition.getError() != null
                        && Contract.BACK_TO_THE_MAP.equals(definition.getError().getErrorCode()));
    }

    /** Whether an event leads back to the map, by error or by message. */
    public static boolean leadsBack(BoundaryEvent event) {
        return catchesError(event) || Contract.BACK_TO_THE_MAP.equals(message(event));
    }

    private static <T> Stream<T> definitions(BoundaryEvent event, Class<T> type) {
        return event.getEventDefinitions().stream().filter(type::isInstance).map(type::cast);
    }

    /** What the ways out of an event come to, through gateways that merge; empty where they come to nothing or split. */
    public Optional<FlowNode> target(FlowNode event) {
        Set<String> seen = new HashSet<>();
        FlowNode node = event;
        while (seen.add(node.getId())) {
            var ways = diagram.outgoing(node);
            if (ways.size() != 1) {
                return Optional.empty();
            }
            node = ways.get(0).getTarget();
            if (!(node instanceof ExclusiveGateway) || road.contains(node)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }
}
