package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.conversation.FaultCode;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.changes.ReopenOpportunity;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.requests.CoachDeal;
import com.targettoclose.process.requests.CoachDeal.RawAdvice;
import com.targettoclose.process.stage.Stall;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("coach a stalled deal")
class CoachAStalledDealProcessTests extends ProcessTest {

    private static final String REP = "stella";
    private static final String MANAGER = "mona";
    private static final String COACH = "UserTask_CoachTheDeal";
    private static final String TAKE = "UserTask_TakeTheAdvice";
    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";

    /** What target and discovery allow, in days. */
    private static final int ALLOWED = 21;

    /** How many are handled in one transaction of the tests. */
    private static final int AT_ONCE = 20;

    @Autowired
    ManagementService management;

    @Autowired
    SalesTeams teams;

    @Autowired
    CoachDeal coachDeal;

    @Autowired
    ReopenOpportunity reopenOpportunity;

    @BeforeEach
    void led() {
        deals.user(REP);
        deals.user(MANAGER);
        transactions.executeWithoutResult(tx -> teams.keep(REP, MANAGER));
    }

    @Test
    @DisplayName("a manager advises, and the rep reads what to do")
    void advised() {
        var deal = discovery();
        var tried = deal.notYet(ESTABLISH, "change");
        clock.advance(Period.ofDays(ALLOWED));
        look();
        assertThat(task(tried, COACH)).isNull();
        clock.advance(Period.ofDays(1));
        look();
        var task = task(deal, COACH);
        assertThat(task.getAssignee()).isEqualTo(MANAGER);
        assertThat(task.getName()).isEqualTo("Coach the deal · Northwind Traders");
        var shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown)
                .containsEntry("owner", REP + " Test")
                .containsEntry("quietSince", "2026-03-02")
                .containsEntry("stallDays", "21");
        assertThat(shown.get("tried").toString()).contains("The client will change", "\"times\":\"1\"");
        assertThat(shown.get("soFar").toString()).contains("Not yet: The client will change");
        look();
        assertThat(kinds(deal).stream().filter(EntryKind.STALLED::equals)).hasSize(1);

        answer(task, MANAGER, "call-together", "I know their controller, let us go there on Friday");
        var coached =
                ledger.historyWithText(deal.id()).newest(EntryKind.COACHED).orElseThrow();
        assertThat(coached.recordedBy()).isEqualTo(MANAGER);
        assertThat(coached.content().words()).startsWith("I know their controller");
        var note = task(deal, TAKE);
        assertThat(note.getAssignee()).isEqualTo(REP);
        assertThat(forms.getTaskFormVariables(note.getId()))
                .containsEntry("answered", "call-together")
                .containsEntry("coach", MANAGER + " Test");
        as(REP, () -> forms.submitTaskForm(note.getId(), Map.of()));
        assertThat(ended(task)).isEqualTo("EndEvent_AdviceTaken");
        look();
        assertThat(task(deal, COACH)).isNull();
        clock.advance(Period.ofDays(ALLOWED + 1));
        look();
        assertThat(task(deal, COACH)).isNotNull();
        assertThat(ledger.check(deal.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("no longer stalled - the client was heard")
    void heard() {
        var deal = discovery();
        clock.advance(Period.ofDays(ALLOWED + 1));
        look();
        var task = task(deal, COACH);
        deal.notYet(ESTABLISH, "change");
        assertThat(ended(task)).isEqualTo("EndEvent_NoLongerStalled");
        assertThat(kinds(deal)).contains(EntryKind.MOOT);
        look();
        assertThat(task(deal, COACH)).isNull();
    }

    @Test
    @DisplayName("no longer stalled - the pursuit ended; it stalls anew once it goes on")
    void endedAndReopened() {
        var deal = discovery();
        clock.advance(Period.ofDays(ALLOWED + 1));
        look();
        var task = task(deal, COACH);
        lead(deal, opportunity -> instances.end(opportunity, Status.NO_DECISION));
        assertThat(ended(task)).isEqualTo("EndEvent_NoLongerStalled");
        clock.advance(Period.ofDays(ALLOWED + 1));
        look();
        assertThat(kinds(deal).stream().filter(EntryKind.STALLED::equals)).hasSize(1);
        reopenOpportunity.reopen(deal.id(), "They called us back today", REP);
        deal.settle();
        look();
        assertThat(task(deal, COACH)).isNull();
        clock.advance(Period.ofDays(ALLOWED + 1));
        look();
        assertThat(task(deal, COACH)).isNotNull();
    }

    @Test
    @DisplayName("not stalled before a step that was agreed with the client")
    void nextStep() {
        var deal = discovery();
        var agreed = clock.today().plusDays(30);
        deal.submit(
                ESTABLISH, deal.answers(ESTABLISH).notYet(deals.item("change")).with("nextStepOn", agreed.toString()));
        clock.advance(Period.ofDays(30 + ALLOWED));
        look();
        assertThat(task(deal, COACH)).isNull();
        clock.advance(Period.ofDays(1));
        look();
        assertThat(forms.getTaskFormVariables(task(deal, COACH).getId()))
                .containsEntry("quietSince", agreed.toString());
    }

    @Test
    @DisplayName("unanswered - it goes to the sales leaders, once")
    void passedOn() {
        var deal = discovery();
        clock.advance(Period.ofDays(ALLOWED + 1));
        look();
        clock.advance(Period.ofDays(8));
        look();
        look();
        var task = task(deal, COACH);
        assertThat(task.getAssignee()).isNull();
        assertThat(groupsOf(task)).containsExactly("leader");
        assertThat(kinds(deal).stream().filter(EntryKind.ESCALATED::equals)).hasSize(1);
        var advice = new RawAdvice("walk-away", "Nobody there has the money this year");
        assertThat(coachDeal.answer(deal.id(), advice, new Actor("lena", Set.of("leader")), null))
                .isEmpty();
        assertThat(task(deal, COACH)).isNull();
        assertThat(task(deal, TAKE)).isNotNull();
    }

    @Test
    @DisplayName("nobody leads the owner - it is for the sales leaders at once, and for no manager")
    void nobodyLeads() {
        var deal = deals.open("50000", "new-business", "sola").reach("discovery");
        clock.advance(Period.ofDays(ALLOWED + 1));
        look();
        assertThat(groupsOf(task(deal, COACH))).containsExactly("leader");
        var advice = new RawAdvice("advice", "Ask their plant manager first");
        assertThat(coachDeal
                        .answer(deal.id(), advice, new Actor(MANAGER, Set.of("manager")), null)
                        .orElseThrow()
                        .sentence())
                .startsWith("The manager of the deal's owner advises here");
    }

    @Test
    @DisplayName("refused - the owner, what is no advice, and a deal that waits for none")
    void refused() {
        var deal = discovery();
        var leader = new Actor("lena", Set.of("leader"));
        var advice = new RawAdvice("advice", "Ask their plant manager first");
        assertThat(coachDeal
                        .answer(deal.id(), advice, leader, null)
                        .orElseThrow()
                        .sentence())
                .contains("waits for no advice");
        clock.advance(Period.ofDays(ALLOWED + 1));
        look();
        var task = task(deal, COACH);
        assertThat(coachDeal
                        .answer(deal.id(), advice, new Actor(REP, Set.of("leader")), null)
                        .orElseThrow()
                        .sentence())
                .startsWith("This is your own deal");
        assertThat(coachDeal
                        .answer(deal.id(), new RawAdvice("hope", null), leader, null)
                        .orElseThrow()
                        .faults())
                .extracting(fault -> fault.code())
                .containsExactly(FaultCode.NOT_A_CHOICE, FaultCode.MISSING);
        assertThatThrownBy(() -> tasks.complete(task.getId())).hasMessageContaining("Answer with the form");
        assertThat(Stall.open(deal.history())).isPresent();
    }

    @Test
    @DisplayName("every morning all are looked at, some at a time, and nobody need start it")
    void everyMorning() {
        var stalled = IntStream.rangeClosed(0, AT_ONCE)
                .mapToObj(n -> deals.open("50000", "new-business", REP))
                .toList();
        clock.advance(Period.ofDays(ALLOWED + 1));
        long before = rounds();
        look();
        assertThat(rounds() - before).isGreaterThan(1);
        assertThat(stalled).allMatch(deal -> task(deal, COACH) != null);
        var timer = timer();
        assertThat(timer.getDuedate()).isNotNull();
    }

    private Deal discovery() {
        return deals.open("50000", "new-business", REP).reach("discovery");
    }

    private Job timer() {
        return jobsOfTheLook()
                .filter(job -> job.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow();
    }

    /** Runs the daily look, as its timers do. */
    private void look() {
        management.executeJob(timer().getId());
        for (var job = waiting(); job != null; job = waiting()) {
            management.executeJob(job.getId());
        }
    }

    private Job waiting() {
        return jobsOfTheLook()
                .filter(job -> job.getProcessInstanceId() != null)
                .findFirst()
                .orElse(null);
    }

    private Stream<Job> jobsOfTheLook() {
        return management.createJobQuery().processDefinitionKey("find-stalled-deals").list().stream();
    }

    private long rounds() {
        return history.createHistoricActivityInstanceQuery()
                .activityId("ServiceTask_FindStalledDeals")
                .count();
    }

    private void answer(Task task, String manager, String advice, String words) {
        identities.setAuthentication(manager, List.of(Group.MANAGER.id()));
        try {
            forms.submitTaskForm(task.getId(), Map.of("answer", advice, "words", words));
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

    private List<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    private String ended(Task task) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getEndActivityId();
    }
}
