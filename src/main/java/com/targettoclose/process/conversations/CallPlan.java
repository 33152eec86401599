package com.targettoclose.process.conversations;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.process.roadmap.Roadmap;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * What a conversation's form shows before it asks: purpose, value for the client, what is known in the client's words,
 * what is owed. Computed when the form opens; nothing of it is stored.
 */
public final class CallPlan {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Pattern MARKDOWN = Pattern.compile("([\\\\`*_\\[\\]()<>#!|{}~])");

    private CallPlan() {}

    /** The form's variables, by name; owed are the ids of the items that the opportunity's gates still ask for. */
    static Map<String, TypedValue> of(Conversation conversation, History history, Roadmap roadmap, Set<String> owed) {
        var known = known(history, roadmap);
        Map<String, TypedValue> plan = new HashMap<>();
        plan.put("planPurpose", Variables.stringValue(conversation.purpose()));
        plan.put("planValueForClient", Variables.stringValue(conversation.valueForClient()));
        plan.put("planAttempt", Variables.stringValue(attempts(history.timesHeld(conversation.key()))));
        plan.put("planOwed", Variables.stringValue(owedList(conversation, owed, history.gained())));
        plan.put("anythingKnown", Variables.booleanValue(!known.isEmpty()));
        // as text: REST would write a deserialised node as a bean, and Tasklist fails on that
        plan.put("known", SpinValues.jsonValue(Spin.JSON(known).toString()).create());
        var holdings = history.holdings();
        conversation.items().forEach(item -> {
            var holding = holdings.get(item.id());
            boolean held = holding != null && holding.gained() && !owed.contains(item.id());
            plan.put(item.fieldPrefix() + "Held", Variables.booleanValue(held));
            plan.put(item.fieldPrefix() + "Optional", Variables.booleanValue(!held && !owed.contains(item.id())));
        });
        return plan;
    }

    /** What will count no more by a day, with the first day on which it will not, the earliest first; a line each. */
    static TypedValue lapsing(Map<String, LocalDate> lapses, Roadmap roadmap, LocalDate by) {
        var items = roadmap.items();
        return Variables.stringValue(lapses.entrySet().stream()
                .filter(it -> !it.getValue().isAfter(by) && items.containsKey(it.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(it -> "- %s: until %s. Ask for it again before then."
                        .formatted(
                                plain(Objects.requireNonNull(items.get(it.getKey()))
                                        .label()),
                                DAY.format(it.getValue().minusDays(1))))
                .collect(Collectors.joining("\n")));
    }

    private static String attempts(int times) {
        return switch (times) {
            case 0 -> "";
            case 1 -> "Held once before.";
            case 2 -> "Held twice before.";
            default -> "Held " + times + " times before.";
        };
    }

    private static String owedList(Conversation conversation, Set<String> owed, Set<String> gained) {
        return conversation.items().stream()
                .filter(item -> owed.contains(item.id()))
                .map(item -> "- " + plain(item.label())
                        + (gained.contains(item.id()) ? " *(said already, but to be proven or said again)*" : ""))
                .collect(Collectors.joining("\n"));
    }

    /** The furthest on the map first: a long table shows its first rows alone. */
    private static List<Map<String, String>> known(History history, Roadmap roadmap) {
        Map<String, Entry> gained = new HashMap<>();
        history.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.GAINED)
                .forEach(entry ->
                        gained.put(Objects.requireNonNull(entry.content().item()), entry));
        var holdings = history.holdings();
        List<Map<String, String>> known = new ArrayList<>();
        roadmap.items().forEach((id, item) -> {
            var entry = gained.get(id);
            var holding = holdings.get(id);
            if (entry != null && holding != null && holding.gained()) {
                known.add(Map.of(
                        "item", item.label(),
                        "since", holding.since() == null ? "" : DAY.format(holding.since()),
                        "words", Objects.requireNonNullElse(entry.content().words(), "")));
            }
        });
        Collections.reverse(known);
        return known;
    }

    /** Text that a form's markdown shows as it is. */
    public static String plain(String text) {
        return MARKDOWN.matcher(text).replaceAll("\\\\$1");
    }
}
