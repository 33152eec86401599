package com.targettoclose.trust;

import com.targettoclose.conversation.Commitment;
import com.targettoclose.conversation.Item;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.report.figures.GroupLine;
import com.targettoclose.report.figures.Outcomes;
import com.targettoclose.report.figures.PersonLine;
import com.targettoclose.report.figures.TrustReport;
import com.targettoclose.report.figures.WaiverLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What things and people are called, and who leads whom. */
@Component
class Labels {

    private final Roadmaps roadmaps;
    private final SalesForce salesForce;
    private final SalesTeams teams;

    Labels(Roadmaps roadmaps, SalesForce salesForce, SalesTeams teams) {
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
        this.teams = teams;
    }

    /**
     * Names by id. What has none is called by its id.
     *
     * @param stages in the order of the roadmaps
     * @param teams those whom each manager leads, by the manager
     */
    record Names(
            Map<String, String> stages,
            Map<String, Item> items,
            Map<String, String> people,
            Map<String, Set<String>> teams) {

        String stage(String id) {
            return stages.getOrDefault(id, id);
        }

        String item(String id) {
            var item = items.get(id);
            return item == null ? id : item.label();
        }

        boolean isCommitment(String id) {
            return items.get(id) instanceof Commitment;
        }

        String person(String id) {
            return people.getOrDefault(id, id);
        }

        /** Where a stage comes; those that no roadmap has any more come last. */
        int place(String stage) {
            int place = List.copyOf(stages.keySet()).indexOf(stage);
            return place < 0 ? Integer.MAX_VALUE : place;
        }

        /** What became of the deals of each team; who has several managers counts in several teams. */
        List<GroupLine> byTeam(List<PersonLine> people) {
            List<GroupLine> lines = new ArrayList<>();
            teams.forEach((manager, members) -> {
                var theirs = people.stream()
                        .filter(line -> members.contains(line.owner()))
                        .toList();
                if (!theirs.isEmpty()) {
                    lines.add(new GroupLine(
                            manager,
                            theirs.stream().map(PersonLine::process).reduce(Outcomes.NONE, Outcomes::plus),
                            theirs.stream().map(PersonLine::before).reduce(Outcomes.NONE, Outcomes::plus)));
                }
            });
            return lines;
        }
    }

    Names of(TrustReport report) {
        var owners = report.people().stream().map(PersonLine::owner).collect(Collectors.toSet());
        Map<String, Set<String>> led = new TreeMap<>();
        teams.managersOf(owners)
                .forEach((member, managers) -> managers.forEach(manager ->
                        led.computeIfAbsent(manager, any -> new HashSet<>()).add(member)));
        var everybody = new HashSet<>(owners);
        everybody.addAll(led.keySet());
        everybody.addAll(report.approvers().stream().map(WaiverLine::approver).toList());
        Map<String, String> stages = new LinkedHashMap<>();
        Map<String, Item> items = new LinkedHashMap<>();
        for (var roadmap : all()) {
            roadmap.stages().forEach(stage -> stages.putIfAbsent(stage.name(), stage.label()));
            roadmap.items().forEach(items::putIfAbsent);
        }
        return new Names(stages, items, salesForce.names(everybody), led);
    }

    List<Roadmap> all() {
        return roadmaps.keys().stream()
                .flatMap(key -> roadmaps.inForce(key).stream())
                .toList();
    }
}
