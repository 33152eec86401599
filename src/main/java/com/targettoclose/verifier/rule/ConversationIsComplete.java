package com.targettoclose.verifier.rule;

import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.ItemLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A conversation says why it is held, what the client gets, what it generates and by when. */
final class ConversationIsComplete implements DiagramRule {

    private static final Set<String> ENDINGS = Contract.ENDING_MESSAGES.keySet().stream()
            .map(Status::value)
            .collect(Collectors.toCollection(TreeSet::new));

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.conversations()
                .flatMap(task -> faults(task)
                        .map(remedy -> finding(
                                diagram.place(task),
                                "The rep would open it without a plan, or no deal with this conversation could be read.",
                                remedy)));
    }

    private static Stream<String> faults(UserTask task) {
        List<String> faults = new ArrayList<>();
        for (var name : List.of(Contract.PURPOSE_PROPERTY, Contract.VALUE_FOR_CLIENT_PROPERTY)) {
            if (Objects.toString(Diagrams.property(task, name), "").isBlank()) {
                faults.add("Fill in the property '" + name + "'.");
            }
        }
        if (!Objects.toString(Diagrams.property(task, Contract.TARGET_DAYS_PROPERTY), "")
                .strip()
                .matches("[1-9]\\d{0,3}")) {
            faults.add(
                    "Set the property '" + Contract.TARGET_DAYS_PROPERTY + "' to a whole number of days above zero.");
        }
        items(task, faults);
        var ending = Diagrams.property(task, Contract.DECLINED_MEANS_PROPERTY);
        if (ending != null && !(ENDINGS.contains(ending) && asksFor(task))) {
            faults.add("Set the property '" + Contract.DECLINED_MEANS_PROPERTY + "', beside a commitment, to one of: "
                    + String.join(", ", ENDINGS) + ".");
        }
        return faults.stream();
    }

    private static void items(UserTask task, List<String> faults) {
        var items = Diagram.items(task);
        if (items.isEmpty()) {
            faults.add("Name at least one outcome or commitment.");
        }
        items.stream()
                .filter(item -> !item.wellFormed() || item.label().isEmpty())
                .forEach(item -> faults.add("Write '" + item.id() + "' as 'id: label', the id in small letters with"
                        + " hyphens, the label as the sentence that is true once it is gained."));
        if (items.stream().filter(ItemLine::commitment).count() > 1) {
            faults.add("Ask for one commitment; make another conversation for the next.");
        }
    }

    private static boolean asksFor(UserTask task) {
        return Diagram.items(task).stream().anyMatch(ItemLine::commitment);
    }
}
