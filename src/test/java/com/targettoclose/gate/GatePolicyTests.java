package com.targettoclose.gate;

import static com.targettoclose.gate.Gap.Reason.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.gate.GateDecision.Outcome;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Holding;
import com.targettoclose.ledger.Provenance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatePolicyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Win NEVER_WON = null;

    @Test
    void whatIsHeldMeetsTheGate() {
        var decision = decide(gate("discovery", requires("change")), gained("change", TODAY));
        assertThat(decision.outcome()).isEqualTo(Outcome.MET);
        assertThat(decision.met()).containsExactly(Map.entry("change", MetBy.TIMELY));
        assertThat(decision.gaps()).isEmpty();
    }

    @Test
    void aStageThatRequiresNothingIsMet() {
        assertThat(decide(gate("discovery")).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void whatNobodyGaveIsOwed() {
        assertThat(reasons(decide(gate("discovery", requires("change"))))).containsExactly("change NOT_GAINED");
    }

    @Test
    void whatTheClientTookBackIsOwed() {
        var decision = decide(gate("discovery", requires("change")), holding("change", EntryKind.WITHDRAWN));
        assertThat(reasons(decision)).containsExactly("change WITHDRAWN");
    }

    @Test
    void whatLapsedStaysOwedEvenWithoutALimit() {
        var decision = decide(gate("discovery", requires("change")), holding("change", EntryKind.LAPSED));
        assertThat(reasons(decision)).containsExactly("change LAPSED");
    }

    @ParameterizedTest(name = "held {0} days ago: {1}")
    @CsvSource({"0, MET", "89, MET", "90, MET", "91, OWED_HERE"})
    void evidenceLapsesAfterItsLastDay(int daysAgo, Outcome expected) {
        var requirement = new Requirement("target", "time", WaivableBy.MANAGER, ProofNeeded.NONE, 90);
        var decision = decide(gate("target", requirement), gained("time", TODAY.minusDays(daysAgo)));
        assertThat(decision.outcome()).isEqualTo(expected);
        assertThat(reasons(decision)).isEqualTo(expected == Outcome.MET ? List.of() : List.of("time LAPSED"));
    }

    @ParameterizedTest(name = "{0}, claimed {1}, verified {2}: {3}")
    @CsvSource({
        "NONE, false, false, met",
        "NONE, true, false, met",
        "CLAIMED, false, false, PROOF_MISSING",
        "CLAIMED, true, false, met",
        "CLAIMED, false, true, met",
        "VERIFIED, false, false, PROOF_MISSING",
        "VERIFIED, true, false, PROOF_MISSING",
        "VERIFIED, false, true, met"
    })
    void proofIsAskedForWhereItIsRequired(ProofNeeded needed, boolean claimed, boolean verified, String expected) {
        var requirement = new Requirement("negotiation", "decide", WaivableBy.NOBODY, needed, null);
        var held =
                new Holding("decide", EntryKind.GAINED, 1, TODAY, Provenance.TIMELY, claimed, verified, false, null, 0);
        assertThat(reasons(decide(gate("negotiation", requirement), held)))
                .isEqualTo(expected.equals("met") ? List.of() : List.of("decide " + expected));
    }

    @ParameterizedTest(name = "until {0}: {1}")
    @CsvSource({"2026-03-03, met", "2026-03-02, met", "2026-03-01, WAIVER_NOT_VALID", ", met"})
    void aWaiverCountsUntilItsLastDay(LocalDate until, String expected) {
        var decision = decide(gate("discovery", requires("change")), waived("change", until));
        assertThat(reasons(decision)).isEqualTo(expected.equals("met") ? List.of() : List.of("change " + expected));
        assertThat(decision.met()).isEqualTo(expected.equals("met") ? Map.of("change", MetBy.WAIVED) : Map.of());
    }

    @Test
    void whatNobodyMayWaiveIsOwedDespiteAWaiver() {
        var requirement = new Requirement("negotiation", "decide", WaivableBy.NOBODY, ProofNeeded.NONE, null);
        assertThat(reasons(decide(gate("negotiation", requirement), waived("decide", null))))
                .containsExactly("decide WAIVER_NOT_VALID");
    }

    @ParameterizedTest
    @EnumSource(Provenance.class)
    void howEvidenceCameIsKeptApart(Provenance how) {
        var held = new Holding("change", EntryKind.GAINED, 1, TODAY, how, false, false, false, null, 0);
        assertThat(decide(gate("discovery", requires("change")), held)
                        .met()
                        .get("change")
                        .name())
                .isEqualTo(how.name());
    }

    @Test
    void everyGapIsNamedInTheOrderOfTheRoadmap() {
        var decision = GatePolicy.decide(
                List.of(
                        gate("target", requires("fit-hypothesis", "target"), requires("time", "target")),
                        gate("discovery", requires("change"), requires("explore"))),
                byItem(gained("time", TODAY), gained("explore", TODAY)),
                TODAY,
                NEVER_WON);
        assertThat(reasons(decision)).containsExactly("fit-hypothesis NOT_GAINED", "change NOT_GAINED");
        assertThat(decision.outcome()).isEqualTo(Outcome.OWED_EARLIER);
        assertThat(decision.met()).as("only its own").containsOnlyKeys("explore");
        assertThat(decision.owedItems()).containsExactly("fit-hypothesis", "change");
    }

    @Test
    void anOpportunityStandsInTheFirstStageThatOwes() {
        var earlier = gate("target", requires("time", "target"));
        var own = gate("discovery", requires("change"));
        assertThat(outcome(earlier, own, gained("time", TODAY))).isEqualTo(Outcome.OWED_HERE);
        assertThat(outcome(earlier, own, gained("change", TODAY))).isEqualTo(Outcome.OWED_EARLIER);
        assertThat(outcome(earlier, own)).isEqualTo(Outcome.OWED_EARLIER);
        assertThat(outcome(earlier, own, gained("time", TODAY), gained("change", TODAY)))
                .isEqualTo(Outcome.MET);
    }

    @Test
    void anItemThatTwoStagesRequireIsOwedOnce() {
        var decision = GatePolicy.decide(
                List.of(gate("target", requires("time", "target")), gate("discovery", requires("time"))),
                Map.of(),
                TODAY,
                NEVER_WON);
        assertThat(decision.gaps()).hasSize(2);
        assertThat(decision.owedItems()).containsExactly("time");
    }

    @Test
    void aWonDealIsJudgedInItsEarlierStagesAsOfTheWin() {
        var lapsing = new Requirement("target", "time", WaivableBy.MANAGER, ProofNeeded.NONE, 90);
        var stages = List.of(gate("target", lapsing), gate("execution", requires("execute", "execution")));
        var holdings = byItem(gained("time", TODAY.minusDays(200)), gained("execute", TODAY));
        assertThat(GatePolicy.decide(stages, holdings, TODAY, won(TODAY.minusDays(150), holdings))
                        .outcome())
                .as("it had not lapsed when it was won")
                .isEqualTo(Outcome.MET);
        assertThat(GatePolicy.decide(stages, holdings, TODAY, won(TODAY.minusDays(109), holdings))
                        .outcome())
                .as("it had lapsed when it was won")
                .isEqualTo(Outcome.OWED_EARLIER);
        assertThat(GatePolicy.decide(stages, holdings, TODAY, NEVER_WON).outcome())
                .as("it is not won")
                .isEqualTo(Outcome.OWED_EARLIER);
    }

    @Test
    void aWonDealsWaiversAreJudgedAsOfTheWinToo() {
        var stages =
                List.of(gate("discovery", requires("change")), gate("execution", requires("execute", "execution")));
        var holdings = byItem(waived("change", TODAY.minusDays(10)), gained("execute", TODAY));
        assertThat(GatePolicy.decide(stages, holdings, TODAY, won(TODAY.minusDays(10), holdings))
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(GatePolicy.decide(stages, holdings, TODAY, won(TODAY.minusDays(9), holdings))
                        .outcome())
                .isEqualTo(Outcome.OWED_EARLIER);
    }

    @Test
    void whatWasHeldAtTheWinStaysHeldForTheStagesBeforeIt() {
        var stages = List.of(
                gate("discovery", requires("change")),
                gate("negotiation", requires("decide", "negotiation")),
                gate("execution", requires("execute", "execution")));
        var then = byItem(gained("change", TODAY.minusDays(30)), gained("decide", TODAY.minusDays(30)));
        var now = byItem(
                holding("change", EntryKind.WITHDRAWN),
                gained("decide", TODAY.minusDays(30)),
                holding("execute", EntryKind.WITHDRAWN));
        var decision = GatePolicy.decide(stages, now, TODAY, won(TODAY.minusDays(30), then));
        assertThat(reasons(decision)).as("the stage after the win asks anew").containsExactly("execute WITHDRAWN");
        var itself = GatePolicy.decide(stages.subList(0, 1), now, TODAY, won(TODAY.minusDays(30), then));
        assertThat(itself.outcome()).as("a stage before it, looked at again").isEqualTo(Outcome.MET);
    }

    @Test
    void theStageAfterTheWinIsJudgedAsOfToday() {
        var lapsing = new Requirement("execution", "execute", WaivableBy.MANAGER, ProofNeeded.NONE, 10);
        var decision = GatePolicy.decide(
                List.of(gate("execution", lapsing)),
                byItem(gained("execute", TODAY.minusDays(11))),
                TODAY,
                won(TODAY.minusDays(5), byItem(gained("execute", TODAY.minusDays(11)))));
        assertThat(reasons(decision)).containsExactly("execute LAPSED");
    }

    @Test
    void aDecisionIsKeptWithEveryGap() {
        var decision = GatePolicy.decide(
                List.of(gate("target", requires("time", "target")), gate("discovery", requires("change"))),
                byItem(gained("change", TODAY)),
                TODAY,
                NEVER_WON);
        assertThat(decision.detail())
                .containsEntry("stage", "discovery")
                .containsEntry("outcome", "owed-earlier")
                .containsEntry("met", Map.of("change", "timely"))
                .containsEntry("gaps", List.of(Map.of("item", "time", "stage", "target", "reason", "not-gained")));
    }

    @Test
    void aGateIsMetExactlyWhenNoRequirementHasAGap() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int n = 0; n < 5_000; n++) {
            List<StageCriteria> stages = new ArrayList<>();
            Map<String, Holding> holdings = new HashMap<>();
            for (int s = 0; s < 3; s++) {
                stages.add(randomStage("stage-" + s, random, holdings));
            }
            var decision =
                    GatePolicy.decide(stages, holdings, TODAY, random.nextBoolean() ? won(TODAY, holdings) : NEVER_WON);
            long required = stages.get(2).requirements().size();
            long gapsHere = decision.gaps().stream()
                    .filter(gap -> gap.stage().equals("stage-2"))
                    .count();
            assertThat(decision.met().size() + gapsHere)
                    .as("seed %s, trial %s", seed, n)
                    .isEqualTo(required);
            assertThat(decision.outcome() == Outcome.MET)
                    .as("seed %s, trial %s", seed, n)
                    .isEqualTo(decision.gaps().isEmpty());
            assertThat(decision.owedItems().stream().filter(decision.met()::containsKey))
                    .as("seed %s, trial %s", seed, n)
                    .isEmpty();
        }
    }

    private static StageCriteria randomStage(String stage, Random random, Map<String, Holding> holdings) {
        List<Requirement> requirements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var item = stage + "-item-" + i;
            requirements.add(new Requirement(
                    stage,
                    item,
                    WaivableBy.values()[random.nextInt(3)],
                    ProofNeeded.values()[random.nextInt(3)],
                    random.nextBoolean() ? null : random.nextInt(30)));
            switch (random.nextInt(5)) {
                case 0 -> holdings.put(item, waived(item, TODAY.plusDays(random.nextInt(3) - 1)));
                case 1 -> holdings.put(item, holding(item, EntryKind.WITHDRAWN));
                case 2, 3 -> holdings.put(item, gained(item, TODAY.minusDays(random.nextInt(40))));
                default -> {}
            }
        }
        return new StageCriteria(stage, requirements);
    }

    private static Outcome outcome(StageCriteria earlier, StageCriteria own, Holding... holdings) {
        return GatePolicy.decide(List.of(earlier, own), byItem(holdings), TODAY, NEVER_WON)
                .outcome();
    }

    private static GateDecision decide(StageCriteria stage, Holding... holdings) {
        return GatePolicy.decide(List.of(stage), byItem(holdings), TODAY, NEVER_WON);
    }

    private static StageCriteria gate(String stage, Requirement... requirements) {
        return new StageCriteria(stage, List.of(requirements));
    }

    private static Requirement requires(String item) {
        return requires(item, "discovery");
    }

    private static Requirement requires(String item, String stage) {
        return new Requirement(stage, item, WaivableBy.MANAGER, ProofNeeded.NONE, null);
    }

    /** A win on that day with this in hand; execution comes after it. */
    private static Win won(LocalDate on, Map<String, Holding> then) {
        return new Win(on, Set.of("target", "discovery", "negotiation", "stage-0", "stage-1"), then);
    }

    private static Holding gained(String item, LocalDate since) {
        return new Holding(item, EntryKind.GAINED, 1, since, Provenance.TIMELY, false, false, false, null, 0);
    }

    private static Holding waived(String item, LocalDate until) {
        return new Holding(item, EntryKind.WAIVED, 1, TODAY, null, false, false, false, until, 0);
    }

    private static Holding holding(String item, EntryKind kind) {
        return new Holding(item, kind, 1, TODAY, null, false, false, false, null, 0);
    }

    private static Map<String, Holding> byItem(Holding... holdings) {
        return List.of(holdings).stream().collect(Collectors.toMap(Holding::item, Function.identity()));
    }

    private static List<String> reasons(GateDecision decision) {
        return decision.gaps().stream()
                .map(gap -> gap.item() + " " + gap.reason())
                .toList();
    }
}
