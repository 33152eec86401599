package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.testing.OnH2;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("open an opportunity")
class OpenAnOpportunityProcessTests extends StartFormProcessTest {

    OpenAnOpportunityProcessTests() {
        super("open-an-opportunity");
    }

    @Test
    @DisplayName("opened - the first conversation waits for the one who opened it")
    void opened() {
        var started = submitAs("olga", Map.of("account", "Olgas first client", "value", "25000", "currency", "USD"));
        assertEnded(started, "EndEvent_OpportunityOpened");
        var first = tasks.createTaskQuery().taskNameLike("%Olgas first client%").list();
        assertThat(first).isEmpty();
        runtime.createProcessInstanceQuery().processDefinitionKey(ROADMAP).list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(id -> "Olgas first client"
                        .equals(opportunities.find(id).orElseThrow().account()))
                .forEach(id -> deals.deal(id).settle());
        assertThat(tasks.createTaskQuery().taskNameLike("%Olgas first client%").singleResult())
                .satisfies(task -> assertThat(task.getAssignee()).isEqualTo("olga"))
                .satisfies(task -> assertThat(task.getTaskDefinitionKey()).isEqualTo("UserTask_EarnTheMeeting"));
    }

    @Test
    @DisplayName("refused - every fault at once, nothing opened")
    void refused() {
        long before = runtime.createProcessInstanceQuery().count();
        assertThatThrownBy(() -> submitAs("olga", Map.of("value", "much", "dealType", "gift")))
                .hasMessageContaining("fill in the client")
                .hasMessageContaining("much")
                .hasMessageContaining("gift");
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }
}
