package com.targettoclose.report.facts;

import com.targettoclose.gate.MetBy;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Holding;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what became of each item of a deal. */
final class ReadItems {

    private ReadItems() {}

    static List<ItemFact> of(DealFact deal, History history, ReadGates gates) {
        Map<String, List<Entry>> byItem = new TreeMap<>();
        for (var entry : history.entries()) {
            var item = entry.content().item();
            if (item != null) {
                byItem.computeIfAbsent(item, any -> new ArrayList<>()).add(entry);
            }
        }
        var holdings = history.holdings();
        return byItem.entrySet().stream()
                .map(item -> item(deal, item.getKey(), item.getValue(), holdings, gates))
                .toList();
    }

    private static int days(Entry asked, Entry gained) {
        return Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(Heard.day(asked), Heard.day(gained))));
    }

    private static ItemFact item(
            DealFact deal, String item, List<Entry> entries, Map<String, Holding> holdings, ReadGates gates) {
        var answers = entries.stream().filter(Heard::answer).toList();
        var first = answers.stream().filter(Heard::gained).findFirst().orElse(null);
        var kind = holdings.getOrDefault(item, Holding.none(item)).kind();
        return new ItemFact(
                deal.opportunityId(),
                item,
                deal.owner(),
                deal.roadmap(),
                deal.edition(),
                deal.dealType(),
                deal.sizeBand(),
                deal.status(),
                deal.openedOn(),
                deal.closedOn(),
                gates.stageOf(item).orElse(null),
                gates.metBy(item).map(MetBy::value).orElse(null),
                kind == null ? "attempted" : kind.value(),
                answers.size(),
                first == null ? null : answers.indexOf(first) + 1,
                first == null ? null : Heard.day(first),
                first == null ? null : days(answers.get(0), first),
                entries.stream()
                        .filter(entry -> entry.kind() == EntryKind.WAIVED)
                        .map(Entry::recordedBy)
                        .findFirst()
                        .orElse(null));
    }
}
