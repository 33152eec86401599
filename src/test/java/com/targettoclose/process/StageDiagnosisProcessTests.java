package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("diagnosis")
class StageDiagnosisProcessTests extends StageProcessTest {

    private static final String COLLABORATE = "UserTask_CollaborateOnTheSolution";
    private static final String CONSENSUS = "UserTask_BuildConsensus";
    private static final String INVESTMENT = "UserTask_AgreeTheInvestment";

    StageDiagnosisProcessTests() {
        super("diagnosis", COLLABORATE, CONSENSUS, INVESTMENT);
    }

    @Override
    Deal reached() {
        return deals.open().reach("diagnosis");
    }

    @Override
    Owed earlier() {
        return new Owed("change", "discovery");
    }

    @Test
    @DisplayName("a deal below 10,000 never opens Build consensus")
    void smallDeal() {
        var small = deals.open("9999.99", "new-business").reach("diagnosis");
        assertThat(small.openConversations()).containsExactly(INVESTMENT, COLLABORATE);
        small.win();
        assertThat(timesEntered(small, CONSENSUS)).isZero();
    }

    @Test
    @DisplayName("a deal of 10,000, and one whose value nobody knows, open every conversation")
    void atTheLimit() {
        assertThat(openTasks(deals.open("10000", "new-business").reach("diagnosis")))
                .containsOnlyKeys(COLLABORATE, CONSENSUS, INVESTMENT);
        assertThat(openTasks(deals.open(null, "new-business").reach("diagnosis")))
                .containsOnlyKeys(COLLABORATE, CONSENSUS, INVESTMENT);
    }

    @Test
    @DisplayName("a renewal owes the investment alone")
    void renewal() {
        var renewal = deals.open("50000", "renewal").reach("diagnosis");
        assertThat(renewal.openConversations()).containsExactly(INVESTMENT);
        assertThat(plan(renewal, INVESTMENT, "planOwed")).isEqualTo("- The client accepts the investment");
    }

    @Test
    @DisplayName("reopened for the source of the budget alone when that has lapsed")
    void budgetLapsed() {
        var deal = reached().reach("presentation");
        clock.advance(Period.ofDays(121));
        gainElsewhere(deal, "time");
        deal.gain("UserTask_ReviewTheDraft");
        assertThat(deal.stage()).isEqualTo("diagnosis");
        assertThat(deal.openConversations()).containsExactly(INVESTMENT);
        assertThat(plan(deal, INVESTMENT, "planOwed")).isEqualTo("- We know where the money comes from");
        deal.gain(INVESTMENT);
        assertThat(deal.openConversations()).containsExactly("UserTask_ResolveConcerns");
    }
}
