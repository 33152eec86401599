package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("report a setback")
class ReportASetbackProcessTests extends StartFormProcessTest {

    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
    private static final String DECISION = "UserTask_AskForTheDecision";

    ReportASetbackProcessTests() {
        super("report-a-setback");
    }

    @Test
    @DisplayName("reported - the deal stops where it is owed, and what is still held is not asked again")
    void reported() {
        var deal = deals.open().reach("diagnosis");
        assertEnded(report(deal, "explore"), "EndEvent_SetbackReported");
        assertThat(deal.stage()).isEqualTo("discovery");
        assertThat(deal.openConversations()).containsExactly(EXPLORE);
        assertThat(plan(deal, EXPLORE, "planOwed")).isEqualTo("- The client will share information");
        assertThat(kinds(deal)).containsSubsequence(EntryKind.WITHDRAWN, EntryKind.RE_ENTERED);
        var withdrawn =
                ledger.historyWithText(deal.id()).newest(EntryKind.WITHDRAWN).orElseThrow();
        assertThat(withdrawn.recordedBy()).isEqualTo("rita");
        assertThat(withdrawn.content().contact()).isEqualTo("Dana Whitfield");
        assertThat(withdrawn.content().words()).isEqualTo("The board stopped all projects until June");
        deal.gain(EXPLORE);
        assertThat(deal.stage()).isEqualTo("diagnosis");
        assertThat(ledger.check(deal.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("reported while its conversation is open - nothing else moves")
    void openAlready() {
        var deal = deals.open().reach("discovery").notYet(ESTABLISH, "change");
        var before = openTasks(deal);
        report(deal, "cost-of-inaction");
        assertThat(openTasks(deal)).isEqualTo(before);
        assertThat(plan(deal, ESTABLISH, "planOwed").toString())
                .contains("what it costs the client", "The client will change");
        assertThat(kinds(deal)).doesNotContain(EntryKind.RE_ENTERED);
    }

    @Test
    @DisplayName("reported of something gained ahead of its stage - its own gate will ask for it")
    void aheadOfItsStage() {
        var deal = deals.open();
        gainElsewhere(deal, "budget-source");
        var before = openTasks(deal);
        report(deal, "budget-source");
        assertThat(openTasks(deal)).isEqualTo(before);
        assertThat(deal.history().gained()).doesNotContain("budget-source");
    }

    @Test
    @DisplayName("the decision taken back in execution - open again, and won anew on the day it is given again")
    void decision() {
        var deal = deals.open().win();
        clock.advance(Period.ofDays(20));
        report(deal, "decide");
        assertThat(timesEntered(deal, "BoundaryEvent_DecisionWithdrawn")).isOne();
        assertThat(deal.status()).isEqualTo(Status.OPEN);
        assertThat(deal.opportunity().closedOn()).isNull();
        assertThat(deal.stage()).isEqualTo("negotiation");
        assertThat(deal.openConversations()).containsExactly(DECISION);
        deal.win();
        assertThat(deal.opportunity().closedOn()).isEqualTo(TestClock.TODAY.plusDays(20));
        assertThat(deal.stage()).isEqualTo("execution");
    }

    @Test
    @DisplayName("anything else taken back in execution - written down, and the win stands")
    void theWinStands() {
        var deal = deals.open().win();
        var before = openTasks(deal);
        clock.advance(Period.ofDays(20));
        report(deal, "consensus");
        assertThat(deal.status()).isEqualTo(Status.WON);
        assertThat(deal.opportunity().closedOn()).isEqualTo(TestClock.TODAY);
        assertThat(openTasks(deal)).isEqualTo(before);
        deal.gain("UserTask_StartAndRealiseTheValue");
        assertThat(endOf(deal)).isEqualTo("EndEvent_ValueRealised");
    }

    @Test
    @DisplayName("refused - every fault at once, nothing written")
    void refused() {
        var deal = deals.open().reach("discovery");
        int entries = deal.history().entries().size();
        var fields = fields(deal, "change");
        fields.put("words", "no");
        fields.put("contact", "");
        fields.put("occurredOn", clock.today().plusDays(1).toString());
        assertThatThrownBy(() -> submit(fields))
                .hasMessageContaining("'The client will change' was not given")
                .hasMessageContaining("We can say why we may fit this client")
                .hasMessageContaining("fill in who you talked to")
                .hasMessageContaining("has not come yet");
        assertThat(deal.history().entries()).hasSize(entries);
    }

    @Test
    @DisplayName("refused - once the pursuit has ended")
    void ended() {
        var deal = deals.open().reach("discovery");
        lead(deal, opportunity -> instances.end(opportunity, Status.LOST));
        assertThatThrownBy(() -> report(deal, "time")).hasMessageContaining("has ended (lost)");
    }

    @Test
    @DisplayName("refused - a colleague's deal is not there")
    void aColleagues() {
        var deal = deals.open().reach("discovery");
        assertThatThrownBy(() -> submitAs("otto", fields(deal, "time")))
                .hasMessageContaining("There is no opportunity");
        assertThat(deal.history().gained()).contains("time");
    }

    private ProcessInstance report(Deal deal, String item) {
        var instance = submit(fields(deal, item));
        deal.settle();
        return instance;
    }

    private Map<String, Object> fields(Deal deal, String item) {
        return new HashMap<>(Map.of(
                "opportunity",
                deal.id(),
                "item",
                item,
                "contact",
                "Dana Whitfield",
                "occurredOn",
                clock.today().toString(),
                "words",
                "The board stopped all projects until June"));
    }
}
