package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Terms;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("reopen an opportunity")
class ReopenAnOpportunityProcessTests extends StartFormProcessTest {

    ReopenAnOpportunityProcessTests() {
        super("reopen-an-opportunity");
    }

    @Test
    @DisplayName("reopened - it stands where its ledger puts it, and runs on to the win")
    void reopened() {
        var deal = deals.open().reach("diagnosis").gain("UserTask_BuildConsensus");
        lead(deal, opportunity -> instances.end(opportunity, Status.NO_DECISION));
        var ended = deal.opportunity().instance();
        assertEnded(reopen(deal), "EndEvent_OpportunityReopened");
        assertThat(deal.status()).isEqualTo(Status.OPEN);
        assertThat(deal.opportunity().closedOn()).isNull();
        assertThat(deal.opportunity().instance().definitionId()).isEqualTo(ended.definitionId());
        assertThat(deal.opportunity().instance().id()).isNotEqualTo(ended.id());
        assertThat(deal.stage()).isEqualTo("diagnosis");
        assertThat(deal.openConversations())
                .containsExactly("UserTask_AgreeTheInvestment", "UserTask_CollaborateOnTheSolution");
        assertThat(ledger.historyWithText(deal.id())
                        .newest(EntryKind.REOPENED)
                        .orElseThrow()
                        .content()
                        .words())
                .isEqualTo("Their new plant manager called us");
        deal.win();
        assertThat(ledger.check(deal.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("reopened - history from before the process runs on the roadmap of its key")
    void imported() {
        var deal = importedAsLost();
        reopen(deal);
        assertThat(deal.stage()).isEqualTo("discovery");
        assertThat(deal.openConversations()).hasSize(2);
        deal.win();
        assertThat(deal.status()).isEqualTo(Status.WON);
    }

    @Test
    @DisplayName("refused - what is open or won has nothing to reopen, and a reason is needed")
    void refused() {
        var open = deals.open();
        assertThatThrownBy(() -> reopen(open)).hasMessageContaining("There is nothing to reopen");
        var won = deals.open().win();
        assertThatThrownBy(() -> reopen(won)).hasMessageContaining("report that as a setback");
        won.gain("UserTask_StartAndRealiseTheValue");
        assertThatThrownBy(() -> reopen(won)).hasMessageContaining("Open a new one");
        var lost = importedAsLost();
        assertThatThrownBy(() -> submit(Map.of("opportunity", lost.id()))).hasMessageContaining("words");
        assertThat(lost.status()).isEqualTo(Status.LOST);
    }

    private ProcessInstance reopen(Deal deal) {
        var instance = submit(Map.of("opportunity", deal.id(), "words", "Their new plant manager called us"));
        deal.settle();
        return instance;
    }

    private Deal importedAsLost() {
        var id = "OLD-" + UUID.randomUUID();
        var lost = new Opportunity(
                id,
                "Old Mill",
                Deals.REP,
                new Terms(null, null, DealType.NEW_BUSINESS),
                ROADMAP,
                Status.LOST,
                null,
                null,
                null,
                clock.today().minusYears(1),
                clock.today().minusMonths(3),
                null,
                clock.instant());
        var entries = List.of("fit-hypothesis", "value-for-client", "time").stream()
                .map(item -> Draft.of(EntryKind.GAINED).item(item).provenance(Provenance.IMPORTED))
                .toList();
        transactions.executeWithoutResult(tx -> ledger.open(List.of(lost), Map.of(id, entries), "importer"));
        return deals.deal(id);
    }
}
