package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.people.TaskPeople;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class TaskPeopleProcessTests {

    private static final String EARN_THE_MEETING = "UserTask_EarnTheMeeting";

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
        SalesTeams teams;

        @Autowired
        TaskPeople people;

        @Autowired
        AuthorizationService authorizations;

        @Autowired
        TransactionTemplate transaction;

        @BeforeEach
        void teams() {
            List.of("led.rep", "other.rep", "lonely.rep", "team.lead", "other.lead")
                    .forEach(deals::user);
            transaction.executeWithoutResult(status -> {
                teams.keep("led.rep", "team.lead");
                teams.keep("other.rep", "other.lead");
                teams.keep("team.lead", "team.lead");
            });
        }

        @Test
        void aConversationIsItsRepsAndTheirManagerMayReadIt() {
            var task = deals.open("50000", "new-business", "led.rep").task(EARN_THE_MEETING);
            assertThat(task.getAssignee()).isEqualTo("led.rep");
            assertThat(task.getOwner()).isEqualTo("team.lead");
            assertThat(right(task.getId(), "led.rep").isPermissionGranted(TaskPermissions.TASK_WORK))
                    .isTrue();
            assertThat(right(task.getId(), "team.lead").isPermissionGranted(Permissions.READ))
                    .isTrue();
            assertThat(right(task.getId(), "team.lead").isPermissionGranted(TaskPermissions.TASK_WORK))
                    .isFalse();
        }

        @Test
        void whoLeadsThemselvesMayWorkOnTheirOwn() {
            var task = deals.open("50000", "new-business", "team.lead").task(EARN_THE_MEETING);
            assertThat(task.getOwner()).isEqualTo("team.lead");
            assertThat(right(task.getId(), "team.lead").isPermissionGranted(TaskPermissions.TASK_WORK))
                    .isTrue();
        }

        @Test
        void whoNobodyLeadsHasTasksWithoutOwner() {
            assertThat(deals.open("50000", "new-business", "lonely.rep")
                            .task(EARN_THE_MEETING)
                            .getOwner())
                    .isNull();
        }

        @Test
        void handedOverTheyAreTheOthersAndOutOfSightForThoseBefore() {
            var deal = deals.open("50000", "new-business", "led.rep").reach("discovery");
            people.handOver(Map.of(deal.id(), "led.rep"), "other.rep");
            for (var key : deal.openConversations()) {
                var task = deal.task(key);
                assertThat(task.getAssignee()).isEqualTo("other.rep");
                assertThat(task.getOwner()).isEqualTo("other.lead");
                assertThat(authorizations
                                .createAuthorizationQuery()
                                .resourceType(Resources.TASK)
                                .resourceId(task.getId())
                                .list())
                        .extracting(Authorization::getUserId)
                        .containsExactlyInAnyOrder("other.rep", "other.lead");
            }
            people.handOver(Map.of(deal.id(), "other.rep"), "lonely.rep");
            assertThat(deal.task(deal.openConversations().get(0)).getOwner()).isNull();
        }

        private Authorization right(String task, String user) {
            return authorizations
                    .createAuthorizationQuery()
                    .resourceType(Resources.TASK)
                    .resourceId(task)
                    .userIdIn(user)
                    .singleResult();
        }
    }
}
