package com.targettoclose.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The maps as the design writes them down, for the random walk: written by hand, read from no diagram and no table. */
final class WalkMap {

    /** Who may waive an item. */
    enum Waivable {
        NOBODY,
        LEADER,
        MANAGER
    }

    /** What a stage has: its conversations, each with its items. */
    record Stage(String name, Map<String, List<String>> conversations) {}

    /** A requirement of a stage. */
    record Rule(String stage, String item) {

        Waivable waivable() {
            return item.equals("decide")
                    ? Waivable.NOBODY
                    : Set.of("change", "invest").contains(item) ? Waivable.LEADER : Waivable.MANAGER;
        }

        boolean needsProof() {
            return item.equals("decide");
        }

        /** After how many days it lapses; 0 for never. */
        int lapses() {
            return item.equals("time") ? 90 : item.equals("budget-source") ? 120 : 0;
        }
    }

    static final WalkMap LONG = new WalkMap(
            "target-to-close",
            5,
            List.of(
                    stage("target", "UserTask_EarnTheMeeting: fit-hypothesis value-for-client time"),
                    stage(
                            "discovery",
                            "UserTask_ExploreTheNeedToChange: problem-known agenda-agreed explore",
                            "UserTask_EstablishWhyChangeWhyNow: cost-of-inaction trigger-and-date change"),
                    stage(
                            "diagnosis",
                            "UserTask_CollaborateOnTheSolution: client-design-input success-measures collaborate",
                            "UserTask_BuildConsensus: stakeholder-map stakeholder-positions consensus",
                            "UserTask_AgreeTheInvestment: value-case budget-source invest"),
                    stage(
                            "presentation",
                            "UserTask_ReviewTheDraft: changes-wanted review",
                            "UserTask_ResolveConcerns: concerns-listed resolve"),
                    stage("negotiation", "UserTask_AskForTheDecision: terms-agreed signature-path decide"),
                    stage("execution", "UserTask_StartAndRealiseTheValue: handover-done first-result execute")));

    static final WalkMap SHORT = new WalkMap(
            "renewal",
            2,
            List.of(
                    stage("renewal-value", "UserTask_ReviewTheValue: first-result change"),
                    stage(
                            "renewal-decision",
                            "UserTask_AgreeTheNextTerm: value-case invest",
                            "UserTask_AskForTheRenewal: signature-path decide")));

    private static final Set<String> SMALL = Set.of(
            "fit-hypothesis",
            "time",
            "problem-known",
            "explore",
            "change",
            "success-measures",
            "collaborate",
            "invest",
            "review",
            "resolve",
            "terms-agreed",
            "decide",
            "handover-done",
            "execute");

    private static final Set<String> RENEWAL = Set.of("change", "invest", "decide", "first-result");

    final String name;

    /** How many stages lie before the win. */
    final int toWin;

    final List<Stage> stages;

    private WalkMap(String name, int toWin, List<Stage> stages) {
        this.name = name;
        this.toWin = toWin;
        this.stages = stages;
    }

    /** What a stage requires of a deal. */
    List<Rule> rules(int stage, boolean small, boolean renewal) {
        var it = stages.get(stage);
        return it.conversations().values().stream()
                .flatMap(List::stream)
                .filter(item -> renewal ? RENEWAL.contains(item) : !small || SMALL.contains(item))
                .map(item -> new Rule(it.name(), item))
                .toList();
    }

    /** Every item. */
    List<String> items() {
        return stages.stream()
                .flatMap(stage -> stage.conversations().values().stream())
                .flatMap(List::stream)
                .toList();
    }

    int index(String stage) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).name().equals(stage)) {
                return i;
            }
        }
        throw new AssertionError(name + " has no stage " + stage);
    }

    private static Stage stage(String name, String... conversations) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (var conversation : conversations) {
            var parts = conversation.split(": ");
            all.put(parts[0], List.of(parts[1].split(" ")));
        }
        return new Stage(name, all);
    }
}
