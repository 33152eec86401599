package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the small processes share: they are started from a form in Tasklist. */
abstract class StartFormProcessTest extends ProcessTest {

    private final String process;

    @Autowired
    RepositoryService repository;

    StartFormProcessTest(String process) {
        this.process = process;
    }

    /** The rep who owns the deals of tests submits the start form. */
    ProcessInstance submit(Map<String, Object> fields) {
        return submitAs(Deals.REP, fields);
    }

    /** A rep submits the start form. */
    ProcessInstance submitAs(String rep, Map<String, Object> fields) {
        return submitAs(rep, Group.REP, fields);
    }

    /** A member of a group submits the start form. */
    ProcessInstance submitAs(String user, Group group, Map<String, Object> fields) {
        deals.user(user);
        identities.setAuthentication(user, List.of(group.id()));
        try {
            return forms.submitStartForm(definition(), new HashMap<>(fields));
        } finally {
            identities.clearAuthentication();
        }
    }

    String definition() {
        return definition(process);
    }

    String definition(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** That an instance ran to this end, and kept nothing of what was typed. */
    void assertEnded(ProcessInstance instance, String endEvent) {
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo(endEvent);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .isEmpty();
    }
}
