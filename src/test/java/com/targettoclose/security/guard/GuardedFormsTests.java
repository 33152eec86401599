package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.Unverified;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("forms of tasks that are not conversations")
class GuardedFormsTests {

    private static final Map<String, Object> DECIDED = Map.of("decision", "granted", "reason", "They know us well");

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identities;

    private String deployment;
    private String instance;
    private String definition;

    @BeforeEach
    void startOne() {
        var builder = repository
                .createDeployment()
                .addClasspathResource("guard/decide.bpmn")
                .addClasspathResource("guard/decide.form");
        deployment = Unverified.deploy(engine, builder).getId();
        definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        instance = runtime.startProcessInstanceByKey("decide").getId();
    }

    @AfterEach
    void remove() {
        identities.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("take the fields that they declare, lists as JSON")
    void declared() {
        var fields = Variables.fromMap(DECIDED)
                .putValueTyped("items", SpinValues.jsonValue("[\"time\"]").create())
                .putValueTyped(
                        "people", SpinValues.jsonValue("[{\"name\": \"Ada\"}]").create());
        as("mira", () -> forms.submitTaskForm(task(), fields));
        assertThat(runtime.getVariables(instance)).containsKeys("decision", "reason", "items", "people");
    }

    @Test
    @DisplayName("refuse what nobody declared, every name at once")
    void undeclared() {
        Map<String, Object> fields = new HashMap<>(DECIDED);
        fields.put("exitCriteria", "met");
        fields.put("name", "Ada");
        assertRefused(422, () -> as("mira", () -> forms.submitTaskForm(task(), fields)), "exitCriteria", "name");
        assertRefused(
                422,
                () -> forms.submitStartForm(definition, Map.of("decision", "x", "owner", "mira")),
                "owner is not asked for here.");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("decide")
                        .count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("refuse an object in a field that they declare, and do not even make it")
    void objects() {
        var serialised = Variables.serializedObjectValue("{}")
                .objectTypeName("java.util.HashMap")
                .serializationDataFormat("application/json")
                .create();
        for (var value : List.of(
                serialised,
                Variables.objectValue(new HashMap<>()).create(),
                Variables.byteArrayValue(new byte[1]),
                Variables.fileValue("x").file(new byte[1]).create(),
                Variables.untypedValue(List.of("x")))) {
            var fields = Variables.createVariables().putValueTyped("reason", value);
            assertRefused(422, () -> as("mira", () -> forms.submitTaskForm(task(), fields)), "reason");
        }
    }

    @Test
    @DisplayName("take nothing where there is no form")
    void withoutForm() {
        as("mira", () -> forms.submitTaskForm(task(), DECIDED));
        assertRefused(422, () -> as("mira", () -> forms.submitTaskForm(task(), DECIDED)), "decision", "reason");
        as("mira", () -> forms.submitTaskForm(task(), Map.of()));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @Test
    @DisplayName("are for the one who took the task; others hear who has it, and later who completed it")
    void colleague() {
        var task = task();
        as("mira", () -> tasks.claim(task, "mira"));
        assertRefused(409, () -> as("max", () -> tasks.claim(task, "max")), "mira has this task already.");
        assertRefused(403, () -> as("max", () -> tasks.setAssignee(task, null)), "hand-over");
        assertRefused(403, () -> as("max", () -> forms.submitTaskForm(task, DECIDED)), "belongs to mira");
        as("mira", () -> tasks.setAssignee(task, null));
        as("max", () -> tasks.claim(task, "max"));
        assertRefused(403, () -> as("max", () -> tasks.setAssignee(task, "mira")), "hand-over");
        as("max", () -> forms.submitTaskForm(task, DECIDED));
        assertThatThrownBy(() -> as("mira", () -> forms.submitTaskForm(task, DECIDED)))
                .hasMessageStartingWith("This task was completed already, by max on 2026-03-02 at ");
    }

    @Test
    @DisplayName("do not start what Tasklist does not offer")
    void notOffered() {
        assertRefused(
                403,
                () -> as("mira", () -> forms.submitStartForm(definition, Map.of("decision", "granted"))),
                "'Decide' starts by itself");
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void as(String user, Runnable what) {
        identities.setAuthentication(user, List.of("decider"));
        try {
            what.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private void assertRefused(int status, ThrowingCallable attempt, String... parts) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        e -> assertThat(e.getResponse().getStatus()).isEqualTo(status))
                .hasMessageContainingAll(parts);
    }
}
