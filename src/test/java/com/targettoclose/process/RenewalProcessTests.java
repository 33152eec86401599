package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.RawSetback;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.changes.ChangeTerms.Change;
import com.targettoclose.process.changes.ReopenOpportunity;
import com.targettoclose.process.changes.ReportSetback;
import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.opening.OpenOpportunities.Opening;
import com.targettoclose.process.opening.OpenOpportunities.Result.NotOpened;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("the roadmap of renewals")
class RenewalProcessTests extends ProcessTest {

    private static final String REVIEW = "UserTask_ReviewTheValue";
    private static final String TERM = "UserTask_AgreeTheNextTerm";
    private static final String ASK = "UserTask_AskForTheRenewal";

    @Autowired
    ReportSetback reportSetback;

    @Autowired
    ReopenOpportunity reopenOpportunity;

    @Autowired
    OpenOpportunities openOpportunities;

    @Test
    @DisplayName("from the value so far to a renewal, in three conversations")
    void won() {
        var deal = deals.openRenewal();
        assertThat(deal.opportunity().roadmap()).isEqualTo("renewal");
        assertThat(deal.openConversations()).containsExactly(REVIEW);
        deal.gain(REVIEW);
        assertThat(deal.openConversations()).containsExactly(TERM, ASK);
        deal.gain(ASK).gain(TERM);
        assertThat(deal.status()).isEqualTo(Status.WON);
        assertThat(deal.stage()).isNull();
        assertThat(endOf(deal)).isEqualTo("EndEvent_Won");
        assertThat(deal.adherence()).hasValue(1.0);
        assertThat(openTasks(deal)).isEmpty();
    }

    @Test
    @DisplayName("back to the map when the client takes something back, and what is held is not asked again")
    void setback() {
        var deal = deals.openRenewal().reach("renewal-decision").gain(TERM);
        var setback = new RawSetback(
                "change",
                "Dana Whitfield",
                "We look at another supplier first",
                clock.today().toString());
        assertThat(reportSetback.report(deal.id(), setback, Deals.REP)).isEmpty();
        deal.settle();
        assertThat(timesEntered(deal, "BoundaryEvent_BackToTheMap")).isOne();
        assertThat(deal.stage()).isEqualTo("renewal-value");
        assertThat(plan(deal, REVIEW, "planOwed")).isEqualTo("- The client will go on with the change");
        deal.gain(REVIEW);
        assertThat(deal.openConversations()).containsExactly(ASK);
    }

    @Test
    @DisplayName("back to the map when a gate finds something owed in the stage before")
    void owedEarlier() {
        var deal = deals.openRenewal().reach("renewal-decision");
        withdraw(deal, "first-result");
        deal.gain(TERM);
        assertThat(timesEntered(deal, "BoundaryEvent_OwedEarlier")).isOne();
        assertThat(deal.stage()).isEqualTo("renewal-value");
        assertThat(deal.win().status()).isEqualTo(Status.WON);
    }

    @Test
    @DisplayName("lost in the moment the client declines, and on the same map when it goes on after all")
    void lostAndReopened() {
        var deal = deals.openRenewal().reach("renewal-decision");
        deal.submitOnly(ASK, deal.answers(ASK).declined(deals.item("decide")));
        assertThat(deal.status()).isEqualTo(Status.LOST);
        assertThat(endOf(deal)).isEqualTo("EndEvent_Lost");
        assertThat(reopenOpportunity.reopen(deal.id(), "They called us back today", Deals.REP))
                .isEmpty();
        deal.settle();
        assertThat(deal.stage()).isEqualTo("renewal-decision");
        assertThat(deal.win().opportunity().roadmap()).isEqualTo("renewal");
    }

    @ParameterizedTest(name = "ended without a decision of the client, or by stepping back: {0}")
    @CsvSource({
        "NO_DECISION, BoundaryEvent_NoDecision, EndEvent_NoDecision",
        "DISQUALIFIED, BoundaryEvent_Disqualified, EndEvent_Disqualified",
        "LOST, BoundaryEvent_Lost, EndEvent_Lost"
    })
    void ended(Status status, String boundary, String end) {
        var deal = deals.openRenewal();
        lead(deal, opportunity -> instances.end(opportunity, status));
        assertThat(deal.status()).isEqualTo(status);
        assertThat(timesEntered(deal, boundary)).isOne();
        assertThat(endOf(deal)).isEqualTo(end);
    }

    @Test
    @DisplayName("no short cut - a deal of another type neither begins on it nor becomes one while it runs on it")
    void noShortCut() {
        var opening =
                new Opening(null, "Northwind Traders", Deals.REP, null, null, null, "new-business", "renewal", null);
        var refusal = ((NotOpened) openOpportunities.open(opening, Deals.REP)).refusal();
        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(FaultCode.NOT_ON_THIS_ROADMAP);
            assertThat(fault.field()).isEqualTo("roadmap");
        });
        var deal = deals.openRenewal();
        var change = new Change(null, null, "new-business", "They want something else");
        assertThat(changeTerms
                        .change(deal.id(), change, Deals.REP)
                        .orElseThrow()
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("dealType"));
        assertThat(kinds(deal)).doesNotContain(EntryKind.TERMS);
    }

    @Test
    @DisplayName("whoever names the long roadmap gets it, and may still learn that it is new business")
    void longRoadmap() {
        var deal = deals.open("50000", "renewal");
        assertThat(deal.opportunity().roadmap()).isEqualTo("target-to-close");
        assertThat(deal.stage()).isEqualTo("discovery");
        var change = new Change(null, null, "new-business", "They want something else");
        assertThat(changeTerms.change(deal.id(), change, Deals.REP)).isEmpty();
        assertThat(deal.settle().stage()).isEqualTo("target");
    }
}
