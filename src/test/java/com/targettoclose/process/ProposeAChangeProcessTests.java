package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.requests.AnswerProposal;
import com.targettoclose.process.requests.AnswerProposal.RawAnswer;
import com.targettoclose.process.requests.ProposeChange;
import com.targettoclose.process.requests.ProposeChange.RawProposal;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("propose a change")
class ProposeAChangeProcessTests extends StartFormProcessTest {

    private static final String ANSWER = "UserTask_AnswerTheProposal";
    private static final String NOTE = "UserTask_TakeNoteOfTheAnswer";
    private static final String OWNER = "paula";

    @Autowired
    ProposeChange proposeChange;

    @Autowired
    AnswerProposal answerProposal;

    ProposeAChangeProcessTests() {
        super("propose-a-change");
    }

    @Test
    @DisplayName("answered - the process owner sees the deals that show it, and the answer comes back")
    void answered() {
        var one = deals.open().reach("discovery");
        var other = deals.open();
        var instance = propose(one, other);
        var task = task(one, ANSWER);
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("process-owner");
        var shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown).containsEntry("proposedBy", "rita Test");
        assertThat(shown.get("proposed").toString()).contains("Nobody writes an agenda", "Ask for the three questions");
        assertThat(shown.get("deals").toString()).contains("Northwind Traders", "Discovery", "Target");
        assertThatThrownBy(() -> submit(task, OWNER, Map.of("decision", "taken-up", "reason", "Good point")))
                .hasMessageContaining("Claim this task first");
        tasks.claim(task.getId(), OWNER);
        assertThatThrownBy(() -> submit(task, OWNER, Map.of("decision", "maybe")))
                .hasMessageContaining("taken-up, later, declined")
                .hasMessageContaining("reason");
        submit(task, OWNER, Map.of("decision", "taken-up", "reason", "From the next edition on"));
        var note = task(one, NOTE);
        assertThat(note.getAssignee()).isEqualTo(Deals.REP);
        assertThat(forms.getTaskFormVariables(note.getId()))
                .containsEntry("decision", "taken-up")
                .containsEntry("answeredBy", OWNER + " Test")
                .containsEntry("answered", "From the next edition on");
        submit(note, Deals.REP, Map.of());
        assertEndedWith(instance.getId());
        assertThat(kinds(one)).containsSubsequence(EntryKind.CHANGE_PROPOSED, EntryKind.CHANGE_ANSWERED);
        assertThat(ledger.check(one.id()).holds()).isTrue();
        assertThat(one.openConversations()).as("the deal itself is untouched").hasSize(2);
    }

    @Test
    @DisplayName("proposed and answered elsewhere - the task closes, and the answer comes back")
    void elsewhere() {
        var deal = deals.open();
        var rep = new Actor(Deals.REP, Set.of(Group.REP.id()));
        var raw = new RawProposal(List.of(deal.id()), "Nobody writes an agenda", null);
        var id = ((ProposeChange.Result.Proposed) proposeChange.propose(raw, rep)).id();
        var task = task(deal, ANSWER);
        var owner = new Actor(OWNER, Set.of(Group.PROCESS_OWNER.id()));
        var later = new RawAnswer("later", "After the summer");
        assertThat(answerProposal.answer(id, later, owner, null)).isEmpty();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        assertThat(forms.getTaskFormVariables(task(deal, NOTE).getId())).containsEntry("decision", "later");
        submit(task(deal, NOTE), Deals.REP, Map.of());
        assertEndedWith(task.getProcessInstanceId());
    }

    @Test
    @DisplayName("refused - without a deal of one's own that shows it, and without words")
    void refused() {
        var deal = deals.open();
        var others = deals.open("50000", "new-business", "otto");
        assertThatThrownBy(() -> submit(Map.of("words", "It does not fit")))
                .hasMessageContaining("Please fill in opportunities");
        assertThatThrownBy(() -> propose(deal, others)).hasMessageContaining("There is no opportunity");
        assertThatThrownBy(() -> submit(Map.of("opportunities", ids(deal)))).hasMessageContaining("words");
        assertThat(kinds(deal)).doesNotContain(EntryKind.CHANGE_PROPOSED);
    }

    private ProcessInstance propose(Deal... shownBy) {
        deals.user(OWNER);
        return submit(Map.of(
                "opportunities", ids(shownBy),
                "words", "Nobody writes an agenda before the first visit",
                "instead", "Ask for the three questions they want answered"));
    }

    private static Object ids(Deal... shownBy) {
        var ids = List.of(shownBy).stream().map(deal -> '"' + deal.id() + '"').toList();
        return SpinValues.jsonValue(ids.toString()).create();
    }

    private void submit(Task task, String user, Map<String, Object> fields) {
        var group = user.equals(OWNER) ? Group.PROCESS_OWNER : Group.REP;
        identities.setAuthentication(user, List.of(group.id()));
        try {
            forms.submitTaskForm(task.getId(), fields);
        } finally {
            identities.clearAuthentication();
        }
    }

    private Task task(Deal deal, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(deal.id())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private void assertEndedWith(String instance) {
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo("EndEvent_AnswerKnown");
    }
}
