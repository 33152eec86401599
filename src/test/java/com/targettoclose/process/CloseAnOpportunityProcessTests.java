package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnH2
@DisplayName("close an opportunity")
class CloseAnOpportunityProcessTests extends StartFormProcessTest {

    CloseAnOpportunityProcessTests() {
        super("close-an-opportunity");
    }

    @ParameterizedTest(name = "closed - as {0}, with the reason and the commitment at which it ended")
    @CsvSource({
        "lost, price, LOST, EndEvent_Lost",
        "no-decision, no-budget, NO_DECISION, EndEvent_NoDecision",
        "disqualified, no-fit, DISQUALIFIED, EndEvent_Disqualified"
    })
    void closed(String as, String reason, Status status, String end) {
        var deal = deals.open().reach("discovery");
        assertEnded(submit(fields(deal, as, reason)), "EndEvent_OpportunityClosed");
        assertThat(deal.status()).isEqualTo(status);
        assertThat(deal.opportunity().closedOn()).isEqualTo(clock.today());
        assertThat(endOf(deal)).isEqualTo(end);
        assertThat(deal.openConversations()).isEmpty();
        var closing =
                ledger.historyWithText(deal.id()).newest(EntryKind.CLOSING).orElseThrow();
        assertThat(closing.recordedBy()).isEqualTo("rita");
        assertThat(closing.content().words()).isEqualTo("They buy from one supplier only");
        assertThat(closing.content().detail())
                .containsExactlyInAnyOrderEntriesOf(Map.of("as", as, "reason", reason, "commitment", "explore"));
    }

    @Test
    @DisplayName("closed - lost, and to whom")
    void lostTo() {
        var deal = deals.open();
        var fields = fields(deal, "lost", "other-supplier");
        fields.put("lostTo", "Kettle & Sons");
        submit(fields);
        assertThat(deal.history()
                        .newest(EntryKind.CLOSING)
                        .orElseThrow()
                        .content()
                        .detail())
                .containsEntry("lostTo", "Kettle & Sons");
    }

    @Test
    @DisplayName("refused - every fault at once, with what can be chosen")
    void refused() {
        var deal = deals.open();
        var fields = fields(deal, "no-decision", "price");
        fields.put("lostTo", "Kettle & Sons");
        fields.remove("words");
        assertThatThrownBy(() -> submit(fields))
                .hasMessageContaining("'price' is not possible")
                .hasMessageContaining("no-budget")
                .hasMessageContaining("lostTo is not asked for")
                .hasMessageContaining("words");
        assertThatThrownBy(() -> submit(fields(deal, "won", "price"))).hasMessageContaining("disqualified, lost");
        assertThat(deal.status()).isEqualTo(Status.OPEN);
        assertThat(kinds(deal)).doesNotContain(EntryKind.CLOSING);
    }

    @Test
    @DisplayName("refused - a win is not closed, it is taken back")
    void won() {
        var deal = deals.open().win();
        assertThatThrownBy(() -> submit(fields(deal, "lost", "price")))
                .hasMessageContaining("report that as a setback");
        assertThat(deal.status()).isEqualTo(Status.WON);
    }

    @Test
    @DisplayName("refused - what has ended has ended")
    void twice() {
        var deal = deals.open();
        submit(fields(deal, "lost", "price"));
        assertThatThrownBy(() -> submit(fields(deal, "lost", "price"))).hasMessageContaining("nothing left to close");
    }

    private static Map<String, Object> fields(Deal deal, String as, String reason) {
        return new HashMap<>(Map.of(
                "opportunity", deal.id(), "as", as, "reason", reason, "words", "They buy from one supplier only"));
    }
}
