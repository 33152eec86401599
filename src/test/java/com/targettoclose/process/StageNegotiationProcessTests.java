package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("negotiation")
class StageNegotiationProcessTests extends StageProcessTest {

    private static final String DECISION = "UserTask_AskForTheDecision";

    StageNegotiationProcessTests() {
        super("negotiation", DECISION);
    }

    @Override
    Deal reached() {
        return deals.open().reach("negotiation");
    }

    @Override
    Owed earlier() {
        return new Owed("resolve", "presentation");
    }

    @Test
    @DisplayName("held while a decision that was given has no proof from the client")
    void decisionWithoutProof() {
        var deal = reached();
        deal.submit(DECISION, deal.answers(DECISION).with("decideProof", null).with("decideLink", null));
        assertThat(deal.status()).isEqualTo(Status.OPEN);
        assertThat(plan(deal, DECISION, "planOwed"))
                .isEqualTo(
                        "- The client has decided for us and signed *(said already, but to be proven or said again)*");
        deal.submit(
                DECISION,
                deal.answers(DECISION)
                        .with("decideProof", "signature")
                        .with("decideLink", "https://sign.example.com/order/1"));
        assertThat(deal.status()).isEqualTo(Status.WON);
    }

    @Test
    @DisplayName("a small deal need not know the way of the signature")
    void smallDeal() {
        var small = deals.open("9999.99", "new-business").reach("negotiation");
        small.submit(DECISION, small.answers(DECISION).without(deals.item("signature-path")));
        assertThat(small.status()).isEqualTo(Status.WON);
    }

    @Test
    @DisplayName("a renewal owes the decision alone, with its proof")
    void renewal() {
        var renewal = deals.open("50000", "renewal").reach("negotiation");
        assertThat(plan(renewal, DECISION, "planOwed")).isEqualTo("- The client has decided for us and signed");
        renewal.win();
    }
}
