package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.testing.OnH2;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("change the terms")
class ChangeTheTermsProcessTests extends StartFormProcessTest {

    ChangeTheTermsProcessTests() {
        super("change-the-terms");
    }

    @Test
    @DisplayName("changed - what is left empty stays, and conversations that became moot close")
    void changed() {
        var deal = deals.open("60000", "new-business").reach("diagnosis");
        var changed =
                submit(Map.of("opportunity", deal.id(), "value", 9000, "words", "They start with one plant and see"));
        assertEnded(changed, "EndEvent_TermsAgreed");
        deal.settle();
        assertThat(deal.opportunity().terms().value()).isEqualByComparingTo("9000");
        assertThat(deal.opportunity().terms().currency()).isEqualTo("USD");
        assertThat(deal.openConversations()).doesNotContain("UserTask_BuildConsensus");
        assertThat(kinds(deal)).contains(EntryKind.TERMS);
    }

    @Test
    @DisplayName("refused - every fault at once")
    void refused() {
        var deal = deals.open();
        assertThatThrownBy(() -> submit(Map.of("opportunity", deal.id(), "value", -1, "currency", "dollars")))
                .hasMessageContaining("-1 is below zero")
                .hasMessageContaining("'dollars' is not a currency");
        assertThat(kinds(deal)).doesNotContain(EntryKind.TERMS);
    }
}
