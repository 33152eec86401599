package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.changes.ChangeTerms.Change;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("a closed deal")
class ClosedDealProcessTests extends ProcessTest {

    private Deal deal;

    @BeforeEach
    void close() {
        deal = deals.open().reach("discovery");
        lead(deal, opportunity -> instances.end(opportunity, Status.NO_DECISION));
    }

    @Test
    @DisplayName("refuses conversations, and writes nothing")
    void conversations() {
        int entries = deal.history().entries().size();
        var refusal = recordConversation.record(
                deal.id(), Unscripted.gained(deals, clock.today(), "change"), null, Deals.REP);
        assertThat(refusal).map(Refusal::reason).contains(Refusal.Reason.CONFLICT);
        assertThat(deal.history().entries()).hasSize(entries);
    }

    @Test
    @DisplayName("keeps its terms")
    void terms() {
        var refusal = changeTerms.change(deal.id(), new Change("1", null, null, null), Deals.REP);
        assertThat(refusal).map(Refusal::reason).contains(Refusal.Reason.CONFLICT);
        assertThat(deal.opportunity().terms().value()).isEqualByComparingTo("50000");
    }

    @Test
    @DisplayName("that was won and has kept its promise takes what the client says later")
    void won() {
        var won = deals.open().win().gain("UserTask_StartAndRealiseTheValue");
        gainElsewhere(won, "first-result");
        assertThat(won.status()).isEqualTo(Status.WON);
    }
}
