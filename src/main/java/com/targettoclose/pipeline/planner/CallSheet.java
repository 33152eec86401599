package com.targettoclose.pipeline.planner;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Holding;
import com.targettoclose.pipeline.page.Day;
import com.targettoclose.process.roadmap.Roadmap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to know before a call, on one page.
 *
 * @param generate the outcomes that it must generate
 * @param ask the commitment to ask for; null where there is none
 * @param known what the client gave so far, in its words
 * @param nextStepOn the day agreed with the client for this conversation; empty for none
 */
record CallSheet(
        String name,
        String purpose,
        String valueForClient,
        String heldBefore,
        List<Wanted> generate,
        @Nullable Wanted ask,
        List<Known> known,
        String nextStepOn) {

    /** Something to leave the call with; held already where there is nothing to ask. */
    record Wanted(String label, boolean held, @Nullable String lastWords) {}

    /** Something the client gave, and how it put it. */
    record Known(
            String label,
            String since,
            @Nullable String contact,
            @Nullable String words) {}

    static CallSheet of(Conversation conversation, Roadmap roadmap, History history) {
        var holdings = history.holdings();
        Map<String, Entry> newest = new HashMap<>();
        history.entries().stream()
                .filter(entry ->
                        entry.content().item() != null && entry.content().words() != null)
                .filter(entry -> entry.kind() != EntryKind.VERIFIED && entry.kind() != EntryKind.WAIVED)
                .forEach(entry -> newest.put(String.valueOf(entry.content().item()), entry));
        List<Known> known = new ArrayList<>();
        for (var item : roadmap.items().values()) {
            var holding = holdings.get(item.id());
            if (holding != null && holding.gained()) {
                var entry = newest.get(item.id());
                known.add(new Known(
                        item.label(),
                        Day.of(holding.since()),
                        entry == null ? null : entry.content().contact(),
                        entry == null ? null : entry.content().words()));
            }
        }
        var commitment = conversation.commitment();
        return new CallSheet(
                conversation.name(),
                conversation.purpose(),
                conversation.valueForClient(),
                held(history.timesHeld(conversation.key())),
                conversation.outcomes().stream()
                        .map(item -> wanted(item, holdings, newest))
                        .toList(),
                commitment == null ? null : wanted(commitment, holdings, newest),
                known,
                history.nextStepAfter(conversation.key()).map(Day::of).orElse(""));
    }

    private static Wanted wanted(Item item, Map<String, Holding> holdings, Map<String, Entry> newest) {
        boolean held = holdings.getOrDefault(item.id(), Holding.none(item.id())).gained();
        var entry = newest.get(item.id());
        return new Wanted(
                item.label(),
                held,
                held || entry == null ? null : entry.content().words());
    }

    private static String held(int times) {
        return switch (times) {
            case 0 -> "";
            case 1 -> "Held once before.";
            default -> "Held " + times + " times before.";
        };
    }
}
