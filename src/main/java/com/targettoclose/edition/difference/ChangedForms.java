package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Sides.Both;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Forms that came, went, or ask for something else. */
final class ChangedForms {

    private final Design before;
    private final Design after;
    private final List<Change> changes = new ArrayList<>();

    private ChangedForms(Design before, Design after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> between(Design before, Design after) {
        return new ChangedForms(before, after).changes();
    }

    private List<Change> changes() {
        var sides = Sides.by(Form::id, before.forms(), after.forms());
        sides.removed().forEach(form -> tell(Kind.REMOVED, form, "is removed"));
        sides.added().forEach(form -> tell(Kind.ADDED, form, "is new"));
        sides.both().forEach(this::changed);
        return changes;
    }

    private void changed(Both<Form> both) {
        var clauses = new FormClauses(both.before(), both.after()).all();
        if (!clauses.isEmpty()) {
            tell(Kind.CHANGED, both.after(), Words.joined(clauses));
        }
    }

    private void tell(Kind kind, Form form, String clause) {
        var used = Stream.of(after, before)
                .flatMap(design -> usedBy(design, form.id()).stream())
                .findFirst();
        var says = used.map(name -> "The form of " + Words.quoted(name)).orElse("The form " + Words.quoted(form.id()))
                + " " + clause + ".";
        changes.add(Change.harmless(Subject.FORM, kind, form.resource(), form.id(), used.orElse(""), says));
    }

    /** What shows a form: a task by its name, and where it starts a diagram, the diagram by its name. */
    private static Optional<String> usedBy(Design design, String form) {
        return design.diagrams().stream()
                .flatMap(diagram -> diagram.nodes().stream()
                        .filter(node -> form.equals(formRef(node)))
                        .map(node -> node instanceof StartEvent
                                ? Labels.name(diagram)
                                : Words.named(Labels.orEmpty(node.getName()), form)))
                .findFirst();
    }

    private static @Nullable String formRef(FlowNode node) {
        if (node instanceof UserTask task) {
            return task.getCamundaFormRef();
        }
        return node instanceof StartEvent start ? start.getCamundaFormRef() : null;
    }
}
