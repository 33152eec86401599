package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.changes.ChangeTerms.Change;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnH2
@DisplayName("the roadmap")
class TargetToCloseProcessTests extends ProcessTest {

    private static final String DECISION = "UserTask_AskForTheDecision";
    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
    private static final String REALISE = "UserTask_StartAndRealiseTheValue";

    @Test
    @DisplayName("from target to close, and on until the value is realised")
    void targetToClose() {
        var deal = deals.open(null, "new-business").win();
        assertThat(deal.stage()).isEqualTo("execution");
        deal.gain(REALISE);
        assertThat(endOf(deal)).isEqualTo("EndEvent_ValueRealised");
        assertThat(deal.status()).isEqualTo(Status.WON);
        assertThat(deal.adherence()).hasValue(1.0);
    }

    @Test
    @DisplayName("a renewal takes the short way: change, invest, decide, first result")
    void renewal() {
        var deal = deals.open("50000", "renewal").win().gain(REALISE);
        assertThat(endOf(deal)).isEqualTo("EndEvent_ValueRealised");
        assertThat(deal.adherence()).hasValue(1.0);
        assertThat(kinds(deal).stream().filter(EntryKind.CLOSED::equals)).hasSize(1);
    }

    @Test
    @DisplayName("back to the map when terms ask for more than was given")
    void termsAskForMore() {
        var deal = deals.open("9000", "new-business").reach("discovery");
        deal.submit(
                ESTABLISH,
                deal.answers(ESTABLISH)
                        .without(deals.item("cost-of-inaction"))
                        .without(deals.item("trigger-and-date")));
        deal.reach("diagnosis");
        change(deal, "60000");
        assertThat(timesEntered(deal, "BoundaryEvent_BackToTheMap")).isOne();
        assertThat(deal.stage()).isEqualTo("discovery");
        assertThat(deal.openConversations()).containsExactly(ESTABLISH);
        assertThat(kinds(deal)).containsSubsequence(EntryKind.TERMS, EntryKind.RE_ENTERED);
        deal.reach("diagnosis");
        assertThat(deal.openConversations()).hasSize(3);
    }

    @Test
    @DisplayName("what becomes moot closes when terms ask for less, and nothing else is touched")
    void termsAskForLess() {
        var deal = deals.open("60000", "new-business").reach("diagnosis");
        var before = openTasks(deal);
        var moot = before.remove("UserTask_BuildConsensus");
        change(deal, "9000");
        assertThat(openTasks(deal)).isEqualTo(before);
        assertThat(deal.history()
                        .newest(EntryKind.MOOT)
                        .orElseThrow()
                        .content()
                        .origin()
                        .task())
                .isEqualTo(moot);
        assertThat(timesEntered(deal, "BoundaryEvent_BackToTheMap")).isZero();
    }

    @Test
    @DisplayName("back to the map when a gate finds something owed in an earlier stage")
    void owedEarlier() {
        var deal = deals.open().reach("diagnosis");
        clock.advance(Period.ofDays(91));
        deal.gain("UserTask_BuildConsensus");
        assertThat(timesEntered(deal, "BoundaryEvent_OwedEarlier")).isOne();
        assertThat(deal.stage()).isEqualTo("target");
        assertThat(kinds(deal)).containsSubsequence(EntryKind.LAPSED, EntryKind.RE_ENTERED);
        deal.win();
        assertThat(kinds(deal).stream().filter(EntryKind.RE_ENTERED::equals)).hasSize(1);
        assertThat(timesEntered(deal, "UserTask_BuildConsensus")).isOne();
    }

    @Test
    @DisplayName("warned two weeks before the client's time counts no more, and not earlier")
    void warnedBeforeItLapses() {
        var deal = deals.open().reach("diagnosis");
        clock.advance(Period.ofDays(76));
        assertThat(plan(deal, "UserTask_BuildConsensus", "planLapsing")).isEqualTo("");
        clock.advance(Period.ofDays(1));
        assertThat(plan(deal, "UserTask_BuildConsensus", "planLapsing"))
                .isEqualTo("- The client will meet us: until 31 May 2026. Ask for it again before then.");
    }

    @Test
    @DisplayName("lost in the moment the client declines to decide for us")
    void lost() {
        var deal = deals.open().reach("negotiation");
        var answers = deal.answers(DECISION).declined(deals.item("decide"));
        deal.submitOnly(DECISION, answers);
        assertThat(deal.status()).isEqualTo(Status.LOST);
        assertThat(deal.opportunity().closedOn()).isEqualTo(TestClock.TODAY);
        assertThat(endOf(deal)).isEqualTo("EndEvent_Lost");
        assertThat(jobs.executable(deal.id())).isEmpty();
        assertThat(deal.openConversations()).isEmpty();
        assertThat(ledger.check(deal.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("lost wherever the client says its no, also in a conversation that no diagram names")
    void lostEarly() {
        var deal = deals.open().reach("discovery");
        var refusal =
                recordConversation.record(deal.id(), Unscripted.declined("decide", clock.today()), null, Deals.REP);
        assertThat(refusal).isEmpty();
        assertThat(deal.status()).isEqualTo(Status.LOST);
        assertThat(endOf(deal)).isEqualTo("EndEvent_Lost");
    }

    @ParameterizedTest(name = "ended without a decision of the client, or by stepping back: {0}")
    @CsvSource({
        "NO_DECISION, BoundaryEvent_NoDecision, EndEvent_NoDecision",
        "DISQUALIFIED, BoundaryEvent_Disqualified, EndEvent_Disqualified",
        "LOST, BoundaryEvent_Lost, EndEvent_Lost"
    })
    void ended(Status status, String boundary, String end) {
        var deal = deals.open().reach("discovery");
        lead(deal, opportunity -> instances.end(opportunity, status));
        assertThat(deal.status()).isEqualTo(status);
        assertThat(timesEntered(deal, boundary)).isOne();
        assertThat(endOf(deal)).isEqualTo(end);
        var closed = deal.history().newest(EntryKind.CLOSED).orElseThrow();
        assertThat(closed.content().detail()).containsEntry("as", status.value());
    }

    @Test
    @DisplayName("back to the map during execution while the win stands - passed again, and won only once")
    void backDuringExecution() {
        var deal = deals.open().win();
        clock.advance(Period.ofDays(200));
        lead(deal, instances::backToTheMap);
        assertThat(timesEntered(deal, "BoundaryEvent_DecisionWithdrawn")).isOne();
        assertThat(timesEntered(deal, "Event_Won")).isEqualTo(2);
        assertThat(deal.status()).isEqualTo(Status.WON);
        assertThat(deal.opportunity().closedOn()).isEqualTo(TestClock.TODAY);
        assertThat(kinds(deal).stream().filter(EntryKind.CLOSED::equals)).hasSize(1);
        assertThat(deal.stage()).isEqualTo("execution");
        assertThat(deal.openConversations()).containsExactly(REALISE);
    }

    @Test
    @DisplayName("open again when execution's gate finds something owed before the win")
    void owedBeforeTheWin() {
        var deal = deals.open().win();
        withdraw(deal, "decide");
        deal.notYet(REALISE, "execute");
        assertThat(timesEntered(deal, "BoundaryEvent_OwedBeforeTheWin")).isOne();
        assertBackInNegotiation(deal);
        deal.win().gain(REALISE);
        assertThat(endOf(deal)).isEqualTo("EndEvent_ValueRealised");
    }

    private void assertBackInNegotiation(Deal deal) {
        assertThat(deal.status()).isEqualTo(Status.OPEN);
        assertThat(deal.opportunity().closedOn()).isNull();
        assertThat(deal.stage()).isEqualTo("negotiation");
        assertThat(deal.openConversations()).containsExactly(DECISION);
        assertThat(plan(deal, DECISION, "planOwed")).isEqualTo("- The client has decided for us and signed");
    }

    private void change(Deal deal, String value) {
        var change = new Change(value, null, null, "The client told us what it plans to spend.");
        assertThat(changeTerms.change(deal.id(), change, Deals.REP)).isEmpty();
        deal.settle();
    }
}
