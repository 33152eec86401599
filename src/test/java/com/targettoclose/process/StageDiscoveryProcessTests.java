package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("discovery")
class StageDiscoveryProcessTests extends StageProcessTest {

    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";

    StageDiscoveryProcessTests() {
        super("discovery", EXPLORE, ESTABLISH);
    }

    @Override
    Deal reached() {
        return deals.open().reach("discovery");
    }

    @Override
    Owed earlier() {
        return new Owed("time", "target");
    }

    @Test
    @DisplayName("held while the client has not agreed to change, however often it is asked")
    void heldWhileNotAgreed() {
        var deal = reached().gain(EXPLORE);
        for (int time = 1; time <= 3; time++) {
            deal.notYet(ESTABLISH, "change");
            assertThat(deal.stage()).isEqualTo("discovery");
            assertThat(deal.openConversations()).containsExactly(ESTABLISH);
        }
        assertThat(plan(deal, ESTABLISH, "planAttempt")).isEqualTo("Held 3 times before.");
        assertThat(plan(deal, ESTABLISH, "planOwed")).isEqualTo("- The client will change");
        assertThat(endsOf(deal, "discovery")).containsOnlyNulls();
    }

    @Test
    @DisplayName("the plan tells first what lies furthest on the map")
    void furthestFirst() {
        var deal = reached().gain(EXPLORE);
        assertThat(String.valueOf(plan(deal, ESTABLISH, "known")))
                .containsSubsequence(
                        "The client will share information",
                        "We know the problem the client has",
                        "The client will meet us",
                        "We can say why we may fit this client");
    }

    @Test
    @DisplayName("a client that declines to change has not ended the deal: only a declined decision does")
    void declined() {
        var deal = reached().gain(EXPLORE).decline(ESTABLISH, "change");
        assertThat(deal.openConversations()).containsExactly(ESTABLISH);
        assertThat(kinds(deal)).contains(EntryKind.DECLINED);
        assertThat(deal.opportunity().open()).isTrue();
    }

    @Test
    @DisplayName("one conversation may yield what another was to yield")
    void oneYieldsTheOther() {
        var deal = reached();
        gainElsewhere(deal, "problem-known", "agenda-agreed");
        assertThat(openTasks(deal)).containsOnlyKeys(EXPLORE, ESTABLISH);
        gainElsewhere(deal, "explore", "cost-of-inaction", "trigger-and-date", "change");
        assertThat(deal.stage()).isEqualTo("diagnosis");
        assertThat(kinds(deal).stream().filter(EntryKind.MOOT::equals)).hasSize(2);
        assertThat(endsOf(deal, "discovery")).containsExactly("EndEvent_StagePassed");
    }

    @Test
    @DisplayName("left for the start of the map when the time the client gave has lapsed")
    void timeLapsed() {
        var deal = reached();
        clock.advance(Period.ofDays(90));
        deal.gain(EXPLORE);
        assertThat(deal.stage()).isEqualTo("discovery");
        clock.advance(Period.ofDays(1));
        deal.gain(ESTABLISH);
        assertThat(timesEntered(deal, "EndEvent_BackToTheMap")).isOne();
        assertThat(deal.stage()).isEqualTo("target");
        assertThat(kinds(deal)).containsSubsequence(EntryKind.LAPSED, EntryKind.RE_ENTERED);
        deal.gain("UserTask_EarnTheMeeting");
        assertThat(deal.stage()).isEqualTo("diagnosis");
    }

    @Test
    @DisplayName("a small deal owes only what it requires of each conversation")
    void smallDeal() {
        var small = deals.open("9999.99", "new-business").reach("discovery");
        assertThat(plan(small, ESTABLISH, "planOwed")).isEqualTo("- The client will change");
        small.submit(
                ESTABLISH,
                small.answers(ESTABLISH)
                        .without(deals.item("cost-of-inaction"))
                        .without(deals.item("trigger-and-date")));
        small.submit(EXPLORE, small.answers(EXPLORE).without(deals.item("agenda-agreed")));
        assertThat(small.stage()).isEqualTo("diagnosis");
    }

    @Test
    @DisplayName("a renewal owes nothing but the client's will to change")
    void renewal() {
        var renewal = deals.open("50000", "renewal");
        assertThat(renewal.stage()).isEqualTo("discovery");
        assertThat(renewal.openConversations()).containsExactly(ESTABLISH);
        assertThat(plan(renewal, ESTABLISH, "planOwed")).isEqualTo("- The client will change");
    }
}
