package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.stage.Standings;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.OnH2;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("record a conversation")
class RecordAConversationProcessTests extends StartFormProcessTest {

    @Autowired
    SalesTeams teams;

    @Autowired
    Standings standings;

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
    @DisplayName("won from one conversation - no task was faked, and the manager hears of it and talks it through")
    void wonFromOneConversation() {
        deals.user("much-manager");
        var deal = deals.open("50000", "new-business", "much-rep");
        transactions.executeWithoutResult(tx -> teams.keep("much-rep", "much-manager"));
        gainElsewhere(deal, everyItemToWin(deal));
        deal.settle();
        assertThat(deal.status()).isEqualTo(Status.WON);
        assertThat(deal.adherence()).hasValue(0);
        var note = deal.task("UserTask_TalkItThrough");
        assertThat(note.getAssignee()).isEqualTo("much-manager");
        assertThat(note.getName()).isEqualTo("Talk it through · Northwind Traders");
        assertThat(forms.getTaskFormVariables(note.getId()))
                .containsEntry("owner", "much-rep Test")
                .containsEntry("heldOn", clock.today().toString())
                .hasEntrySatisfying("recorded", it -> assertThat(it.toString()).contains("The client will meet us"));
        as("much-manager", () -> forms.submitTaskForm(note.getId(), Map.of()));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(note.getProcessInstanceId())
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo("EndEvent_TalkedThrough");
    }

    private String[] everyItemToWin(Deal deal) {
        return standings.of(deal.opportunity(), deal.history()).decision().owedItems().stream()
                .toArray(String[]::new);
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
