package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.process.WalkModel.Kind;
import com.targettoclose.process.changes.CloseOpportunity;
import com.targettoclose.process.changes.HandOver;
import com.targettoclose.process.changes.ReopenOpportunity;
import com.targettoclose.process.changes.ReportSetback;
import com.targettoclose.process.requests.AskForWaiver;
import com.targettoclose.process.requests.DecideWaiver;
import com.targettoclose.process.stage.Standings;
import com.targettoclose.testing.OnH2;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks real deals at random through everything that can happen to one, and holds each after every step against a small
 * model of the rules: the same stage, the same owed, the same open tasks, the same in the ledger. A walk that fails names
 * its seed and its steps; {@code -Dwalk.seed=…} walks that one alone.
 */
@OnH2
@DisplayName("a random walk")
class RandomWalkTests extends ProcessTest {

    private static final int STEPS = 50;
    private static final int WALKS = 200;
    private static final int MANY_WALKS = 2_000;

    @Autowired
    ReportSetback reportSetback;

    @Autowired
    CloseOpportunity closeOpportunity;

    @Autowired
    ReopenOpportunity reopenOpportunity;

    @Autowired
    HandOver handOver;

    @Autowired
    AskForWaiver askForWaiver;

    @Autowired
    DecideWaiver decideWaiver;

    @Autowired
    Standings standings;

    @Test
    @DisplayName("agrees with the rules after every step")
    void agrees() {
        walk(1, WALKS);
    }

    @Test
    @Tag("deep")
    @DisplayName("agrees with the rules after every step, many times more")
    void agreesManyTimes() {
        walk(WALKS + 1, WALKS + MANY_WALKS);
    }

    private void walk(long first, long last) {
        var one = Long.getLong("walk.seed");
        (one == null ? LongStream.rangeClosed(first, last) : LongStream.of(one)).forEach(this::walk);
    }

    private void walk(long seed) {
        clock.reset();
        var walker = new Walker(doors(), seed);
        try {
            compare(walker);
            for (int n = 0; n < STEPS; n++) {
                walker.step();
                compare(walker);
            }
            assertThat(ledger.check(walker.deal).findings()).isEmpty();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Walk it again with -Dwalk.seed=" + seed + "\n" + walker.told(), e);
        }
    }

    private WalkDoors doors() {
        return new WalkDoors(
                deals,
                clock,
                recordConversation,
                reportSetback,
                changeTerms,
                closeOpportunity,
                reopenOpportunity,
                handOver,
                askForWaiver,
                decideWaiver);
    }

    private void compare(Walker walker) {
        var model = walker.model();
        var deal = opportunities.find(walker.deal).orElseThrow();
        var written = ledger.history(walker.deal);
        assertThat(deal.status()).as("status").isEqualTo(model.status);
        if (!model.ended()) {
            assertThat(deal.stage()).as("stage").isEqualTo(model.stage);
            assertThat(new TreeSet<>(standings.of(deal, written).decision().owedItems()))
                    .as("owed")
                    .isEqualTo(new TreeSet<>(model.owed()));
        }
        compareTasks(walker);
        Map<String, Kind> held = new TreeMap<>();
        model.held.forEach((item, it) -> held.put(item, it.kind()));
        Map<String, Kind> inLedger = new TreeMap<>();
        written.holdings().forEach((item, it) -> kind(it.kind(), item, inLedger));
        assertThat(inLedger).as("in the ledger").isEqualTo(held);
        assertThat(Waiver.all(written).stream().filter(Waiver::open).map(Waiver::number))
                .as("waivers that wait")
                .containsExactlyInAnyOrderElementsOf(model.waiting.keySet());
    }

    private static void kind(EntryKind kind, String item, Map<String, Kind> into) {
        if (kind != null) {
            into.put(item, Kind.valueOf(kind.name()));
        }
    }

    private void compareTasks(Walker walker) {
        var all =
                tasks.createTaskQuery().processInstanceBusinessKey(walker.deal).list();
        var conversations = all.stream()
                .filter(task -> task.getProcessDefinitionId().startsWith("stage-"))
                .toList();
        assertThat(conversations.stream().map(Task::getTaskDefinitionKey))
                .as("open conversations, each once")
                .containsExactlyInAnyOrderElementsOf(walker.model().open);
        assertThat(conversations.stream().map(Task::getAssignee).collect(Collectors.toSet()))
                .as("whose they are")
                .isSubsetOf(walker.model().owner);
        assertThat(all.stream().filter(task -> task.getTaskDefinitionKey().equals("UserTask_DecideTheWaiver")))
                .as("waivers to decide")
                .hasSameSizeAs(walker.model().waiting.keySet());
    }
}
