package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("the decision of a renewal")
class StageRenewalDecisionProcessTests extends StageProcessTest {

    private static final String TERM = "UserTask_AgreeTheNextTerm";
    private static final String ASK = "UserTask_AskForTheRenewal";

    StageRenewalDecisionProcessTests() {
        super("renewal-decision", TERM, ASK);
    }

    @Override
    Deal opened() {
        return deals.openRenewal();
    }

    @Override
    Deal reached() {
        return opened().reach("renewal-decision");
    }

    @Override
    Owed earlier() {
        return new Owed("change", "renewal-value");
    }

    @Test
    @DisplayName("held while the decision has no proof from the client; what nobody asks for is not owed")
    void owed() {
        var deal = reached();
        assertThat(plan(deal, TERM, "planOwed")).isEqualTo("- The client accepts the investment");
        deal.submit(TERM, deal.answers(TERM).without(deals.item("value-case")));
        deal.submit(ASK, deal.answers(ASK).with("decideProof", null).with("decideLink", null));
        assertThat(deal.status()).isEqualTo(Status.OPEN);
        assertThat(plan(deal, ASK, "planOwed"))
                .isEqualTo(
                        "- The client has decided for us and signed *(said already, but to be proven or said again)*");
        deal.gain(ASK);
        assertThat(deal.status()).isEqualTo(Status.WON);
    }
}
