package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("presentation")
class StagePresentationProcessTests extends StageProcessTest {

    private static final String REVIEW = "UserTask_ReviewTheDraft";
    private static final String CONCERNS = "UserTask_ResolveConcerns";

    StagePresentationProcessTests() {
        super("presentation", REVIEW, CONCERNS);
    }

    @Override
    Deal reached() {
        return deals.open().reach("presentation");
    }

    @Override
    Owed earlier() {
        return new Owed("invest", "diagnosis");
    }

    @Test
    @DisplayName("a small deal owes the two commitments alone")
    void smallDeal() {
        var small = deals.open("9999.99", "new-business").reach("presentation");
        small.submit(REVIEW, small.answers(REVIEW).without(deals.item("changes-wanted")));
        small.submit(CONCERNS, small.answers(CONCERNS).without(deals.item("concerns-listed")));
        assertThat(small.stage()).isEqualTo("negotiation");
    }

    @Test
    @DisplayName("a renewal owes nothing")
    void renewal() {
        var renewal = deals.open("50000", "renewal").reach("negotiation");
        assertThat(endsOf(renewal, "presentation")).containsExactly("EndEvent_StagePassed");
        assertThat(timesEntered(renewal, REVIEW) + timesEntered(renewal, CONCERNS))
                .isZero();
    }
}
