package com.targettoclose.security.guard;

import com.targettoclose.testing.Deal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Ways around a conversation, a gate or the ledger that the engine offers, each as one call. */
enum Attempt {
    COMPLETE(it -> it.tasks().complete(it.task().getId())),
    COMPLETE_WITH_VARIABLES(it -> it.tasks().complete(it.task().getId(), it.forged())),
    RESOLVE(it -> it.tasks().resolveTask(it.task().getId(), it.forged())),
    BPMN_ERROR(it -> it.tasks().handleBpmnError(it.task().getId(), "back-to-the-map")),
    ESCALATION(it -> it.tasks().handleEscalation(it.task().getId(), "any")),
    DELEGATE(it -> it.tasks().delegateTask(it.task().getId(), "somebody")),
    ASSIGN(it -> it.tasks().setAssignee(it.task().getId(), "somebody")),
    UNASSIGN(it -> it.tasks().setAssignee(it.task().getId(), null)),
    CLAIM_FOR_ANOTHER(it -> it.tasks().claim(it.task().getId(), "somebody")),
    UNCLAIM(it -> it.tasks().claim(it.task().getId(), null)),
    OWN(it -> it.tasks().setOwner(it.task().getId(), "somebody")),
    ADD_CANDIDATE(it -> it.tasks().addCandidateUser(it.task().getId(), "somebody")),
    ADD_CANDIDATE_GROUP(it -> it.tasks().addCandidateGroup(it.task().getId(), "rep")),
    DELETE_CANDIDATE(it -> it.tasks().deleteCandidateUser(it.task().getId(), "somebody")),
    RENAME(it -> it.tasks().setName(it.task().getId(), "Nothing to do")),
    SAVE_TASK(it -> {
        var task = it.task();
        task.setFollowUpDate(new Date(0));
        it.tasks().saveTask(task);
    }),
    CREATE_TASK(it -> it.tasks().saveTask(it.tasks().newTask("forged-task"))),
    DELETE_TASK(it -> it.tasks().deleteTask(it.task().getId())),
    PRIORITY(it -> it.tasks().setPriority(it.task().getId(), 100)),
    DUE_DATE(it -> it.tasks().setDueDate(it.task().getId(), new Date(0))),
    FOLLOW_UP(it -> it.tasks().setFollowUpDate(it.task().getId(), new Date(0))),
    COMMENT(it -> it.tasks().createComment(it.task().getId(), null, "<script>")),
    ATTACH(it -> it.tasks().createAttachment("x", it.task().getId(), null, "x", "x", "http://example.com")),
    TASK_VARIABLE(it -> it.tasks().setVariable(it.task().getId(), "exitCriteria", "met")),
    LOCAL_TASK_VARIABLE(it -> it.tasks().setVariableLocal(it.task().getId(), "owed", List.of())),
    REMOVE_TASK_VARIABLE(it -> it.tasks().removeVariable(it.task().getId(), "owed")),
    VARIABLE(it -> it.runtime().setVariable(it.instance(), "exitCriteria", "met")),
    LOCAL_VARIABLE(it -> it.runtime().setVariableLocal(it.task().getExecutionId(), "exitCriteria", "met")),
    REMOVE_VARIABLE(it -> it.runtime().removeVariable(it.instance(), "exitCriteria")),
    VARIABLES_IN_A_BATCH(it -> it.runtime().setVariablesAsync(List.of(it.instance()), it.forged())),
    START_ROADMAP(it ->
            it.runtime().startProcessInstanceByKey("target-to-close", it.deal().id())),
    START_STAGE(it -> it.runtime()
            .startProcessInstanceByKey("stage-negotiation", it.deal().id(), it.forged())),
    START_PAST_A_GATE(it -> it.runtime()
            .createProcessInstanceByKey("target-to-close")
            .businessKey(it.deal().id())
            .startBeforeActivity("CallActivity_Negotiation")
            .execute()),
    SUBMIT_STAGES_START(
            it -> it.engine().getFormService().submitStartForm(it.definition("stage-execution"), it.forged())),
    SUBMIT_START_WITH_A_KEY(it -> it.engine()
            .getFormService()
            .submitStartForm(it.definition("open-an-opportunity"), it.deal().id(), Map.of("account", "Forged"))),
    SUBMIT_UNDECLARED_START(it -> it.engine()
            .getFormService()
            .submitStartForm(it.definition("open-an-opportunity"), Map.of("account", "Forged", "owner", "somebody"))),
    MODIFY(it -> it.runtime()
            .createProcessInstanceModification(it.instance())
            .startAfterActivity("UserTask_ExploreTheNeedToChange")
            .execute()),
    CANCEL(it -> it.runtime()
            .createProcessInstanceModification(it.instance())
            .cancelAllForActivity("UserTask_ExploreTheNeedToChange")
            .execute()),
    MODIFY_IN_A_BATCH(it -> it.runtime()
            .createModification(it.definition("stage-discovery"))
            .startBeforeActivity("EndEvent_StagePassed")
            .processInstanceIds(it.instance())
            .executeAsync()),
    RESTART(it -> it.runtime()
            .restartProcessInstances(it.definition("stage-discovery"))
            .startBeforeActivity("EndEvent_StagePassed")
            .processInstanceIds(it.instance())
            .execute()),
    PLAN_A_MIGRATION(it -> it.runtime()
            .createMigrationPlan(it.definition("stage-discovery"), it.definition("stage-execution"))
            .build()),
    CORRELATE(it -> it.runtime()
            .createMessageCorrelation("opportunity-lost")
            .processInstanceId(it.root())
            .correlate()),
    CORRELATE_ALL(it -> it.runtime().createMessageCorrelation("back-to-the-map").correlateAll()),
    CORRELATE_IN_A_BATCH(it -> it.runtime()
            .createMessageCorrelationAsync("opportunity-lost")
            .processInstanceIds(List.of(it.root()))
            .correlateAllAsync()),
    MESSAGE(it -> it.runtime().messageEventReceived("opportunity-lost", it.root(), it.forged())),
    SIGNAL_EVENT(it -> it.runtime().createSignalEvent("any").send()),
    SIGNAL(it -> it.runtime().signal(it.task().getExecutionId(), it.forged())),
    CONDITION(it ->
            it.runtime().createConditionEvaluation().setVariables(it.forged()).evaluateStartConditions()),
    DELETE_INSTANCE(it -> it.runtime().deleteProcessInstance(it.root(), "forged")),
    DELETE_INSTANCES(it -> it.runtime().deleteProcessInstances(List.of(it.root()), "forged", true, true)),
    DELETE_INSTANCES_IN_A_BATCH(it -> it.runtime().deleteProcessInstancesAsync(List.of(it.root()), "forged")),
    SUSPEND_ALL(it -> it.runtime().suspendProcessInstanceByProcessDefinitionKey("stage-discovery")),
    SUSPEND_SEVERAL(it -> it.runtime()
            .updateProcessInstanceSuspensionState()
            .byProcessInstanceIds(it.instance())
            .suspend()),
    SUSPEND_IN_A_BATCH(it -> it.runtime()
            .updateProcessInstanceSuspensionState()
            .byProcessInstanceIds(it.instance())
            .suspendAsync()),
    INCIDENT(it -> it.runtime().createIncident("any", it.task().getExecutionId(), "forged")),
    SUSPEND_DEFINITION(it -> it.repository().suspendProcessDefinitionByKey("open-an-opportunity")),
    DELETE_DEPLOYMENT(it -> it.repository().deleteDeployment(it.deployment(), true)),
    DELETE_DEFINITION(it -> it.repository().deleteProcessDefinition(it.definition("stage-discovery"), true)),
    DELETE_DEFINITIONS(it -> it.repository()
            .deleteProcessDefinitions()
            .byKey("stage-discovery")
            .cascade()
            .delete()),
    TIME_TO_LIVE(it -> it.repository().updateProcessDefinitionHistoryTimeToLive(it.definition("stage-discovery"), 0)),
    EXECUTE_JOB(it -> it.management().executeJob("any")),
    DELETE_JOB(it -> it.management().deleteJob("any")),
    JOB_DUE_DATE(it -> it.management().setJobDuedate("any", new Date(0))),
    JOB_PRIORITY(it -> it.management().setJobPriority("any", 1)),
    SUSPEND_JOBS(it -> it.management().suspendJobByProcessDefinitionKey("stage-discovery")),
    SUSPEND_JOB_DEFINITIONS(it -> it.management().suspendJobDefinitionByProcessDefinitionKey("stage-discovery", true)),
    RETRY_IN_A_BATCH(it -> it.management().setJobRetriesAsync(List.of("any"), 1)),
    PROPERTY(it -> it.management().setProperty("forged", "x")),
    READ_TABLES(it -> it.management().getTableCount()),
    DELETE_HISTORY(it -> it.history().deleteHistoricProcessInstance(it.root())),
    DELETE_HISTORY_IN_A_BATCH(it -> it.history().deleteHistoricProcessInstancesAsync(List.of(it.root()), "forged")),
    DELETE_TASK_HISTORY(it -> it.history().deleteHistoricTaskInstance(it.task().getId())),
    DELETE_VARIABLE_HISTORY(it -> it.history().deleteHistoricVariableInstancesByProcessInstanceId(it.instance())),
    DELETE_OPERATION_LOG(it -> it.history().deleteUserOperationLogEntry("any")),
    REMOVAL_TIME(it -> it.history()
            .setRemovalTimeToHistoricProcessInstances()
            .absoluteRemovalTime(new Date(0))
            .byIds(it.root())
            .executeAsync()),
    CLEAN_UP(it -> it.history().cleanUpHistoryAsync(true)),
    EVALUATE(it -> it.engine().getDecisionService().evaluateDecisionTableByKey("exit-criteria", it.forged())),
    FETCH(it -> it.engine().getExternalTaskService().fetchAndLock(1, "forged").execute());

    /** What the attempts work on. */
    record Target(ProcessEngine engine, Deal deal, Task task) {

        TaskService tasks() {
            return engine.getTaskService();
        }

        RuntimeService runtime() {
            return engine.getRuntimeService();
        }

        RepositoryService repository() {
            return engine.getRepositoryService();
        }

        ManagementService management() {
            return engine.getManagementService();
        }

        HistoryService history() {
            return engine.getHistoryService();
        }

        String instance() {
            return task.getProcessInstanceId();
        }

        String root() {
            return deal.opportunity().instance().id();
        }

        String definition(String key) {
            return repository()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult()
                    .getId();
        }

        String deployment() {
            return repository().createDeploymentQuery().list().get(0).getId();
        }

        Map<String, Object> forged() {
            return Map.of("exitCriteria", "met");
        }
    }

    private final Consumer<Target> call;

    Attempt(Consumer<Target> call) {
        this.call = call;
    }

    void on(Target target) {
        call.accept(target);
    }
}
