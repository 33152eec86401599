package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.testing.OnH2;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("open an opportunity")
class OpenAnOpportunityProcessTests extends ProcessTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    AuthorizationService authorizations;

    @Test
    @DisplayName("opened - the first conversation waits for the one who opened it")
    void opened() {
        var started = submit(Map.of("account", "Olgas first client", "value", "25000", "currency", "USD"));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(started.getId())
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo("EndEvent_OpportunityOpened");
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
        assertThatThrownBy(() -> submit(Map.of("value", "much", "dealType", "gift")))
                .hasMessageContaining("account")
                .hasMessageContaining("much")
                .hasMessageContaining("gift");
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    private ProcessInstance submit(Map<String, Object> fields) {
        deals.user("olga");
        grant(Resources.PROCESS_DEFINITION, Permissions.CREATE_INSTANCE);
        grant(Resources.PROCESS_INSTANCE, Permissions.CREATE);
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("open-an-opportunity")
                .latestVersion()
                .singleResult();
        identities.setAuthenticatedUserId("olga");
        try {
            return forms.submitStartForm(definition.getId(), new HashMap<>(fields));
        } finally {
            identities.clearAuthentication();
        }
    }

    private void grant(Resources resource, Permissions permission) {
        var granted = authorizations
                .createAuthorizationQuery()
                .userIdIn("olga")
                .resourceType(resource)
                .count();
        if (granted == 0) {
            var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setUserId("olga");
            authorization.setResource(resource);
            authorization.setResourceId(Authorization.ANY);
            authorization.addPermission(permission);
            authorizations.saveAuthorization(authorization);
        }
    }
}
