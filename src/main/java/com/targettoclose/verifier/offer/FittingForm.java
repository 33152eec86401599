package com.targettoclose.verifier.offer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.Form;
import com.targettoclose.verifier.design.ItemLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The form that fits a conversation: the one it has, without the questions that it does not generate any more and with those
 * that are new; or a whole one, as all of ours look. What the owner wrote into a form stays.
 */
final class FittingForm {

    private static final String NEXT_STEP = "nextStepOn";
    private static final Set<String> GENERAL = Set.of("contact", "heldOn", "channel", NEXT_STEP);
    private static final String OUTCOMES = "Heading_Outcomes";
    private static final String COMMITMENT = "Heading_Commitment";

    private final List<ItemLine> items;
    private final ObjectNode form;
    private final ArrayNode components;
    private final Set<String> allowed = new HashSet<>(GENERAL);
    private boolean changed;

    private FittingForm(List<ItemLine> items, ObjectNode form) {
        this.items = items;
        this.form = form;
        this.components = form.withArray("components");
        items.forEach(item -> allowed.addAll(item.fields()));
    }

    /** The form for a conversation; empty where the one it has fits, or nothing can be said of its items. */
    static Optional<Offer> of(Design design, UserTask task) {
        var items = Diagram.items(task).stream()
                .filter(ItemLine::wellFormed)
                .distinct()
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var name = Objects.toString(task.getName(), task.getId());
        var id = task.getCamundaFormRef() == null ? id(name) : task.getCamundaFormRef();
        var there = design.form(id)
                .map(Form::root)
                .filter(root ->
                        root instanceof ObjectNode && root.path("components").isArray());
        var fitting =
                new FittingForm(items, there.<ObjectNode>map(JsonNode::deepCopy).orElseGet(() -> Template.frame(id)));
        fitting.fit();
        if (there.isPresent() && !fitting.changed) {
            return Optional.empty();
        }
        return Optional.of(new Offer(id + ".form", why(name, there.isPresent()), Template.written(fitting.form)));
    }

    /** {@code earn-the-meeting} for “Earn the meeting”. */
    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String why(String name, boolean there) {
        return there
                ? "The form of “" + name
                        + "” does not ask for what the conversation generates. This one does. Put the new"
                        + " questions in your words, and deploy it with the diagram."
                : "“" + name
                        + "” has no form. Choose this one in the task, with the binding “deployment”, put its questions"
                        + " in your words, and deploy both.";
    }

    private void fit() {
        var incomplete = items.stream().filter(item -> !isAsked(item)).toList();
        incomplete.forEach(item -> allowed.removeAll(item.fields()));
        removeWhatIsNotAllowed();
        incomplete.forEach(this::add);
        dropHeading(OUTCOMES, items.stream().noneMatch(item -> !item.commitment()));
        dropHeading(COMMITMENT, items.stream().noneMatch(ItemLine::commitment));
    }

    private boolean isAsked(ItemLine item) {
        return item.fields().stream().allMatch(field -> holds(components, field));
    }

    private static boolean holds(JsonNode within, String key) {
        return within.findValuesAsText("key").contains(key);
    }

    private void removeWhatIsNotAllowed() {
        Set<String> gone = new HashSet<>();
        remove(components, gone);
        for (var parts = components.elements(); parts.hasNext(); ) {
            var hide = parts.next().at("/conditional/hide").asText();
            if (gone.stream().anyMatch(prefix -> hide.contains(prefix + "Held"))) {
                parts.remove();
            }
        }
    }

    /** Removes fields that may not be there, and groups that held nothing else. */
    private void remove(JsonNode parts, Set<String> gone) {
        for (var each = parts.elements(); each.hasNext(); ) {
            var part = each.next();
            boolean asked = !part.findValues("key").isEmpty();
            remove(part.path("components"), gone);
            var key = part.path("type").asText().equals("table")
                    ? ""
                    : part.path("key").asText();
            boolean wrong = !key.isEmpty() && !allowed.contains(key);
            boolean empty =
                    asked && part.has("components") && part.findValues("key").isEmpty();
            if (wrong) {
                gone.add(key.replaceAll("(State|Words|Proof|Link)$", ""));
            }
            if (wrong || empty) {
                each.remove();
                changed = true;
            }
        }
    }

    private void add(ItemLine item) {
        int at = placeFor(item);
        for (var part : Template.item(item)) {
            components.insert(at, part);
            at++;
        }
        changed = true;
    }

    /** Outcomes stand before the commitment, and both before the next step. */
    private int placeFor(ItemLine item) {
        List<Integer> before = new ArrayList<>(List.of(components.size()));
        for (int i = 0; i < components.size(); i++) {
            var part = components.get(i);
            boolean commitment = part.path("id").asText().equals(COMMITMENT)
                    || items.stream().filter(ItemLine::commitment).anyMatch(it -> speaksOf(part, it));
            if (holds(part, NEXT_STEP) || part.path("key").asText().equals(NEXT_STEP)) {
                before.add(i);
            } else if (!item.commitment() && commitment) {
                before.add(i);
            }
        }
        return before.stream().min(Integer::compare).orElseThrow();
    }

    private static boolean speaksOf(JsonNode part, ItemLine item) {
        return item.fields().stream().anyMatch(field -> holds(part, field))
                || part.at("/conditional/hide").asText().contains(item.fieldPrefix() + "Held");
    }

    private void dropHeading(String id, boolean needless) {
        for (var parts = components.elements(); needless && parts.hasNext(); ) {
            if (parts.next().path("id").asText().equals(id)) {
                parts.remove();
            }
        }
    }
}
