package com.targettoclose.process.roadmap;

import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.Commitment;
import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Outcome;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.Contract;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/** Reads from a diagram's model what the contract says it holds. */
public final class Diagrams {

    private static final Pattern BETWEEN_ITEMS = Pattern.compile("\\R|;\\s*(?=[a-z][a-z0-9-]*\\s*:)");

    private Diagrams() {}

    /** The value of a {@code camunda:property} of an element; null where it has none. */
    public static @Nullable String property(BaseElement element, String name) {
        var extensions = element.getExtensionElements();
        if (extensions == null) {
            return null;
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether a user task is a conversation: it generates something. */
    public static boolean isConversation(UserTask task) {
        return property(task, Contract.OUTCOMES_PROPERTY) != null
                || property(task, Contract.COMMITMENT_PROPERTY) != null;
    }

    /** The conversation that a user task declares. */
    static Conversation conversation(UserTask task) {
        var commitment = lines(property(task, Contract.COMMITMENT_PROPERTY)).stream()
                .map(line -> new Commitment(line.get(0), line.get(1)))
                .findFirst()
                .orElse(null);
        var outcomes = lines(property(task, Contract.OUTCOMES_PROPERTY)).stream()
                .map(line -> new Outcome(line.get(0), line.get(1)))
                .toList();
        var targetDays = property(task, Contract.TARGET_DAYS_PROPERTY);
        return new Conversation(
                task.getId(),
                orEmpty(task.getName()),
                orEmpty(property(task, Contract.PURPOSE_PROPERTY)),
                orEmpty(property(task, Contract.VALUE_FOR_CLIENT_PROPERTY)),
                outcomes,
                commitment,
                targetDays == null ? 0 : Integer.parseInt(targetDays.strip()),
                property(task, Contract.DECLINED_MEANS_PROPERTY));
    }

    /** The deal types that a roadmap names. */
    static Set<DealType> dealTypes(Process process) {
        var named = property(process, Contract.DEAL_TYPES_PROPERTY);
        return named == null
                ? Set.of()
                : Arrays.stream(named.split(","))
                        .map(String::strip)
                        .map(type -> Choice.of(DealType.class, type)
                                .orElseThrow(() -> new IllegalStateException("The roadmap " + process.getId()
                                        + " is meant for '" + type + "', which is no deal type. Use: "
                                        + Choice.values(DealType.class) + ".")))
                        .collect(Collectors.toSet());
    }

    /** For how many days a stage lets a client be silent; null for ever. */
    static @Nullable Integer stallDays(Process process) {
        var days = property(process, Contract.STALL_DAYS_PROPERTY);
        return days == null ? null : Integer.valueOf(days.strip());
    }

    /** The process ids that a roadmap calls, in the order its flows reach them, with how many lie before it is won. */
    static CalledStages calledStages(Process process) {
        List<CallActivity> calls = new ArrayList<>();
        var won = new int[] {-1};
        walk(
                process.getChildElementsByType(StartEvent.class).stream()
                        .findFirst()
                        .orElse(null),
                calls,
                won);
        return new CalledStages(calls, won[0] < 0 ? calls.size() : won[0]);
    }

    /** Call activities to stages, and how many of them come before the won event. */
    record CalledStages(List<CallActivity> calls, int beforeWon) {}

    private static void walk(@Nullable FlowNode start, List<CallActivity> calls, int[] won) {
        Set<String> seen = new HashSet<>();
        var ahead = new ArrayDeque<FlowNode>();
        if (start != null) {
            ahead.add(start);
        }
        while (!ahead.isEmpty()) {
            var node = ahead.remove();
            if (!seen.add(node.getId())) {
                continue;
            }
            visit(node, calls, won);
            node.getSucceedingNodes().list().forEach(ahead::add);
        }
    }

    private static void visit(FlowNode node, List<CallActivity> calls, int[] won) {
        if (node instanceof SubProcess sub) {
            walk(
                    sub.getChildElementsByType(StartEvent.class).stream()
                            .findFirst()
                            .orElse(null),
                    calls,
                    won);
        } else if (node instanceof CallActivity call
                && call.getCalledElement() != null
                && call.getCalledElement().startsWith(Contract.STAGE_PREFIX)) {
            calls.add(call);
        } else if (won[0] < 0 && "won".equals(property(node, Contract.STATUS_PROPERTY))) {
            won[0] = calls.size();
        }
    }

    /**
     * The items that a property declares, {@code id: label} each: one a line, or one behind the other with semicolons between,
     * for a field of Modeler in which no line can be broken.
     */
    public static Stream<String> items(@Nullable String text) {
        return text == null
                ? Stream.of()
                : BETWEEN_ITEMS.splitAsStream(text).map(String::strip).filter(item -> !item.isEmpty());
    }

    /** The items of a property, each as id and label. */
    private static List<List<String>> lines(@Nullable String text) {
        return items(text).map(Diagrams::idAndLabel).toList();
    }

    private static List<String> idAndLabel(String line) {
        int colon = line.indexOf(':');
        return colon < 0
                ? List.of(line, line)
                : List.of(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
    }

    /** An element's name, or its id where it has none. */
    static String label(FlowElement element) {
        return element.getName() == null || element.getName().isBlank() ? element.getId() : element.getName();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
