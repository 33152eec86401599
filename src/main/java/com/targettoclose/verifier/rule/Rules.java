package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.Comparator;
import java.util.List;

/** Every rule, in the order of {@code docs/rules.md}. */
public final class Rules {

    /** The rules. */
    public static final List<Rule> ALL = List.of(
            new NoCode(),
            new FileCanBeRead(),
            new FileHoldsOneProcess(),
            new FileIsNamedAsItsContent(),
            new IdsStandForOneThing(),
            new ExtensionsAreCamundas(),
            new HistoryHasAnEnd(),
            new StepsAreNamed(),
            new FlowsStandAtBothEnds(),
            new EverythingIsDrawn(),
            new EverythingIsReached(),
            new LoopsWait(),
            new EventsAreOurs(),
            new ServiceTaskDoesSomething(),
            new TaskIsSomebodys(),
            new FormIsThere(),
            new CalledProcessIsThere(),
            new MapIsNotStartedByHand(),
            new MapSetsNoVariables(),
            new NothingRepeatsByItself(),
            new StageBeginsAtItsGate(),
            new StageHasOneGate(),
            new StageHasOnlyItsParts(),
            new GateStandsInAStage(),
            new StageWaitsOnlyAtItsGate(),
            new GateIsAnsweredAtOnce(),
            new QuestionHasItsThreeAnswers(),
            new StagePassesOnlyWhenMet(),
            new OwedEarlierGoesBackToTheMap(),
            new OwedHereOpensConversations(),
            new ConversationIsOpenedWhenOwed(),
            new ConversationLeadsBackToTheGate(),
            new OtherGatewaysMerge(),
            new ConversationIsTheOwners(),
            new ConversationIsComplete(),
            new ConversationIdStandsForOne(),
            new ItemMeansOneThing(),
            new FormAsksForEveryItem(),
            new FormAsksForNothingElse(),
            new FormPartsAreShown(),
            new FormIsForThisPlatform(),
            new RoadmapIsOneRoad(),
            new RoadmapHasOnlyItsParts(),
            new RoadmapLeadsToTheWin(),
            new StageStandsOnceOnARoadmap(),
            new StageKnowsItsDeal(),
            new WayBackIsCaught(),
            new WayBackLeadsToTheStart(),
            new EndingsAreCaught(),
            new EndingSaysItsStatus(),
            new EveryEndSaysHowItEnded(),
            new CaughtMeansStopped(),
            new StatusTakesEffect(),
            new CriteriaHaveTheirColumns(),
            new CriteriaAreUnderstood(),
            new EveryRowApplies(),
            new RequiredItemIsGenerated(),
            new RequiredItemComesInTime(),
            new CriteriaCoverEveryValue(),
            new EveryEndingHasAReason(),
            new ConversationAsksForACommitment(),
            new StageAsksForACommitment(),
            new StageIsCalled(),
            new StageRequiresSomething(),
            new ItemIsRequired(),
            new ItemReadsTheSame(),
            new DecisionIsTheClients());

    private Rules() {}

    /** Everything that any rule has against a design, errors first. */
    public static List<Finding> check(Design design) {
        return ALL.stream()
                .flatMap(rule -> rule.check(design))
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
