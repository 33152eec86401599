package com.targettoclose.pipeline.page;

import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The lines of the list, and what it can be filtered by: a few queries, however many lines there are. */
@Service
class ListLines {

    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final SalesForce salesForce;

    ListLines(Ledger ledger, Roadmaps roadmaps, SalesForce salesForce) {
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
    }

    /**
     * One opportunity.
     *
     * @param notes what whoever looks after it should know, each a few words
     */
    record Line(
            String id,
            String account,
            String owner,
            String worth,
            String status,
            String statusInWords,
            String stage,
            List<String> notes) {}

    /** Something to choose from. */
    record Chosen(String value, String label) {}

    /** The lines of these opportunities; stages are those of {@link #stages()}. */
    List<Line> of(List<Opportunity> found, Actor who, List<Chosen> stages) {
        var ids = found.stream().map(Opportunity::id).toList();
        var histories = ledger.aboutItems(ids);
        var names = salesForce.names(
                found.stream().map(Opportunity::owner).distinct().toList());
        var labels = stages.stream().collect(Collectors.toMap(Chosen::value, Chosen::label));
        return found.stream()
                .map(it -> new Line(
                        it.id(),
                        it.account(),
                        it.owner().equals(who.userId()) ? "you" : names.getOrDefault(it.owner(), it.owner()),
                        Money.of(it.terms()),
                        it.status().value(),
                        Said.status(it.status().value()),
                        it.stage() == null ? "" : labels.getOrDefault(it.stage(), it.stage()),
                        notes(histories.get(it.id()))))
                .toList();
    }

    private static List<String> notes(@Nullable History history) {
        if (history == null) {
            return List.of();
        }
        var holdings = history.holdings().values();
        List<String> notes = new ArrayList<>();
        long afterwards = holdings.stream()
                .filter(it -> it.gained() && it.provenance() == Provenance.AFTERWARDS)
                .count();
        if (afterwards > 0) {
            notes.add(afterwards + " recorded afterwards");
        }
        if (holdings.stream().anyMatch(it -> it.corrected())) {
            notes.add("corrected by the client");
        }
        return notes;
    }

    /** The stages of all roadmaps, by name, each once. */
    List<Chosen> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        roadmaps.inForce().stream()
                .sorted(Comparator.comparing((Roadmap it) -> it.stages().size()).reversed())
                .flatMap(roadmap -> roadmap.stages().stream())
                .forEach(stage -> stages.putIfAbsent(stage.name(), stage.label()));
        return stages.entrySet().stream()
                .map(it -> new Chosen(it.getKey(), it.getValue()))
                .toList();
    }

    /** Whose opportunities they can ask for; none where they only see their own. */
    List<Chosen> owners(Actor who) {
        var options = who.seesAll()
                ? salesForce.whoSell()
                : who.owners().size() > 1
                        ? salesForce.named(who.owners())
                        : List.<com.targettoclose.process.people.Option>of();
        return options.stream().map(it -> new Chosen(it.value(), it.label())).toList();
    }
}
