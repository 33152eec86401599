package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import jakarta.ws.rs.WebApplicationException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever signed in, with all the rights that an administrator could give them. */
@OnH2
@DisplayName("the engine's guard")
class EngineGuardTests {

    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";

    @Autowired
    Deals deals;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identities;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private Deal deal;
    private Task task;

    @BeforeEach
    void reachDiscovery() {
        deal = deals.open().reach("discovery");
        task = deal.task(EXPLORE);
        // the guard alone shall hold: with authorizations off, the engine allows everything
        authorizations(false);
    }

    @AfterEach
    void authorizationsAgain() {
        identities.clearAuthentication();
        authorizations(true);
    }

    @ParameterizedTest(name = "{0}: every way around is refused in a sentence, and nothing moves")
    @EnumSource
    void refusesEveryWayAround(Group group) {
        var before = state();
        var target = new Attempt.Target(engine, deal, task);
        var softly = new SoftAssertions();
        for (var attempt : EnumSet.allOf(Attempt.class)) {
            var thrown = catchThrowable(() -> as(Deals.REP, group, () -> attempt.on(target)));
            softly.assertThat(thrown)
                    .as("%s: %s", attempt, thrown)
                    .isInstanceOfSatisfying(WebApplicationException.class, refused -> {
                        softly.assertThat(refused.getResponse().getStatus())
                                .as("%s", attempt)
                                .isIn(403, 404, 409, 422);
                        softly.assertThat(refused.getMessage())
                                .as("%s", attempt)
                                .endsWith(".")
                                .doesNotContain("ENGINE-", "Exception", "null");
                    });
        }
        softly.assertAll();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    @DisplayName("without the guard each of them would have been let in")
    void theAttemptsAreReal() {
        var target = new Attempt.Target(engine, deal, task);
        for (var attempt : List.of(Attempt.TASK_VARIABLE, Attempt.ASSIGN, Attempt.MODIFY, Attempt.CORRELATE)) {
            assertThat(catchThrowable(() -> attempt.on(target)))
                    .as("%s", attempt)
                    .isNull();
        }
    }

    @ParameterizedTest(name = "{0} retries, suspends and resumes only if it is operations, and in the open")
    @EnumSource
    void retriesAreForOperations(Group group) {
        boolean may = group == Group.OPERATIONS;
        deal.submitOnly(EXPLORE, deal.answers(EXPLORE));
        var job = management
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        var entries = deal.history().entries().size();
        List.<Runnable>of(
                        () -> management.setJobRetries(job.getId(), 3),
                        () -> management.setJobRetries(List.of(job.getId()), 3),
                        () -> runtime.suspendProcessInstanceById(task.getProcessInstanceId()),
                        () -> runtime.activateProcessInstanceById(task.getProcessInstanceId()))
                .forEach(operation -> {
                    var thrown = catchThrowable(() -> as("oskar", group, operation));
                    assertThat(thrown == null).as("%s", thrown).isEqualTo(may);
                });
        assertThat(deal.history().entries()).hasSize(entries + (may ? 4 : 0));
    }

    private void as(String user, Group group, Runnable what) {
        identities.setAuthentication(user, List.of(group.id()));
        try {
            what.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private void authorizations(boolean enabled) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).setAuthorizationEnabled(enabled);
    }

    /** Everything that one of the attempts could have changed. */
    private Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        state.put("entries", deal.history().entries());
        state.put("status", deal.status());
        state.put("stage", deal.stage());
        state.put(
                "tasks",
                tasks.createTaskQuery().processInstanceBusinessKey(deal.id()).list().stream()
                        .map(open -> List.of(
                                open.getId(),
                                String.valueOf(open.getAssignee()),
                                String.valueOf(open.getOwner()),
                                open.getName(),
                                String.valueOf(open.getDueDate()),
                                String.valueOf(open.getFollowUpDate()),
                                open.getPriority(),
                                tasks.getIdentityLinksForTask(open.getId()).size(),
                                tasks.getTaskComments(open.getId()).size(),
                                tasks.getTaskAttachments(open.getId()).size()))
                        .collect(Collectors.toSet()));
        state.put("all tasks", tasks.createTaskQuery().count());
        state.put("instances", runtime.createProcessInstanceQuery().count());
        state.put("suspended", runtime.createProcessInstanceQuery().suspended().count());
        state.put("variables", runtime.createVariableInstanceQuery().count());
        state.put("incidents", runtime.createIncidentQuery().count());
        state.put("jobs", management.createJobQuery().count());
        state.put("batches", management.createBatchQuery().count());
        state.put("properties", management.getProperties().keySet());
        state.put(
                "deployments",
                engine.getRepositoryService().createDeploymentQuery().count());
        state.put(
                "definitions",
                engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .active()
                        .count());
        state.put(
                "history",
                engine.getHistoryService().createHistoricProcessInstanceQuery().count());
        state.put(
                "task history",
                engine.getHistoryService().createHistoricTaskInstanceQuery().count());
        return state;
    }
}
