package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.changes.ChangeTerms;
import com.targettoclose.process.conversations.RecordConversation;
import com.targettoclose.process.roadmap.RoadmapInstances;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.DiagramCoverage;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.TestClock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What process tests share: the real diagrams, gates and ledger, and what can be seen of a deal in the engine. */
@ExtendWith(DiagramCoverage.class)
abstract class ProcessTest {

    static final String ROADMAP = "target-to-close";

    @Autowired
    Deals deals;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    Ledger ledger;

    @Autowired
    Opportunities opportunities;

    @Autowired
    RecordConversation recordConversation;

    @Autowired
    ChangeTerms changeTerms;

    @Autowired
    RoadmapInstances instances;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identities;

    @Autowired
    TransactionTemplate transactions;

    /** The ids of a deal's open tasks, by conversation. */
    Map<String, String> openTasks(Deal deal) {
        return tasks.createTaskQuery().processInstanceBusinessKey(deal.id()).list().stream()
                .collect(Collectors.toMap(Task::getTaskDefinitionKey, Task::getId));
    }

    /** The end event by which the deal's roadmap ended; null while it runs. */
    String endOf(Deal deal) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(deal.opportunity().instance().id())
                .singleResult()
                .getEndActivityId();
    }

    /** The end events by which the deal left a stage, in the order it entered it; null for one that runs. */
    List<String> endsOf(Deal deal, String stage) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(deal.id())
                .processDefinitionKey("stage-" + stage)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(HistoricProcessInstance::getEndActivityId)
                .toList();
    }

    /** How often an element was entered in the course of a deal. */
    long timesEntered(Deal deal, String activityId) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(deal.id()).list().stream()
                .mapToLong(instance -> history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(activityId)
                        .count())
                .sum();
    }

    /** The running instance of a stage. */
    ProcessInstance stage(Deal deal, String stage) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(deal.id())
                .processDefinitionKey("stage-" + stage)
                .singleResult();
    }

    /** The incidents that stand in a deal's stages, one a cause. */
    List<Incident> incidents(Deal deal) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(deal.id()).list().stream()
                .flatMap(it -> runtime.createIncidentQuery().processInstanceId(it.getId()).list().stream())
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .toList();
    }

    /** Lets the gate of a running stage look again, as operations can in Cockpit. */
    void askTheGateAgain(Deal deal, String stage) {
        runtime.createProcessInstanceModification(stage(deal, stage).getId())
                .startBeforeActivity("Gateway_AtTheGate")
                .execute();
        deal.settle();
    }

    /** Writes into a deal's ledger. */
    void append(Deal deal, Draft... drafts) {
        transactions.executeWithoutResult(tx -> {
            opportunities.lock(deal.id());
            ledger.append(deal.id(), List.of(drafts), "manager");
        });
    }

    /** The client takes an item back. */
    void withdraw(Deal deal, String item) {
        append(deal, Draft.of(EntryKind.WITHDRAWN).item(item).occurredOn(clock.today()));
    }

    /** Leads a deal somewhere by message; its gates run. */
    void lead(Deal deal, Consumer<Opportunity> message) {
        transactions.executeWithoutResult(
                tx -> message.accept(opportunities.lock(deal.id()).orElseThrow()));
        deal.settle();
    }

    /** The owner records a conversation that no diagram names, in which these items were gained; the gates run. */
    void gainElsewhere(Deal deal, String... items) {
        var refusal =
                recordConversation.record(deal.id(), Unscripted.gained(deals, clock.today(), items), null, Deals.REP);
        if (refusal.isPresent()) {
            throw new AssertionError(refusal.get().sentence());
        }
        deal.settle();
    }

    /** Does something as a user, who belongs to no group. */
    void as(String user, Runnable action) {
        identities.setAuthenticatedUserId(user);
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    List<EntryKind> kinds(Deal deal) {
        return deal.history().entries().stream().map(Entry::kind).toList();
    }

    /** What the form of an open conversation shows under a name. */
    Object plan(Deal deal, String conversation, String name) {
        return forms.getTaskFormVariables(deal.task(conversation).getId()).get(name);
    }

    /** That the process of a task came to this end. */
    void assertEndedAt(Task task, String end) {
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo(end);
    }
}
