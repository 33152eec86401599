package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.Entry;
import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way somebody takes around a conversation, the gate is moved by the ledger alone. */
@OnH2
@DisplayName("every door has the same lock")
class EveryDoorProcessTests extends ProcessTest {

    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
    private static final Map<String, Object> FORGED = Map.of("exitCriteria", "met", "owed", List.of());

    private Deal deal;
    private List<Entry> entries;
    private Map<String, String> open;

    @BeforeEach
    void reachDiscovery() {
        deal = deals.open().reach("discovery");
        entries = deal.history().entries();
        open = openTasks(deal);
    }

    private enum Scope {
        ROADMAP,
        STAGE,
        EXECUTION,
        TASK
    }

    @ParameterizedTest(name = "variables forged on the {0} move no gate and leave no trace in the stage")
    @EnumSource
    void forgedVariables(Scope scope) {
        var task = deal.task(ESTABLISH);
        switch (scope) {
            case ROADMAP -> runtime.setVariables(deal.opportunity().instance().id(), FORGED);
            case STAGE -> runtime.setVariables(task.getProcessInstanceId(), FORGED);
            case EXECUTION -> runtime.setVariablesLocal(task.getExecutionId(), FORGED);
            case TASK -> tasks.setVariablesLocal(task.getId(), FORGED);
        }
        deal.notYet(ESTABLISH, "change");
        assertThat(deal.stage()).isEqualTo("discovery");
        assertThat(openTasks(deal)).containsOnlyKeys(EXPLORE, ESTABLISH).containsEntry(EXPLORE, open.get(EXPLORE));
        assertNoVariables();
    }

    @Test
    @DisplayName("variables forged with a message that leads back to the map move no gate")
    void forgedWithMessage() {
        runtime.createMessageCorrelation(Contract.BACK_TO_THE_MAP)
                .processInstanceId(deal.opportunity().instance().id())
                .setVariables(FORGED)
                .correlate();
        deal.settle();
        assertThat(deal.stage()).isEqualTo("discovery");
        assertThat(deal.openConversations()).containsExactly(ESTABLISH, EXPLORE);
    }

    @ParameterizedTest(name = "a task completed without its form is refused, transient variables {0}")
    @ValueSource(booleans = {false, true})
    void completedPastTheForm(boolean isTransient) {
        var forged = Variables.createVariables()
                .putValueTyped("exitCriteria", Variables.stringValue("met", isTransient))
                .putValueTyped("owed", Variables.untypedValue(List.of(), isTransient));
        assertRefused(409, () -> tasks.complete(open.get(EXPLORE), forged), "Record this conversation with its form");
        assertRefused(409, () -> tasks.complete(open.get(EXPLORE)), "Record this conversation with its form");
    }

    @ParameterizedTest(name = "fields that nobody asked for are refused, transient {0}")
    @ValueSource(booleans = {false, true})
    void undeclaredFields(boolean isTransient) {
        var fields = Variables.fromMap(deal.answers(EXPLORE).fields())
                .putValueTyped("exitCriteria", Variables.stringValue("met", isTransient))
                .putValueTyped("owed", Variables.untypedValue(List.of(), isTransient));
        assertRefused(
                422,
                () -> forms.submitTaskForm(open.get(EXPLORE), fields),
                "exitCriteria is not asked for here.",
                "owed is not asked for here.");
    }

    @Test
    @DisplayName("an object in a field that asks for text is refused, and not even made")
    void objectField() {
        var fields = Variables.fromMap(deal.answers(EXPLORE).fields())
                .putValueTyped(
                        "contact",
                        Variables.serializedObjectValue("{}")
                                .objectTypeName("java.util.HashMap")
                                .serializationDataFormat("application/json")
                                .create());
        assertRefused(422, () -> forms.submitTaskForm(open.get(EXPLORE), fields), "contact is not asked for here.");
    }

    @Test
    @DisplayName("every fault of an answer is named at once")
    void everyFault() {
        var fields = deal.answers(EXPLORE)
                .with("heldOn", clock.today().plusDays(1).toString())
                .with("problemKnownWords", "too few")
                .with("exploreLink", null)
                .fields();
        assertRefused(
                422,
                () -> forms.submitTaskForm(open.get(EXPLORE), fields),
                "has not come yet",
                "four words or more",
                "add the link");
    }

    @Test
    @DisplayName("a colleague's form is refused, also where the colleague may work on the task")
    void colleague() {
        var fields = deal.answers(EXPLORE).fields();
        deals.user("colleague");
        assertThatThrownBy(() -> as("colleague", () -> forms.submitTaskForm(open.get(EXPLORE), fields)))
                .isInstanceOf(AuthorizationException.class);
        tasks.addCandidateUser(open.get(EXPLORE), "colleague");
        assertRefused(
                403,
                () -> as("colleague", () -> forms.submitTaskForm(open.get(EXPLORE), fields)),
                "belongs to " + deal.opportunity().owner());
    }

    @Test
    @DisplayName("a conversation that was completed already says so")
    void completedAlready() {
        var fields = deal.answers(EXPLORE).fields();
        forms.submitTaskForm(open.get(EXPLORE), fields);
        int after = deal.history().entries().size();
        assertThatThrownBy(() -> forms.submitTaskForm(open.get(EXPLORE), fields))
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        e -> assertThat(e.getResponse().getStatus()).isEqualTo(409))
                .hasMessageContaining("was completed already");
        assertThat(deal.history().entries()).hasSize(after);
    }

    @ParameterizedTest(name = "{0} started by hand with a deal''s business key does not touch the deal")
    @ValueSource(strings = {"target-to-close", "stage-discovery", "stage-negotiation"})
    void startedByHand(String processId) {
        var byHand = runtime.startProcessInstanceByKey(processId, deal.id(), FORGED);
        assertThat(jobs.runDespiteFailures(deal.id()))
                .allMatch(failure -> failure.contains("is not pursued by this instance"))
                .isNotEmpty();
        assertThat(incidents(deal)).hasSize(1);
        assertUntouched();
        runtime.deleteProcessInstance(byHand.getId(), "test");
    }

    @Test
    @DisplayName("an error thrown at a conversation that no diagram catches does not end the deal")
    void uncaughtError() {
        assertThatThrownBy(() -> tasks.handleBpmnError(open.get(EXPLORE), "anything"))
                .isInstanceOf(ProcessEngineException.class);
        assertUntouched();
    }

    private void assertRefused(int status, ThrowingCallable attempt, String... sentences) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        e -> assertThat(e.getResponse().getStatus()).isEqualTo(status))
                .hasMessageContainingAll(sentences);
        assertUntouched();
        assertThat(jobs.executable(deal.id())).isEmpty();
        assertNoVariables();
    }

    private void assertNoVariables() {
        var stage = stage(deal, "discovery").getId();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(stage)
                        .list())
                .isEmpty();
    }

    private void assertUntouched() {
        assertThat(deal.history().entries()).isEqualTo(entries);
        assertThat(deal.status()).isEqualTo(Status.OPEN);
        assertThat(deal.stage()).isEqualTo("discovery");
        assertThat(openTasks(deal)).isEqualTo(open);
    }
}
