package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("execution")
class StageExecutionProcessTests extends StageProcessTest {

    private static final String REALISE = "UserTask_StartAndRealiseTheValue";

    StageExecutionProcessTests() {
        super("execution", REALISE);
    }

    @Override
    Deal reached() {
        return deals.open().win();
    }

    @Override
    Owed earlier() {
        return new Owed("decide", "negotiation");
    }

    @Test
    @DisplayName("what was held on the day of the win stays held, however long it takes")
    void takesLong() {
        var deal = reached();
        clock.advance(Period.ofDays(200));
        deal.gain(REALISE);
        assertThat(endOf(deal)).isEqualTo("EndEvent_ValueRealised");
        assertThat(deal.status()).isEqualTo(Status.WON);
    }

    @Test
    @DisplayName("a small deal need not show a first result")
    void smallDeal() {
        var small = deals.open("9999.99", "new-business").win();
        small.submit(REALISE, small.answers(REALISE).without(deals.item("first-result")));
        assertThat(endOf(small)).isEqualTo("EndEvent_ValueRealised");
    }

    @Test
    @DisplayName("a renewal owes the first result alone")
    void renewal() {
        var renewal = deals.open("50000", "renewal").win();
        assertThat(plan(renewal, REALISE, "planOwed")).isEqualTo("- The client has a first result");
    }
}
