package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.DiagramCoverage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The paths that every stage has alike; what one stage has besides stands with it. */
abstract class StageProcessTest extends ProcessTest {

    private static final String GATE = "ServiceTask_VerifyExitCriteria";

    private final String stage;
    private final List<String> conversations;

    /** @param conversations the ids of the stage's user tasks */
    StageProcessTest(String stage, String... conversations) {
        this.stage = stage;
        this.conversations = List.of(conversations);
    }

    /** A deal that stands in the stage, to which nothing of it was given yet. */
    abstract Deal reached();

    /** A deal that has just begun on the roadmap that has the stage. */
    Deal opened() {
        return deals.open();
    }

    /** An item of the stage before, and the stage it belongs to. */
    abstract Owed earlier();

    record Owed(String item, String stage) {}

    @Test
    @DisplayName("every conversation of a large deal is owed when it begins, by the owner of the deal")
    void owedHere() {
        var deal = reached();
        assertThat(openTasks(deal)).containsOnlyKeys(conversations);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(deal.id()).list())
                .allSatisfy(task -> assertThat(task.getAssignee())
                        .isEqualTo(deal.opportunity().owner()));
    }

    @Test
    @DisplayName("passed once the client gave everything, in whatever order")
    void passed() {
        var deal = reached();
        var anyOrder = new ArrayList<>(conversations);
        Collections.reverse(anyOrder);
        anyOrder.forEach(deal::gain);
        assertThat(endsOf(deal, stage)).containsExactly("EndEvent_StagePassed");
        assertThat(deal.stage()).isNotEqualTo(stage);
    }

    @Test
    @DisplayName("passed at once when everything is held already")
    void passedAtOnce() {
        var deal = opened();
        conversations.forEach(it -> gainElsewhere(deal, items(deal, it)));
        while (endsOf(deal, stage).isEmpty()) {
            deal.gain(deal.openConversations().get(0));
        }
        assertThat(endsOf(deal, stage)).containsExactly("EndEvent_StagePassed");
        assertThat(conversations).allMatch(conversation -> timesEntered(deal, conversation) == 0);
    }

    @Test
    @DisplayName("not yet reopens that conversation at once and touches no other")
    void notYet() {
        var deal = reached();
        for (var conversation : conversations) {
            var commitment = deal.conversation(conversation).commitment().id();
            for (var attempt : List.of("Held once before.", "Held twice before.")) {
                var before = openTasks(deal);
                deal.notYet(conversation, commitment);
                var after = openTasks(deal);
                assertThat(after).containsOnlyKeys(conversations);
                assertThat(after.remove(conversation)).isNotEqualTo(before.remove(conversation));
                assertThat(after).isEqualTo(before);
                assertThat(plan(deal, conversation, "planAttempt")).isEqualTo(attempt);
            }
        }
        assertThat(deal.stage()).isEqualTo(stage);
    }

    @Test
    @DisplayName("a gate that finds everything owed open already opens nothing")
    void othersAreOpen() {
        var deal = reached();
        var before = openTasks(deal);
        long asked = DiagramCoverage.times("stage-" + stage, GATE);
        askTheGateAgain(deal, stage);
        assertThat(openTasks(deal)).isEqualTo(before);
        assertThat(DiagramCoverage.times("stage-" + stage, GATE)).isEqualTo(asked + 1);
    }

    @Test
    @DisplayName("evidence through another door closes the conversation it makes moot, and no other")
    void moot() {
        var deal = reached();
        var before = openTasks(deal);
        var closed = conversations.get(0);
        gainElsewhere(deal, items(deal, closed));
        var closedTask = before.remove(closed);
        if (before.isEmpty()) {
            assertThat(endsOf(deal, stage)).containsExactly("EndEvent_StagePassed");
        } else {
            assertThat(openTasks(deal)).isEqualTo(before);
        }
        var moot = deal.history().newest(EntryKind.MOOT).orElseThrow();
        assertThat(moot.content().origin().task()).isEqualTo(closedTask);
        assertThat(deal.history().timesHeld(closed)).isZero();
    }

    @Test
    @DisplayName("left for the start of the map when an earlier stage lacks something again")
    void owedEarlier() {
        var deal = reached();
        withdraw(deal, earlier().item());
        deal.gain(conversations.get(0));
        assertThat(timesEntered(deal, "EndEvent_BackToTheMap")).isOne();
        assertThat(deal.stage()).isEqualTo(earlier().stage());
        assertThat(kinds(deal)).contains(EntryKind.RE_ENTERED);
    }

    String[] items(Deal deal, String conversation) {
        return deal.conversation(conversation).items().stream()
                .map(item -> item.id())
                .toArray(String[]::new);
    }
}
