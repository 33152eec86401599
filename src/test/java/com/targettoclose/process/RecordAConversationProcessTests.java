package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.testing.OnH2;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnH2
@DisplayName("record a conversation")
class RecordAConversationProcessTests extends StartFormProcessTest {

    RecordAConversationProcessTests() {
        super("record-a-conversation");
    }

    @Test
    @DisplayName("recorded - what it yields counts at once and closes what it makes moot")
    void recorded() {
        var deal = deals.open();
        var fields = fields(deal.id());
        fields.put("item1", "fit-hypothesis");
        fields.put("words1", "We run the same dryers as the mill in Graz");
        fields.put("item2", "value-for-client");
        fields.put("words2", "Show me how they schedule their stops");
        fields.put("item3", "time");
        fields.put("words3", "Tuesday at nine in our plant");
        fields.put("proof3", "calendar-acceptance");
        fields.put("link3", "https://calendar.example.com/tuesday");
        assertEnded(submit(fields), "EndEvent_ConversationRecorded");
        deal.settle();
        assertThat(deal.stage()).isEqualTo("discovery");
        assertThat(kinds(deal)).contains(EntryKind.MOOT);
        assertThat(deal.history().holdings().get("time").claimed()).isTrue();
    }

    @Test
    @DisplayName("refused - every fault at once, each with its place in the form")
    void refused() {
        var deal = deals.open();
        var fields = fields(deal.id());
        fields.put("item1", "time");
        fields.put("words1", "yes");
        fields.put("item2", "fit-hypothesis");
        fields.put("proof2", "message");
        assertThatThrownBy(() -> submit(fields))
                .hasMessageContaining("'The client will meet us': 'yes' is too little")
                .hasMessageContaining("'We can say why we may fit this client': write down what the client said")
                .hasMessageContaining("add the link");
        assertThat(deal.history().gained()).isEmpty();
    }

    private Map<String, Object> fields(String opportunity) {
        return new HashMap<>(Map.of(
                "opportunity",
                opportunity,
                "contact",
                "Dana Whitfield",
                "heldOn",
                clock.today().toString(),
                "channel",
                "call"));
    }
}
