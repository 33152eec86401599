package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.testing.OnH2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("a start form offers")
class StartFormChoicesTests extends StartFormProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    SalesTeams teams;

    StartFormChoicesTests() {
        super("report-a-setback");
    }

    @Test
    @DisplayName("one's own running deals and no others, by client, stage and value")
    void ownDeals() {
        var open = deals.open("50000", "new-business", "nora").reach("discovery");
        var won = deals.open("7500", "new-business", "nora").win();
        var lost = deals.open("50000", "new-business", "nora");
        lead(lost, opportunity -> instances.end(opportunity, Status.LOST));
        deals.open("50000", "new-business", "otto");
        var options = options("nora", "opportunity");
        assertThat(options.findValuesAsText("value")).containsExactlyInAnyOrder(open.id(), won.id());
        assertThat(options.findValuesAsText("label"))
                .containsExactlyInAnyOrder(
                        "Northwind Traders · Discovery · 50,000 USD", "Northwind Traders · Execution · 7,500 USD");
    }

    @Test
    @DisplayName("the team's deals to who leads it, and deals that look alike by their ids")
    void teamsDeals() {
        var one = deals.open("50000", "new-business", "pia");
        var other = deals.open("50000", "new-business", "pia");
        deals.user("lena");
        transactions.executeWithoutResult(tx -> teams.keep("pia", "lena"));
        assertThat(options("lena", "opportunity").findValuesAsText("label"))
                .containsExactlyInAnyOrder(
                        "Northwind Traders · Target · 50,000 USD (" + one.id() + ")",
                        "Northwind Traders · Target · 50,000 USD (" + other.id() + ")");
    }

    @Test
    @DisplayName("of each deal only what its client has given")
    void itemsHeld() {
        var deal = deals.open("50000", "new-business", "quin").reach("discovery");
        withdraw(deal, "time");
        var item = field("quin", "item");
        assertThat(item.has("valuesKey")).isFalse();
        assertThat(item.path("valuesExpression").asText())
                .startsWith("=if opportunity = null then []")
                .contains(deal.id(), "\"fit-hypothesis\"", "We know what the client gains from meeting us")
                .doesNotContain("\"time\"");
    }

    @Test
    @DisplayName("nothing where there is nothing, and says so")
    void nothing() {
        deals.user("xaver");
        assertThat(options("xaver", "opportunity")).isEmpty();
        assertThat(field("xaver", "opportunity").path("description").asText())
                .isEqualTo("There is nothing to choose from yet.");
    }

    @Test
    @DisplayName("what need not be answered is not asked where there is nothing to choose from")
    void notAsked() {
        deals.user("xenia");
        var team = field("hand-over", "xenia", "from");
        assertThat(team.path("values")).isEmpty();
        assertThat(team.path("conditional").path("hide").asText()).isEqualTo("=true");
        assertThat(field("hand-over", "xenia", "opportunities")
                        .path("description")
                        .asText())
                .isEqualTo("There is nothing to choose from yet.");
    }

    private JsonNode options(String user, String key) {
        return field(user, key).path("values");
    }

    private JsonNode field(String user, String key) {
        return field("report-a-setback", user, key);
    }

    private JsonNode field(String process, String user, String key) {
        identities.setAuthentication(user, List.of(Group.REP.id()));
        try (var form = forms.getDeployedStartForm(definition(process))) {
            var components = JSON.readTree(form).path("components");
            return StreamSupport.stream(components.spliterator(), false)
                    .filter(component -> component.path("key").asText().equals(key))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            identities.clearAuthentication();
        }
    }
}
