package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.WalkModel.Kind;
import com.targettoclose.process.stage.Standings;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;

/** Whether the real deal of a walk stands where the model of it stands. */
record WalkCheck(Opportunities opportunities, Ledger ledger, Standings standings, TaskService tasks) {

    static WalkCheck of(BeanFactory beans) {
        return new WalkCheck(
                beans.getBean(Opportunities.class),
                beans.getBean(Ledger.class),
                beans.getBean(Standings.class),
                beans.getBean(TaskService.class));
    }

    void agrees(Walker walker) {
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
