package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("hand over")
class HandOverProcessTests extends StartFormProcessTest {

    private static final String OLD = "hanna";
    private static final String NEW = "nils";

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    SalesTeams teams;

    HandOverProcessTests() {
        super("hand-over");
    }

    @BeforeEach
    void users() {
        deals.user(OLD);
        deals.user(NEW);
    }

    @Test
    @DisplayName("handed over - the open conversations move along, and are the old owner's no longer")
    void handedOver() {
        var deal = deals.open("50000", "new-business", OLD).reach("discovery");
        var before = openTasks(deal);
        assertEnded(handOver(OLD, Group.REP, deal), "EndEvent_HandedOver");
        assertThat(deal.opportunity().owner()).isEqualTo(NEW);
        assertThat(openTasks(deal)).as("the same tasks, no new ones").isEqualTo(before);
        assertThat(tasksOf(deal)).extracting(Task::getAssignee).containsOnly(NEW);
        for (var task : before.values()) {
            assertThat(authorizations
                            .createAuthorizationQuery()
                            .resourceType(Resources.TASK)
                            .resourceId(task)
                            .list())
                    .extracting(Authorization::getUserId)
                    .containsExactly(NEW);
        }
        var entry =
                ledger.historyWithText(deal.id()).newest(EntryKind.HANDED_OVER).orElseThrow();
        assertThat(entry.recordedBy()).isEqualTo(OLD);
        assertThat(entry.content().detail()).containsEntry("from", OLD).containsEntry("to", NEW);
        assertThat(entry.content().words()).isEqualTo("Ruth decides alone");
        var explore = before.get("UserTask_ExploreTheNeedToChange");
        identities.setAuthentication(OLD, List.of("rep"));
        assertThatThrownBy(() -> forms.submitTaskForm(explore, Map.of())).isInstanceOf(AuthorizationException.class);
        identities.clearAuthentication();
        deal.gain("UserTask_ExploreTheNeedToChange").gain("UserTask_EstablishWhyChangeWhyNow");
        assertThat(tasksOf(deal))
                .as("later conversations too")
                .extracting(Task::getAssignee)
                .containsOnly(NEW);
        assertThat(ledger.check(deal.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("handed over - everything of a rep who leaves, by a manager, and nothing of theirs is left")
    void everything() {
        deals.user("leaver");
        var open = deals.open("50000", "new-business", "leaver");
        var won = deals.open("50000", "new-business", "leaver").win();
        assertThatThrownBy(() -> submitAs(OLD, Group.REP, Map.of("from", "leaver", "owner", NEW)))
                .hasMessageContaining("Only a manager");
        assertThatThrownBy(() -> submitAs("mara", Group.MANAGER, Map.of("from", "leaver", "owner", NEW)))
                .as("a manager of others")
                .hasMessageContaining("Only a manager");
        transactions.executeWithoutResult(tx -> teams.keep("leaver", "mara"));
        submitAs("mara", Group.MANAGER, Map.of("from", "leaver", "owner", NEW));
        assertThat(List.of(open, won))
                .extracting(deal -> deal.opportunity().owner())
                .containsOnly(NEW);
        assertThat(tasks.createTaskQuery().taskAssignee("leaver").list()).isEmpty();
    }

    @Test
    @DisplayName(
            "refused - to nobody, to somebody who does not sell, to oneself, or what is not one's own: none of them")
    void refused() {
        var own = deals.open("50000", "new-business", OLD);
        var others = deals.open("50000", "new-business", NEW);
        assertThatThrownBy(() -> submitAs(OLD, fields("nobody", own))).hasMessageContaining("no user 'nobody'");
        assertThatThrownBy(() -> submitAs(OLD, fields(OLD, own))).hasMessageContaining("already");
        assertThatThrownBy(() -> submitAs(OLD, fields(NEW, own, others)))
                .hasMessageContaining("There is no opportunity");
        assertThatThrownBy(() -> submitAs(OLD, Map.of("owner", NEW))).hasMessageContaining("Choose the opportunities");
        assertThat(own.opportunity().owner()).isEqualTo(OLD);
        assertThat(kinds(own)).doesNotContain(EntryKind.HANDED_OVER);
    }

    private ProcessInstance handOver(String who, Group group, Deal... chosen) {
        return submitAs(who, group, fields(NEW, chosen));
    }

    private static Map<String, Object> fields(String to, Deal... chosen) {
        var ids = List.of(chosen).stream().map(deal -> '"' + deal.id() + '"').toList();
        return Map.of(
                "opportunities",
                SpinValues.jsonValue(ids.toString()).create(),
                "owner",
                to,
                "note",
                "Ruth decides alone");
    }

    private List<Task> tasksOf(Deal deal) {
        return tasks.createTaskQuery().processInstanceBusinessKey(deal.id()).list();
    }
}
