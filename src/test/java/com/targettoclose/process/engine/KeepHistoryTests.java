package com.targettoclose.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("the history that is kept")
class KeepHistoryTests {

    private static final String CONVERSATION = "UserTask_EarnTheMeeting";

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        @Autowired
        Deals deals;

        @Autowired
        HistoryService history;

        @Autowired
        IdentityService identities;

        @Autowired
        RuntimeService runtime;

        @Test
        void aCompletedTaskStandsInItsOwnRowAndNotInTheOperationLog() {
            var deal = deals.open();
            var task = deal.task(CONVERSATION);
            deal.gain(CONVERSATION);
            assertThat(operations(task)).isZero();
            assertThat(history.createHistoricTaskInstanceQuery()
                            .taskId(task.getId())
                            .finished()
                            .count())
                    .isEqualTo(1);
        }

        @Test
        void whatOperationsDoStandsInTheOperationLog() {
            var instance = deals.open().task(CONVERSATION).getProcessInstanceId();
            identities.setAuthentication("oda", List.of(Group.OPERATIONS.id()));
            runtime.suspendProcessInstanceById(instance);
            identities.clearAuthentication();
            assertThat(history.createUserOperationLogQuery()
                            .processInstanceId(instance)
                            .operationType(UserOperationLogEntry.OPERATION_TYPE_SUSPEND)
                            .count())
                    .isEqualTo(1);
        }

        private long operations(Task task) {
            return history.createUserOperationLogQuery().taskId(task.getId()).count();
        }
    }
}
