package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.conversation.RawSetback;
import com.targettoclose.gate.Waiver;
import com.targettoclose.gate.WaiverPolicy.RawAsk;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.changes.ReportSetback;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.requests.AskForWaiver;
import com.targettoclose.process.requests.DecideWaiver;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("ask for a waiver")
class AskForWaiverProcessTests extends StartFormProcessTest {

    private static final String DECIDE = "UserTask_DecideTheWaiver";
    private static final String NOTE = "UserTask_TakeNoteOfTheDecision";
    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
    private static final String REP = "wanda";
    private static final String MANAGER = "marta";

    @Autowired
    SalesTeams teams;

    @Autowired
    AskForWaiver askForWaiver;

    @Autowired
    DecideWaiver decideWaiver;

    @Autowired
    ReportSetback reportSetback;

    AskForWaiverProcessTests() {
        super("ask-for-waiver");
    }

    @Test
    @DisplayName(
            "granted - the conversation closes, the gate lets the deal pass, and the rep reads it until it is made good")
    void granted() {
        var deal = led().gain(EXPLORE).notYet(ESTABLISH, "cost-of-inaction");
        var instance = ask(deal, "cost-of-inaction");
        var task = task(deal, DECIDE);
        assertThat(task.getAssignee()).isEqualTo(MANAGER);
        assertThat(task.getName()).isEqualTo("Decide the waiver · Northwind Traders");
        var shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown)
                .containsEntry("account", "Northwind Traders")
                .containsEntry("stage", "Discovery")
                .containsEntry("value", "50,000 USD")
                .containsEntry("askedBy", REP + " Test")
                .containsEntry("whyAsked", "Their controller is away until May");
        assertThat(shown.get("skipping").toString())
                .startsWith("- **")
                .contains("what it costs the client", "passed without it");
        assertThat(Spin.JSON(shown.get("tried").toString())
                        .elements()
                        .get(0)
                        .mapTo(Map.class)
                        .toString())
                .contains("what it costs the client", "times=1", "talk to their board");
        decide(task, MANAGER, granted("2026-05-31", "2026-05-01"));
        deal.settle();
        assertThat(deal.stage()).isEqualTo("diagnosis");
        assertThat(deal.history().newest(EntryKind.MOOT)).isPresent();
        var waived = ledger.historyWithText(deal.id()).newest(EntryKind.WAIVED).orElseThrow();
        assertThat(waived.recordedBy()).isEqualTo(MANAGER);
        assertThat(waived.content().item()).isEqualTo("cost-of-inaction");
        assertThat(waived.content().words()).isEqualTo("Get it from their controller in May");
        var note = task(deal, NOTE);
        assertThat(note.getAssignee()).isEqualTo(REP);
        assertThat(note.getDueDate()).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(forms.getTaskFormVariables(note.getId()))
                .containsEntry("decided", "granted")
                .containsEntry("until", "2026-05-31")
                .containsEntry("makeGoodBy", "2026-05-01")
                .containsEntry("whyDecided", "Get it from their controller in May");
        as(note, REP, Group.REP, Map.of());
        assertEndedAt(instance, "EndEvent_DecisionKnown");
        assertThat(ledger.check(deal.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("expired - the gate asks for it again")
    void expired() {
        var deal = led().gain(EXPLORE).notYet(ESTABLISH, "cost-of-inaction");
        ask(deal, "cost-of-inaction");
        decide(task(deal, DECIDE), MANAGER, granted("2026-03-31", null));
        deal.settle();
        clock.advance(Period.ofDays(30));
        deal.gain("UserTask_BuildConsensus");
        assertThat(deal.stage()).isEqualTo("discovery");
        assertThat(deal.openConversations()).containsExactly(ESTABLISH);
    }

    @Test
    @DisplayName("expired after a setback - an answer \"not yet\" sends the deal back once more, not into an incident")
    void expiredAfterASetback() {
        var meeting = "UserTask_EarnTheMeeting";
        var deal = ledInTarget().notYet(meeting, "value-for-client");
        ask(deal, "value-for-client");
        decide(task(deal, DECIDE), MANAGER, granted("2026-03-07", null));
        deal.settle().reach("presentation");
        withdraw(deal, "consensus");
        askTheGateAgain(deal, "presentation");
        assertThat(deal.stage()).isEqualTo("diagnosis");
        clock.advance(Period.ofDays(10));
        deal.notYet("UserTask_BuildConsensus", "consensus");
        assertThat(incidents(deal)).isEmpty();
        assertThat(deal.stage()).isEqualTo("target");
        assertThat(deal.openConversations()).containsExactly(meeting);
        assertThat(kinds(deal).stream().filter(EntryKind.RE_ENTERED::equals)).hasSize(2);
    }

    @Test
    @DisplayName("refused - it stays owed, and the rep reads why")
    void refused() {
        var deal = led();
        var instance = ask(deal, "problem-known");
        decide(task(deal, DECIDE), MANAGER, Map.of("decision", "refused", "reason", "Ask their plant manager first"));
        deal.settle();
        assertThat(deal.openConversations()).contains(EXPLORE);
        assertThat(waiver(deal).state()).isEqualTo(Waiver.State.REFUSED);
        var note = task(deal, NOTE);
        assertThat(note.getDueDate()).isNull();
        assertThat(forms.getTaskFormVariables(note.getId()))
                .containsEntry("decided", "refused")
                .containsEntry("decidedBy", MANAGER + " Test")
                .containsEntry("whyDecided", "Ask their plant manager first");
        as(note, REP, Group.REP, Map.of());
        assertEndedAt(instance, "EndEvent_DecisionKnown");
    }

    @Test
    @DisplayName("no longer needed - the client gave it meanwhile")
    void moot() {
        var deal = led();
        var instance = ask(deal, "problem-known");
        deal.gain(EXPLORE);
        assertEndedAt(instance, "EndEvent_NoLongerNeeded");
        assertThat(waiver(deal).state()).isEqualTo(Waiver.State.MOOT);
    }

    @Test
    @DisplayName("no longer needed - the client took its decision back before what a won deal owes was waived")
    void decisionTakenBack() {
        var deal = ledInTarget().win();
        var instance = ask(deal, "handover-done");
        var setback = new RawSetback(
                "decide",
                "Dana Whitfield",
                "Their board stopped all of it",
                clock.today().toString());
        assertThat(reportSetback.report(deal.id(), setback, REP)).isEmpty();
        assertEndedAt(instance, "EndEvent_NoLongerNeeded");
        assertThat(waiver(deal).state()).isEqualTo(Waiver.State.MOOT);
        deal.settle().win();
        assertThat(ask(deal, "handover-done")).isNotNull();
    }

    @Test
    @DisplayName("no longer needed - the pursuit ended")
    void ended() {
        var deal = led();
        var instance = ask(deal, "problem-known");
        lead(deal, opportunity -> instances.end(opportunity, Status.LOST));
        assertEndedAt(instance, "EndEvent_NoLongerNeeded");
        assertThat(ledger.check(deal.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("asked elsewhere - a leader decides what only leaders may, in Tasklist or elsewhere")
    void elsewhere() {
        var deal = led();
        var asked = askForWaiver.ask(deal.id(), new RawAsk(List.of("change"), "They never say it so plainly"), REP);
        int number = ((AskForWaiver.Result.Asked) asked).number();
        var task = task(deal, DECIDE);
        assertThat(task.getAssignee()).isNull();
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("leader");
        var grant = new RawDecision("granted", "I know them well", "2026-04-30", null);
        var manager = new Actor(MANAGER, Set.of("manager"));
        assertThat(decideWaiver
                        .decide(deal.id(), number, grant, manager, null)
                        .orElseThrow()
                        .sentence())
                .startsWith("Only a sales leader");
        var leader = new Actor("lars", Set.of("leader"));
        assertThat(decideWaiver.decide(deal.id(), number, grant, leader, null)).isEmpty();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult()).isNull();
        assertThat(task(deal, NOTE)).isNotNull();
        assertThat(decideWaiver
                        .decide(deal.id(), number, grant, leader, null)
                        .orElseThrow()
                        .sentence())
                .contains("decided already (granted, by lars on 2026-03-02)");
    }

    @Test
    @DisplayName("asked where nobody is known to lead the owner - a leader may claim it, and no manager")
    void nobodyLeads() {
        var deal = deals.open("50000", "new-business", "solo").reach("discovery");
        submitAs("solo", fields(deal, "problem-known"));
        assertThat(tasks.getIdentityLinksForTask(task(deal, DECIDE).getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .collect(Collectors.toSet()))
                .containsExactly("leader");
    }

    @Test
    @DisplayName(
            "refused - what nobody may waive, what is not owed, and what was asked for already cannot be asked for")
    void cannotBeAskedFor() {
        var deal = led();
        ask(deal, "problem-known");
        assertThatThrownBy(() -> ask(deal, "problem-known")).hasMessageContaining("asked for already");
        assertThatThrownBy(() -> ask(deal, "decide")).hasMessageContaining("can be waived by nobody");
        Map<String, Object> more = new HashMap<>(fields(deal, "agenda-agreed"));
        more.put("level", "nobody");
        assertThatThrownBy(() -> submitAs(REP, more)).hasMessageContaining("level is not asked for here");
        assertThatThrownBy(() -> ask(deal, "time"))
                .hasMessageContaining("is not owed")
                .hasMessageContaining("Owed are");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(deal.id())
                        .taskDefinitionKey(DECIDE)
                        .list())
                .hasSize(1);
    }

    @Test
    @DisplayName("refused - the owner, a colleague and a completion past the form decide nothing")
    void notTheirs() {
        var deal = led();
        ask(deal, "problem-known");
        var task = task(deal, DECIDE);
        assertThatThrownBy(() -> decide(task, REP, granted("2026-05-31", null)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.complete(task.getId())).hasMessageContaining("Answer with the form");
        var owner = new Actor(REP, Set.of("rep", "manager", "leader"));
        var grant = new RawDecision("granted", "I trust myself", "2026-04-30", null);
        assertThat(decideWaiver
                        .decide(deal.id(), waiver(deal).number(), grant, owner, null)
                        .orElseThrow()
                        .sentence())
                .startsWith("This is your own deal");
        assertThatThrownBy(() -> decide(task, MANAGER, Map.of("decision", "refused", "reason", "No", "bribe", "much")))
                .hasMessageContaining("bribe is not asked for here");
        assertThatThrownBy(() -> decide(task, MANAGER, Map.of("decision", "granted")))
                .hasMessageContaining("reason")
                .hasMessageContaining("expiresOn");
        assertThat(waiver(deal).open()).isTrue();
    }

    /** A deal in discovery of a rep whom a manager leads. */
    private Deal led() {
        return ledInTarget().reach("discovery");
    }

    private Deal ledInTarget() {
        var deal = deals.open("50000", "new-business", REP);
        deals.user(MANAGER);
        transactions.executeWithoutResult(tx -> teams.keep(REP, MANAGER));
        return deal;
    }

    private ProcessInstance ask(Deal deal, String item) {
        return submitAs(REP, fields(deal, item));
    }

    private static Map<String, Object> fields(Deal deal, String item) {
        return Map.of(
                "opportunity", deal.id(),
                "items", SpinValues.jsonValue("[\"" + item + "\"]").create(),
                "reason", "Their controller is away until May");
    }

    private static Map<String, Object> granted(String expiresOn, String makeGoodOn) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("decision", "granted", "reason", "Get it from their controller in May", "expiresOn", expiresOn));
        fields.put("makeGoodOn", makeGoodOn);
        return fields;
    }

    private void decide(Task task, String manager, Map<String, Object> fields) {
        as(task, manager, Group.MANAGER, fields);
    }

    private void as(Task task, String user, Group group, Map<String, Object> fields) {
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

    private Waiver waiver(Deal deal) {
        return Waiver.all(deal.history()).get(0);
    }

    private void assertEndedAt(ProcessInstance instance, String end) {
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo(end);
    }
}
