package com.targettoclose.process.roadmap;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Item;
import com.targettoclose.gate.RoadToWin;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * A roadmap as its diagrams draw it.
 *
 * @param key its process id
 * @param definitionId its process definition
 * @param deploymentId the deployment it came with, and that everything it calls came with
 * @param stages in the order of the diagram
 * @param stagesToWin how many of them lie before the opportunity is won
 * @param meantFor the deal types that run on it; empty: every type
 */
public record Roadmap(
        String key,
        String definitionId,
        String deploymentId,
        List<Stage> stages,
        int stagesToWin,
        Set<DealType> meantFor) {

    /**
     * A stage.
     *
     * @param name {@code discovery}
     * @param conversations those its diagram has, in document order
     * @param stallDays for how many days nothing need be heard from the client; null for ever
     */
    public record Stage(
            String name,
            String label,
            List<Conversation> conversations,
            @Nullable Integer stallDays) {

        public Stage {
            conversations = List.copyOf(conversations);
        }

        private static Stage drawn(Process process, String label) {
            return new Stage(
                    Contract.stageOf(process.getId()),
                    label,
                    process.getChildElementsByType(UserTask.class).stream()
                            .filter(Diagrams::isConversation)
                            .map(Diagrams::conversation)
                            .toList(),
                    Diagrams.stallDays(process));
        }

        /** Whether one of its conversations generates the item. */
        public boolean generates(String item) {
            return conversations.stream()
                    .flatMap(conversation -> conversation.items().stream())
                    .anyMatch(it -> it.id().equals(item));
        }
    }

    public Roadmap {
        stages = List.copyOf(stages);
        meantFor = Set.copyOf(meantFor);
    }

    /**
     * A roadmap as these diagrams draw it.
     *
     * @param called the process of a stage, by its id
     */
    public static Roadmap drawn(
            Process process, Function<String, Process> called, String definitionId, String deploymentId) {
        var stages = Diagrams.calledStages(process);
        return new Roadmap(
                process.getId(),
                definitionId,
                deploymentId,
                stages.calls().stream()
                        .map(call -> Stage.drawn(called.apply(call.getCalledElement()), Diagrams.label(call)))
                        .toList(),
                stages.beforeWon(),
                Diagrams.dealTypes(process));
    }

    /** Whether deals of this type may run on it: a short roadmap is no short cut for the others. */
    public boolean takes(DealType type) {
        return meantFor.isEmpty() || meantFor.contains(type);
    }

    /** Every item its conversations generate, by id, in the order of the diagrams. */
    public Map<String, Item> items() {
        Map<String, Item> items = new LinkedHashMap<>();
        stages.stream()
                .flatMap(stage -> stage.conversations().stream())
                .flatMap(conversation -> conversation.items().stream())
                .forEach(item -> items.putIfAbsent(item.id(), item));
        return items;
    }

    /** The stages up to this one, itself included. */
    public List<Stage> upTo(String stage) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).name().equals(stage)) {
                return stages.subList(0, i + 1);
            }
        }
        throw new IllegalStateException("Roadmap " + key + " has no stage '" + stage + "'.");
    }

    /** The stages to run through before the opportunity is won. */
    public List<Stage> toWin() {
        return stages.subList(0, stagesToWin);
    }

    /** What leads to the win: the stages before it, and the commitments whose decline would have ended the pursuit. */
    public RoadToWin roadToWin() {
        var before = toWin().stream().map(Stage::name).collect(Collectors.toSet());
        var decisions = stages.stream()
                .flatMap(stage -> stage.conversations().stream())
                .filter(conversation -> conversation.declinedMeans() != null)
                .map(Conversation::commitment)
                .filter(Objects::nonNull)
                .map(Item::id)
                .collect(Collectors.toSet());
        return new RoadToWin(before, decisions);
    }

    /** A stage by its name. */
    public Optional<Stage> stage(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** A conversation by its key. */
    public Optional<Conversation> conversation(String conversationKey) {
        return stages.stream()
                .flatMap(stage -> stage.conversations().stream())
                .filter(conversation -> conversation.key().equals(conversationKey))
                .findFirst();
    }
}
